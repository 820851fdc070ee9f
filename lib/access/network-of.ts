/**
 * What one customer has of an address: an IPv4 address itself, the /64 of an IPv6 one. Limits count by it, or whoever
 * has a cable at home had 2⁶⁴ tries. `address` is spelt as the front door spells it (app/_http/client-address.ts).
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}
