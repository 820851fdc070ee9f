import { kindTypes, typeOfKind } from '@/lib/incident/kinds'
import { bucketOf } from '../buckets'
import type { BucketUnit } from '../summary'
import { dateOfDay, dayNumber, type Facts, NO_DAY } from './facts'
import { addIncident, type Losses } from './losses'
import { newSums, STRIDE } from './sums'

/** The buckets of one unit in which any row begins, in order. */
export interface Buckets {
  unit: BucketUnit
  /** First day of each. */
  starts: Int32Array
  /** The bucket of each day since `since`; `starts.length` where no row begins in it. */
  ofDay: Uint32Array
  since: number
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

export function bucketsOf({ starts: days, last }: KnownDays, unit: BucketUnit): Buckets {
  const since = dayNumber(
    days.length === 0 ? '1970-01-01' : bucketOf(dateOfDay(days[0] as number), unit).start,
  )
  const starts: number[] = []
  const ofDay = new Uint32Array(days.length === 0 ? 0 : last - since + 1)
  ofDay.fill(0xffff_ffff)
  let past = -Infinity
  for (const day of days) {
    if (day < past) continue
    const [first, end] = unit === 'day' ? [day, day] : boundsOf(day, unit)
    past = end + 1
    ofDay.fill(starts.length, first - since, past - since)
    starts.push(first)
  }
  return { unit, starts: Int32Array.from(starts), ofDay, since }
}

function boundsOf(day: number, unit: BucketUnit): [number, number] {
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
    this.types = new Float64Array((buckets.starts.length + 1) * kindTypes.length)
    this.columns = [this.sums, this.types]
  }

  /** Adds rows, or takes them away where `sign` is -1. */
  add(rows: Uint32Array, sign: 1 | -1): void {
    const { kind } = this.#facts
    const losses = this.#losses
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number
      const bucket = this.#bucketOf(row)
      addIncident(this.sums, bucket * STRIDE, losses, row, sign)
      const at = bucket * kindTypes.length + (this.#typeOf[kind[row] as number] as number)
      this.types[at] = (this.types[at] as number) + sign
    }
  }

  /** The bucket that holds the whole span of a row. */
  #bucketOf(row: number): number {
    const { starts, ofDay, since } = this.buckets
    const [first, last] = [this.#facts.start[row] as number, this.#facts.end[row] as number]
    if (first === NO_DAY || last === NO_DAY) return starts.length
    const bucket = ofDay[first - since] as number
    return first === last || ofDay[last - since] === bucket ? bucket : starts.length
  }
}
