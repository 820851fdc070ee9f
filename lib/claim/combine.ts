import type { Interval } from './interval'

/**
 * Rule 3: what several counts of one thing say together.
 *
 * Ranges give their hull. A floor inside or below it changes nothing; one above raises the high and opens it ("+").
 * A ceiling gives its upper end; its 0 counts only where it contradicts the others, or where it stands alone.
 * Floors alone give a floor from the least to the greatest, the least of those with a number if there are any.
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

/** Least lower end of the ranges, else of the numbered floors, else of the bare ones; 0 where an "at most" lies below it. */
function lowest(intervals: readonly Interval[]): number {
  const ends = lowerEnds(intervals)
  if (ends.length === 0) return 0
  const low = Math.min(...ends.map((each) => each.low))
  return intervals.some(({ kind, high }) => kind === 'ceiling' && high < low) ? 0 : low
}

/** A bare plural or a vague word gives way to anybody who says a number. */
function lowerEnds(intervals: readonly Interval[]): readonly Interval[] {
  const ranges = intervals.filter(({ kind }) => kind === 'range')
  if (ranges.length > 0) return ranges
  const floors = intervals.filter(({ kind }) => kind === 'floor')
  const numbered = floors.filter(({ points }) => points.length > 0)
  return numbered.length > 0 ? numbered : floors
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

/** What is known of a number when the interval tells of no more than a part of it. */
export function floorOf({ low, points, approximate }: Interval): Interval {
  return { kind: 'floor', low, high: Math.max(low, ...points), open: true, points, approximate }
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
