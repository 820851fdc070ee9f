import { type KindType, kindTypes } from '@/lib/incident/kinds'
import { bucketOf, fillGaps } from '../buckets'
import type { Bucket, Summary } from '../summary'
import { noCasualties } from '../totals'
import { dateOfDay } from './facts'
import { countedAt, incidentsAt, STRIDE } from './sums'
import type { TimeCells } from './time-cells'
import type { TimeSums } from './time-tally'

type OverTime = Summary['overTime']

/** The view over time: every bucket of `period`, the first and last day of what it counts; none where that is nothing. */
export function overTime(
  { starts, unit }: TimeCells,
  { sums, types }: TimeSums,
  period: Bucket | null,
): OverTime {
  const group = (k: number) => ({ ...countedAt(sums, k * STRIDE), byType: typesAt(types, k) })
  const found: OverTime['buckets'] = []
  for (let k = 0; k < starts.length; k++)
    if (incidentsAt(sums, k * STRIDE) > 0)
      found.push({ ...bucketOf(dateOfDay(starts[k] as number), unit), ...group(k) })
  return {
    unit,
    buckets: period === null ? [] : fillGaps(found, period, unit, emptyBucket),
    unplaced: group(starts.length),
  }
}

const emptyBucket = (bucket: Bucket): OverTime['buckets'][number] => ({
  ...bucket,
  incidents: 0,
  withheld: 0,
  casualties: noCasualties(),
  byType: {},
})

function typesAt(types: Float64Array, bucket: number): Partial<Record<KindType, number>> {
  const byType: Partial<Record<KindType, number>> = {}
  for (const [k, type] of kindTypes.entries()) {
    const incidents = types[bucket * kindTypes.length + k] as number
    if (incidents > 0) byType[type] = incidents
  }
  return byType
}
