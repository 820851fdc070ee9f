import type { Means } from '@/lib/incident/lists'
import type { Facts } from './facts'

/**
 * Which means were used together, each set once, as a bit for each of the list; and by row its place among them. There are
 * few: most rows tell of none, and of those that do most of one or two.
 */
export function meansUsed({ id, attacks }: Facts): { used: number[]; ofRow: Uint32Array } {
  const { offset, mean } = attacks
  const places = new Map([[0, 0]])
  const ofRow = new Uint32Array(id.length)
  for (let row = 0; row < ofRow.length; row++) {
    const past = offset[row + 1] as number
    let bits = 0
    for (let k = offset[row] as number; k < past; k++) bits |= 1 << (mean[k] as number)
    if (bits === 0) continue
    const place = places.get(bits) ?? places.size
    places.set(bits, place)
    ofRow[row] = place
  }
  return { used: [...places.keys()], ofRow }
}

/** The means of such a set. */
export const meansIn = ({ means }: Facts, bits: number): Means[] =>
  means.filter((_, at) => (bits & (1 << at)) !== 0)
