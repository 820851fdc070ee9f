import { type Kind, kindTypes, typeOfKind } from '@/lib/incident/kinds'
import { bucketOf } from '../buckets'
import type { BucketUnit } from '../summary'
import { addRows } from './add-losses'
import { type Cut, cutByStratum } from './cut-by-stratum'
import { dateOfDay, dayNumber, type Facts, NO_DAY } from './facts'
import type { Known } from './known'
import type { Losses } from './losses'
import { add, addGroup, incidentsAt, newSums, STRIDE } from './sums'

/** How many types of kinds there are. */
const TYPES = kindTypes.length

/** The buckets of one unit in which any row begins, in order. */
export interface Buckets {
  unit: BucketUnit
  /** First day of each. */
  starts: Int32Array
  /** The rows by the bucket that holds their whole span, `starts.length` where none does, cut by stratum. */
  rows: Cut
}

/** The days on which any row begins, in order, and the last day of any: made once for all units. */
export interface KnownDays {
  starts: Int32Array
  last: number
}

export function knownDaysOf({ start, end }: Facts): KnownDays {
  const starts = new Set<number>()
  let last = -Infinity
  for (let row = 0; row < start.length; row++) {
    if (start[row] !== NO_DAY) starts.add(start[row] as number)
    last = Math.max(last, start[row] as number, end[row] as number)
  }
  return { starts: Int32Array.from(starts).sort(), last }
}

export function bucketsOf(
  facts: Facts,
  { days, graded }: Pick<Known, 'days' | 'graded'>,
  unit: BucketUnit,
): Buckets {
  const since = days.starts.length === 0 ? 0 : boundsOf(days.starts[0] as number, unit)[0]
  const starts: number[] = []
  const ofDay = new Uint32Array(days.starts.length === 0 ? 0 : days.last - since + 1)
  // A day of no such bucket is of none that a row begins in either.
  ofDay.fill(0xffff_ffff)
  let past = -Infinity
  for (const day of days.starts) {
    if (day < past) continue
    const [first, last] = boundsOf(day, unit)
    past = last + 1
    ofDay.fill(starts.length, first - since, past - since)
    starts.push(first)
  }
  const bucketOfRow = bucketsOfRows(facts, ofDay, since, starts.length)
  const rows = cutByStratum(bucketOfRow, graded.ofRow, starts.length + 1, graded.size)
  return { unit, starts: Int32Array.from(starts), rows }
}

function bucketsOfRows({ start, end }: Facts, ofDay: Uint32Array, since: number, none: number): Uint32Array {
  const ofRow = new Uint32Array(start.length)
  for (let row = 0; row < ofRow.length; row++) {
    const first = start[row] as number
    const last = end[row] as number
    const bucket = first === NO_DAY || last === NO_DAY ? none : (ofDay[first - since] as number)
    ofRow[row] = first === last || ofDay[last - since] === bucket ? bucket : none
  }
  return ofRow
}

function boundsOf(day: number, unit: BucketUnit): [number, number] {
  if (unit === 'day') return [day, day]
  const { start, end } = bucketOf(dateOfDay(day), unit)
  return [dayNumber(start), dayNumber(end)]
}

/** What the view over time shows, of the strata that are asked for: a group for each bucket, the last one for what fits none. */
export interface TimeSums {
  sums: Float64Array
  /** Incidents of each type, as many numbers a bucket as there are types. */
  types: Float64Array
}

/** The same by bucket and stratum, summed over some of the rows. */
export class TimeTally {
  readonly buckets: Buckets
  readonly #sums: Float64Array
  readonly columns: readonly Float64Array[]
  /** By stratum: the type of its kind. */
  readonly #typeOf: Uint8Array
  readonly #losses: Losses

  constructor({ kinds }: Facts, buckets: Buckets, { graded, losses }: Pick<Known, 'graded' | 'losses'>) {
    this.buckets = buckets
    this.#losses = losses
    this.#typeOf = Uint8Array.from(graded.keys.kind ?? [], (kind) =>
      kindTypes.indexOf(typeOfKind(kinds[kind] as Kind)),
    )
    this.#sums = newSums(buckets.rows.size)
    this.columns = [this.#sums]
  }

  /** Adds rows, or takes them away where `sign` is -1. */
  add(rows: Uint32Array, sign: 1 | -1): void {
    addRows(this.#sums, this.buckets.rows.part, this.#losses, rows, sign)
  }

  /** Of the strata that fail nothing. */
  of(strataFail: Uint16Array): TimeSums {
    const { starts, rows } = this.buckets
    const sums = newSums(starts.length + 1)
    const types = new Float64Array((starts.length + 1) * TYPES)
    for (let part = 0; part < rows.size; part++) {
      const stratum = rows.stratum[part] as number
      const incidents = incidentsAt(this.#sums, part * STRIDE)
      if (incidents === 0 || strataFail[stratum] !== 0) continue
      const bucket = rows.group[part] as number
      addGroup(sums, bucket * STRIDE, this.#sums, part * STRIDE, 1)
      add(types, bucket * TYPES + (this.#typeOf[stratum] as number), incidents)
    }
    return { sums, types }
  }
}
