import type { Count } from './count'

/**
 * A count as an interval.
 *
 * range: both ends are somebody's · floor: only the lower end is, and the number may be anything above ·
 * ceiling: only the upper end is ("at most"), and the lower end 0 is nobody's word.
 * A floor's `high` is the greatest lower end that was given. `open`: the number may be above `high`.
 */
export interface Interval {
  kind: 'range' | 'floor' | 'ceiling'
  low: number
  high: number
  open: boolean
  /** Numbers that somebody states as the number itself, ascending. */
  points: readonly number[]
  approximate: boolean
}

/** An unnumbered plural says two or more: in Arabic the dual often hides in it. */
const PLURAL_FLOOR = 2

/**
 * Rule 2: the interval that a count gives, or null where it gives none (a denial; a dataset's 0, which means
 * "none recorded"; a count that lacks the number its operator needs).
 */
export function toInterval(count: Count, fromDataset: boolean): Interval | null {
  if (fromDataset && recordsNone(count)) return null
  const { point, min, max } = count
  switch (count.operator) {
    case 'exactly':
      return point === null ? null : range(point, point, [point])
    case 'about':
      return point === null ? null : { ...range(point, point, [point]), approximate: true }
    case 'at-least':
      return min === null ? null : floor(min, [min])
    case 'at-most':
      return max === null ? null : { ...range(0, max, []), kind: 'ceiling' }
    case 'between':
      return min === null || max === null ? null : between(min, point, max)
    case 'word':
      return floor(min ?? PLURAL_FLOOR, [])
    case 'plural':
      return floor(PLURAL_FLOOR, [])
    case 'none':
      return range(0, 0, [0])
    case 'denial':
      return null
  }
}

/** Whether a dataset's count says that it recorded nobody. */
export function recordsNone({ operator, min, point, max }: Count): boolean {
  if (operator === 'none') return true
  return (operator === 'exactly' || operator === 'between') && !min && !point && !max
}

/** Whether x may be the number, as far as this interval goes. */
export function contains(interval: Interval, x: number): boolean {
  return x >= interval.low && (interval.open || x <= interval.high)
}

function range(low: number, high: number, points: number[]): Interval {
  return { kind: 'range', low, high, open: false, points, approximate: false }
}

function floor(low: number, points: number[]): Interval {
  return { kind: 'floor', low, high: low, open: true, points, approximate: false }
}

/** Ends in the wrong order, or a point outside them, give (min, median, max) of the numbers there are. */
function between(min: number, point: number | null, max: number): Interval {
  if (point === null) return range(Math.min(min, max), Math.max(min, max), [])
  const [low, middle, high] = ordered(min, point, max)
  return range(low, high, [middle])
}

/** Three numbers, ascending. */
export function ordered(a: number, b: number, c: number): [number, number, number] {
  const low = Math.min(a, b, c)
  const high = Math.max(a, b, c)
  return [low, a + b + c - low - high, high]
}
