import type { Interval } from './interval'

/**
 * Rule 3: what several counts of one thing say together.
 *
 * Ranges give their hull. A floor inside or below it changes nothing; one above raises the high and opens it ("+").
 * A ceiling gives its upper end; its 0 counts only where it contradicts the others, or where it stands alone.
 * Floors alone give a floor from the least to the greatest.
 */
export function combine(intervals: readonly Interval[]): Interval {
  const [only] = intervals
  if (only && intervals.length === 1) return only
  const floors = intervals.filter(({ kind }) => kind === 'floor')
  const bounded = intervals.filter(({ kind }) => kind !== 'floor')
  const top = greatest(floors)
  const high = bounded.length === 0 ? top : greatest(bounded)
  return {
    kind:
      bounded.length === 0
        ? 'floor'
        : intervals.every(({ kind }) => kind === 'ceiling')
          ? 'ceiling'
          : 'range',
    low: lowest(intervals),
    high: Math.max(high, top),
    open: bounded.length === 0 || top > high || bounded.some(({ open }) => open),
    points: distinct(intervals.flatMap(({ points }) => points)),
    approximate: intervals.every(({ approximate }) => approximate),
  }
}

/** Least lower end of the ranges, else of the floors; 0 where an "at most" lies below it. */
function lowest(intervals: readonly Interval[]): number {
  const ranges = intervals.filter(({ kind }) => kind === 'range')
  const ends = ranges.length > 0 ? ranges : intervals.filter(({ kind }) => kind === 'floor')
  const ceilings = intervals.filter(({ kind }) => kind === 'ceiling')
  if (ends.length === 0) return 0
  const low = Math.min(...ends.map((each) => each.low))
  return ceilings.some(({ high }) => high < low) ? 0 : low
}

function greatest(intervals: readonly Interval[]): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...intervals.map(({ high }) => high))
}

/** The interval sum: what was said before, and as many more. */
export function add(base: Interval, more: Interval): Interval {
  return {
    kind: sumKind(base, more),
    low: base.low + more.low,
    high: base.high + more.high,
    open: base.open || more.open,
    points: distinct(base.points.flatMap((a) => more.points.map((b) => a + b))),
    approximate: base.approximate || more.approximate,
  }
}

/** "3" and "at least two more" is a floor of 5; a true range stays one, open above. */
function sumKind(a: Interval, b: Interval): Interval['kind'] {
  if (a.kind === 'ceiling' && b.kind === 'ceiling') return 'ceiling'
  const rangeful = [a, b].some(({ kind, low, high }) => kind !== 'floor' && low !== high)
  return !rangeful && (a.kind === 'floor' || b.kind === 'floor') ? 'floor' : 'range'
}

/** The interval difference, never below 0. */
export function subtract(base: Interval, fewer: Interval): Interval {
  return {
    kind: base.kind,
    low: fewer.open ? 0 : Math.max(0, base.low - fewer.high),
    high: Math.max(0, base.high - fewer.low),
    open: base.open,
    points: distinct(base.points.flatMap((a) => fewer.points.map((b) => Math.max(0, a - b)))),
    approximate: base.approximate || fewer.approximate,
  }
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}
