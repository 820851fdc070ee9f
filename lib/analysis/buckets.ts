import type { CivilDate } from '@/lib/incident/when'
import type { Bucket, BucketUnit } from './summary'

/** No chart and no answer holds more buckets than this: a narrower unit gives way to the next wider one. */
export const MOST_BUCKETS = 2_000
const DAY = 86_400_000
const LONGEST_IN_DAYS = 62
const LONGEST_IN_MONTHS = 60

const units = ['day', 'week', 'month', 'year'] as const

/** The unit that shows a period best: days up to two months, months up to five years, else years. */
export function unitFor(period: Bucket): BucketUnit {
  if (days(period.end) - days(period.start) + 1 <= LONGEST_IN_DAYS) return 'day'
  return months(period.end) - months(period.start) + 1 <= LONGEST_IN_MONTHS ? 'month' : 'year'
}

/** `unit`, or the first wider one of which `period` has at most {@link MOST_BUCKETS}. */
export function unitThatFits(unit: BucketUnit, period: Bucket): BucketUnit {
  const long = days(period.end) - days(period.start) + 1
  const shortest = { day: 1, week: 7, month: 28, year: 365 }
  return units.slice(units.indexOf(unit)).find((wider) => long / shortest[wider] <= MOST_BUCKETS) ?? 'year'
}

/** The day, week (from Monday), month or year that `date` lies in. */
export function bucketOf(date: CivilDate, unit: BucketUnit): Bucket {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  switch (unit) {
    case 'day':
      return { start: date, end: date }
    case 'week': {
      // 1 January 1970 was a Thursday.
      const monday = days(date) - ((((days(date) + 3) % 7) + 7) % 7)
      return { start: fromDays(monday), end: fromDays(monday + 6) }
    }
    case 'month':
      return { start: `${date.slice(0, 7)}-01`, end: fromDays(Date.UTC(year, month, 1) / DAY - 1) }
    case 'year':
      return { start: `${date.slice(0, 4)}-01-01`, end: `${date.slice(0, 4)}-12-31` }
  }
}

/** Every bucket from that of `period.start` to that of `period.end`, in order: those of `buckets`, and empty ones between. */
export function fillGaps<B extends Bucket>(
  buckets: B[],
  period: Bucket,
  unit: BucketUnit,
  empty: (bucket: Bucket) => B,
): B[] {
  const known = new Map(buckets.map((bucket) => [bucket.start, bucket]))
  const filled: B[] = []
  for (let next = bucketOf(period.start, unit); next.start <= period.end; ) {
    filled.push(known.get(next.start) ?? empty(next))
    next = bucketOf(fromDays(days(next.end) + 1), unit)
  }
  return filled
}

const days = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / DAY
const fromDays = (count: number): CivilDate => new Date(count * DAY).toISOString().slice(0, 10)
const months = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
