import type { Count } from './count'
import { ordered } from './interval'

/**
 * A dataset's low, best and high as one count. `reordered` where low ≤ best ≤ high does not hold: the count is then
 * (min, median, max) of the three. The raw triple stays with the source row and is what an export returns.
 */
export function tripleToCount(low: number, best: number, high: number): { count: Count; reordered: boolean } {
  const [min, point, max] = ordered(low, best, high)
  const reordered = low > best || best > high
  if (min === max)
    return { count: { operator: 'exactly', min: null, point, max: null, word: null }, reordered }
  return { count: { operator: 'between', min, point, max, word: null }, reordered }
}
