import { BlockList, isIP } from 'node:net'

/** The proxies before this app whose word is taken for who asks. */
export function trustedProxies(ranges: readonly string[]): BlockList {
  const trusted = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    const family = familyOf(address)
    trusted.addSubnet(address, prefix === undefined ? (family === 'ipv4' ? 32 : 128) : Number(prefix), family)
  }
  return trusted
}

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6')

/**
 * Who asks. X-Forwarded-For is what anybody can write; only what a trusted proxy added to its end is known. So it is
 * read from the right, as long as trusted proxies speak: the first address that is none of them is the client's.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string {
  let client = plainAddress(socketAddress ?? '') ?? 'unknown'
  const told = (forwardedFor ?? '').split(',').toReversed()
  for (const text of told) {
    if (client === 'unknown' || !trusted.check(client, familyOf(client))) break
    const next = plainAddress(text.trim())
    if (next === undefined) break // not an address: the last proxy that spoke clearly stands
    client = next
  }
  return client
}

/** One spelling for each address: without port, and an IPv4 address that comes as IPv6 as what it is. */
function plainAddress(text: string): string | undefined {
  const [, bracketed, dotted] = /^(?:\[([^\]]+)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/.exec(text) ?? []
  const address = (bracketed ?? dotted ?? text).replace(/%.*$/, '') // an interface's name is this machine's affair
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1]
  if (isIP(mapped ?? address) === 4) return mapped ?? address
  if (isIP(address) !== 6) return undefined
  const shortest = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [, high = '', low = ''] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(shortest) ?? []
  return high === '' ? shortest : dottedOf(Number.parseInt(high, 16), Number.parseInt(low, 16))
}

const dottedOf = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.')
