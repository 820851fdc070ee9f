import type { Filter } from '@/lib/analysis/filter'
import type { BucketUnit } from '@/lib/analysis/summary'
import type { PlaceTally, TimeTally } from '@/lib/analysis/tally'
import type { Kind } from '@/lib/incident/kinds'
import { Prisma } from '@/prisma/generated/client'
import { type CasualtySums, casualtiesOf, casualtySums, factColumns } from './summary-columns'
import type { Database } from './transaction'

interface Row extends CasualtySums {
  byTime: boolean
  start: string | null
  kind: Kind
  dataset: number | null
  place: number | null
  incidents: number
}

/** Both groupings in one pass over the incidents of `where`, which asks for these places. */
export async function tallies(
  db: Database,
  where: Prisma.Sql,
  unit: BucketUnit,
  { places, primaryPlaces }: Pick<Filter, 'places' | 'primaryPlaces'>,
): Promise<{ byTime: TimeTally[]; byPlace: PlaceTally[] }> {
  const rows = await db.$queryRaw<Row[]>`
    select grouping(m.kind) = 0 "byTime", to_char(m.bucket, 'YYYY-MM-DD') start, m.kind, m.dataset_id dataset,
      m.place, count(*)::int incidents, ${casualtySums}
    from (
      select i.kind, i.dataset_id, ${bucketStart(unit)} bucket, l.place, ${factColumns}
      from incident i left join (${levels(primaryPlaces.length > 0 ? primaryPlaces : places)}) l on l.id = i.place_id
      where ${where}
    ) m
    group by grouping sets ((m.bucket, m.kind), (m.dataset_id, m.place))`
  const filled = rows.map((row) => ({ ...row, casualties: casualtiesOf(row) }))
  return {
    byTime: filled
      .filter((row) => row.byTime)
      .map(({ start, kind, incidents, casualties }) => ({ start, kind, incidents, casualties })),
    byPlace: filled
      .filter((row) => !row.byTime)
      .map(({ dataset, place, incidents, casualties }) => ({ dataset, place, incidents, casualties })),
  }
}

/** First day of the bucket that holds the whole span; null where none does. A comparison with null is never true. */
function bucketStart(unit: BucketUnit): Prisma.Sql {
  if (unit === 'day') return Prisma.sql`case when i.start_on = i.end_on then i.start_on end`
  const first = (column: string) => `date_trunc('${unit}', i.${column}::timestamp)`
  return Prisma.raw(
    `case when i.start_on = i.end_on or ${first('start_on')} = ${first('end_on')} then ${first('start_on')}::date end`,
  )
}

/**
 * For every place the one that it counts under: the country, what lies next below the one asked for, or which of several.
 * A place that lies in none of those asked for is missing.
 */
function levels(places: number[]): Prisma.Sql {
  const [only, ...more] = places
  if (only === undefined) return Prisma.sql`select p.id, p.path[1] place from place p`
  if (more.length === 0) {
    return Prisma.sql`
      select p.id, coalesce(p.path[array_position(p.path, ${only}::int) + 1], ${only}::int) place
      from place p where p.path && array[${only}::int]`
  }
  return Prisma.sql`
    select p.id, (
      select step.id from unnest(p.path) with ordinality step(id, depth)
      where step.id = any(${places}::int[]) order by step.depth limit 1
    ) place
    from place p where p.path && ${places}::int[]`
}
