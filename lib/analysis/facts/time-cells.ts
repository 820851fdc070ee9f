import { bucketOf } from '../buckets'
import type { BucketUnit } from '../summary'
import { dateOfDay, dayNumber, type Facts, NO_DAY } from './facts'
import type { Known } from './known'
import type { Patterns } from './patterns'

/**
 * Rows of one pattern and one bucket of time, a cell each: sums of cells are what the view over time shows, whichever
 * patterns are asked for.
 */
export interface TimeCells {
  unit: BucketUnit
  /** First day of each bucket in which any row begins, in order. */
  starts: Int32Array
  /** Cells of bucket `i` are `from[i]` to before `from[i + 1]`; the last ones are of rows that fit into no bucket. */
  from: Uint32Array
  /** By cell. */
  pattern: Uint32Array
  /** The cell of each row. */
  ofRow: Uint32Array
}

/** The days on which any row begins, in order, and the last day of any: made once for all units. */
export interface KnownDays {
  starts: Int32Array
  last: number
}

export function knownDaysOf({ start, end }: Facts): KnownDays {
  const starts = new Set<number>()
  let last = -Infinity
  let before = NO_DAY
  for (let row = 0; row < start.length; row++) {
    const day = start[row] as number
    // Most rows begin where the one before them does.
    if (day !== before && day !== NO_DAY) starts.add(day)
    before = day
    last = Math.max(last, day, end[row] as number)
  }
  return { starts: Int32Array.from(starts).sort(), last }
}

/** A row is in the bucket that holds its whole span, and in none where no such one does. */
export function timeCellsOf(facts: Facts, { days, patterns }: Known, unit: BucketUnit): TimeCells {
  const { starts, bucketOfDay } = bucketsOf(days, unit)
  const bucketOfRow = bucketsOfRows(facts, bucketOfDay, starts.length)
  return { unit, starts, ...cellsOf(bucketOfRow, starts.length, patterns) }
}

type BucketOfDay = (day: number) => number

/** The buckets in which any row begins; a day of no such bucket is of none that a row begins in either. */
function bucketsOf(days: KnownDays, unit: BucketUnit): { starts: Int32Array; bucketOfDay: BucketOfDay } {
  const since = days.starts.length === 0 ? 0 : boundsOf(days.starts[0] as number, unit)[0]
  const starts: number[] = []
  const ofDay = new Uint32Array(days.starts.length === 0 ? 0 : days.last - since + 1).fill(0xffff_ffff)
  let past = -Infinity
  for (const day of days.starts) {
    if (day < past) continue
    const [first, last] = boundsOf(day, unit)
    past = last + 1
    ofDay.fill(starts.length, first - since, past - since)
    starts.push(first)
  }
  return { starts: Int32Array.from(starts), bucketOfDay: (day) => ofDay[day - since] as number }
}

function bucketsOfRows({ start, end }: Facts, bucketOfDay: BucketOfDay, none: number): Uint32Array {
  const ofRow = new Uint32Array(start.length)
  for (let row = 0; row < ofRow.length; row++) {
    const first = start[row] as number
    const last = end[row] as number
    const bucket = first === NO_DAY || last === NO_DAY ? none : bucketOfDay(first)
    ofRow[row] = first === last || bucketOfDay(last) === bucket ? bucket : none
  }
  return ofRow
}

function boundsOf(day: number, unit: BucketUnit): [number, number] {
  if (unit === 'day') return [day, day]
  const { start, end } = bucketOf(dateOfDay(day), unit)
  return [dayNumber(start), dayNumber(end)]
}

/** Numbers the cells. Rows of a bucket stand one after another, but for those of none, which come last. */
function cellsOf(bucketOfRow: Uint32Array, buckets: number, { size, ofRow: patternOf }: Patterns) {
  const ofRow = new Uint32Array(bucketOfRow.length)
  const from = new Uint32Array(buckets + 2)
  const pattern: number[] = []
  for (const isOfNone of [false, true]) {
    // By pattern: its cell in the bucket that was met last, and which that is.
    const cellOf = new Uint32Array(size)
    const metIn = new Int32Array(size).fill(-1)
    for (let row = 0; row < ofRow.length; row++) {
      const bucket = bucketOfRow[row] as number
      if ((bucket === buckets) !== isOfNone) continue
      const one = patternOf[row] as number
      if (metIn[one] !== bucket) {
        metIn[one] = bucket
        cellOf[one] = pattern.length
        pattern.push(one)
        from[bucket + 1] = pattern.length
      }
      ofRow[row] = cellOf[one] as number
    }
  }
  for (let bucket = 0; bucket <= buckets; bucket++)
    from[bucket + 1] = Math.max(from[bucket] as number, from[bucket + 1] as number)
  return { from, pattern: Uint32Array.from(pattern), ofRow }
}
