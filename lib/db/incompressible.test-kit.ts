/**
 * So many letters from `first` on, of so many kinds, in no order: Postgres compresses others until they fit even an index
 * that takes no entry of more than 2,704 bytes. The same ones each time.
 */
export function lettersInNoOrder(length: number, first: number, kinds: number): string {
  let seed = 20261122
  const next = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return String.fromCodePoint(first + ((seed >>> 16) % kinds))
  }
  return Array.from({ length }, next).join('')
}
