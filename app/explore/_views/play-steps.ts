import type { Bucket } from '@/lib/analysis/summary'
import type { CivilDate } from '@/lib/incident/when'

interface Period {
  from: CivilDate | null
  to: CivilDate | null
}

/**
 * The period one bucket later, as many buckets long as it is; the first bucket where none is chosen. Null at the end.
 */
export function nextStep(buckets: readonly Bucket[], { from, to }: Period): Period | null {
  const [first] = buckets
  if (first === undefined) return null
  if (from === null && to === null) return { from: first.start, to: first.end }
  const begin = from === null ? 0 : buckets.findIndex(({ end }) => end >= from)
  const end = to === null ? buckets.length - 1 : buckets.findLastIndex(({ start }) => start <= to)
  const [next, last] = [buckets[begin + 1], buckets[end + 1]]
  return begin < 0 || next === undefined || last === undefined ? null : { from: next.start, to: last.end }
}
