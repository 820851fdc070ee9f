import type { Total } from '@/lib/analysis/summary'
import type { Remainder } from './episode'
import type { Numbers } from './figure'

/** What a total asks of an incident's figure. */
export type Countable = Pick<Numbers, 'low' | 'best' | 'high' | 'open'>

/**
 * Rule 8: the sum over incidents, one whole figure of one outcome each.
 *
 * - `not-collected` (its dataset does not collect the outcome) counts in `notCollected` and nowhere else;
 * - a figure without a number (low null: nobody gives one) counts nowhere;
 * - a figure without a best (disputed, or nobody states a number itself) counts in `disputed` and is left out of the sums;
 * - every other adds its low, best and high; `open` if one of these is open.
 *
 * An episode adds its remainder by the same rule; pass those episodes only all of whose incidents are in the sum.
 */
export function totalFigures(
  figures: Iterable<Countable | 'not-collected'>,
  remainders: Iterable<Remainder> = [],
): Total {
  const total: Total = {
    low: 0,
    best: 0,
    high: 0,
    open: false,
    disputed: { count: 0, low: 0, high: 0 },
    notCollected: 0,
  }
  for (const figure of figures) {
    if (figure === 'not-collected') total.notCollected += 1
    else addTo(total, figure)
  }
  for (const remainder of remainders) addTo(total, remainder)
  return total
}

function addTo(total: Total, { low, best, high, open }: Countable): void {
  if (low === null || high === null) return
  if (best === null) {
    total.disputed.count += 1
    total.disputed.low += low
    total.disputed.high += high
    return
  }
  total.low += low
  total.best += best
  total.high += high
  total.open ||= open
}
