import { kindTypes, typeOfKind } from '@/lib/incident/kinds'
import { bucketOf } from '../buckets'
import type { BucketUnit } from '../summary'
import { addRows } from './add-losses'
import { dateOfDay, dayNumber, type Facts, NO_DAY } from './facts'
import type { Losses } from './losses'
import { add, newSums } from './sums'

/** How many types of kinds there are. */
const TYPES = kindTypes.length

/** The buckets of one unit in which any row begins, in order. */
export interface Buckets {
  unit: BucketUnit
  /** First day of each. */
  starts: Int32Array
  /** By row: the bucket that holds its whole span; `starts.length` where none does. */
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
  for (let row = 0; row < start.length; row++) {
    if (start[row] !== NO_DAY) starts.add(start[row] as number)
    last = Math.max(last, start[row] as number, end[row] as number)
  }
  return { starts: Int32Array.from(starts).sort(), last }
}

export function bucketsOf(facts: Facts, days: KnownDays, unit: BucketUnit): Buckets {
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
  return { unit, starts: Int32Array.from(starts), ofRow: bucketsOfRows(facts, ofDay, since, starts.length) }
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

/** What the view over time shows, summed over some of the rows: a group for each bucket, the last one for what fits none. */
export class TimeTally {
  readonly buckets: Buckets
  readonly sums: Float64Array
  /** Incidents of each type, as many numbers a bucket as there are types. */
  readonly types: Float64Array
  readonly columns: readonly Float64Array[]
  readonly #facts: Facts
  readonly #typeOf: Uint8Array
  readonly #losses: Losses

  constructor(facts: Facts, buckets: Buckets, losses: Losses) {
    this.#facts = facts
    this.buckets = buckets
    this.#losses = losses
    this.#typeOf = Uint8Array.from(facts.kinds, (kind) => kindTypes.indexOf(typeOfKind(kind)))
    this.sums = newSums(buckets.starts.length + 1)
    this.types = new Float64Array((buckets.starts.length + 1) * TYPES)
    this.columns = [this.sums, this.types]
  }

  /** Adds rows, or takes them away where `sign` is -1. */
  add(rows: Uint32Array, sign: 1 | -1): void {
    addRows(this.sums, this.buckets.ofRow, this.#losses, rows, sign)
    addTypes(this.types, this.buckets.ofRow, this.#facts.kind, this.#typeOf, rows, sign)
  }
}

function addTypes(
  types: Float64Array,
  bucketOf: Uint32Array,
  kind: Uint8Array,
  typeOf: Uint8Array,
  rows: Uint32Array,
  sign: number,
): void {
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    add(types, (bucketOf[row] as number) * TYPES + (typeOf[kind[row] as number] as number), sign)
  }
}
