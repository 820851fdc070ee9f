import type { Bucket } from '@/lib/analysis/summary'
import type { CivilDate, When } from '@/lib/incident/when'

/** Where a span lies in a stretch of days, as shares of it from 0 to 1, and on which sides it runs out of it. */
interface PlacedSpan {
  from: number
  to: number
  before: boolean
  after: boolean
}

/** Places a span in a bucket. An open end runs out on its side. */
export function placeSpan({ start, end }: Pick<When, 'start' | 'end'>, bucket: Bucket): PlacedSpan {
  const days = daysBetween(bucket.start, bucket.end) + 1
  const share = (day: number) => Math.min(1, Math.max(0, day / days))
  return {
    from: start === null ? 0 : share(daysBetween(bucket.start, start)),
    to: end === null ? 1 : share(daysBetween(bucket.start, end) + 1),
    before: start === null || start < bucket.start,
    after: end === null || end > bucket.end,
  }
}

const DAY_MS = 86_400_000

const daysBetween = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
