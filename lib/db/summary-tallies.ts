import type { Filter } from '@/lib/analysis/filter'
import type { BucketUnit } from '@/lib/analysis/summary'
import type { EvidenceTally, PlaceTally, TimeTally } from '@/lib/analysis/tally'
import type { Kind } from '@/lib/incident/kinds'
import type { Grade, Means } from '@/lib/incident/lists'
import { Prisma } from '@/prisma/generated/client'
import { type CasualtySums, casualtiesOf, casualtySums, sumOfSums } from './summary-columns'
import type { Scope } from './summary-scope'
import { type Database, withJoinsFor } from './transaction'

interface Row extends CasualtySums {
  by: 'time' | 'place' | 'evidence'
  start: string | null
  kind: Kind
  dataset: number | null
  place: number | null
  grade: Grade | null
  means: Means[]
  incidents: number
  withheld: number
}

/**
 * All groupings in one pass over the incidents of the scope, whose filter asks for these places. Places are summed up
 * to their level after that: there are few of them.
 */
export async function tallies(
  db: Database,
  { from, where, incidents, leavesOut }: Scope,
  unit: BucketUnit,
  { places, primaryPlaces }: Pick<Filter, 'places' | 'primaryPlaces'>,
): Promise<{ byTime: TimeTally[]; byPlace: PlaceTally[]; byEvidence: EvidenceTally[] }> {
  const under = level(primaryPlaces.length > 0 ? primaryPlaces : places)
  const rows = await withJoinsFor(
    db,
    incidents,
    () => db.$queryRaw<Row[]>`
    with tally as materialized (
      select case when grouping(i.kind) = 0 then 'time' when grouping(i.place_id) = 0 then 'place'
          else 'evidence' end "by", ${bucketStart(unit)} bucket, i.kind, i.dataset_id, i.place_id, i.grade, i.means,
        count(*) incidents, count(*) filter (where ${leavesOut}) withheld, ${casualtySums}
      from ${from} i where ${where}
      group by grouping sets ((2, i.kind), (i.dataset_id, i.place_id), (i.grade, i.means))
    )
    select "by", to_char(bucket, 'YYYY-MM-DD') start, kind, dataset_id dataset,
      (select ${under} from place p where p.id = place_id) place, grade, means, sum(incidents)::int incidents,
      sum(withheld)::int withheld, ${sumOfSums}
    from tally group by 1, 2, 3, 4, 5, 6, 7`,
  )
  return {
    byTime: rows
      .filter(({ by }) => by === 'time')
      .map(({ start, kind, ...row }) => ({ start, kind, ...countedOf(row) })),
    byPlace: rows
      .filter(({ by }) => by === 'place')
      .map(({ dataset, place, ...row }) => ({ dataset, place, ...countedOf(row) })),
    byEvidence: rows
      .filter(({ by }) => by === 'evidence')
      .map(({ grade, means, ...row }) => ({ grade, means, ...countedOf(row) })),
  }
}

const countedOf = ({ incidents, withheld, ...sums }: CasualtySums & Pick<Row, 'incidents' | 'withheld'>) => ({
  incidents,
  withheld,
  casualties: casualtiesOf(sums),
})

/** First day of the bucket that holds the whole span; null where none does. A comparison with null is never true. */
function bucketStart(unit: BucketUnit): Prisma.Sql {
  if (unit === 'day') return Prisma.sql`case when i.start_on = i.end_on then i.start_on end`
  const first = (column: string) => `date_trunc('${unit}', i.${column}::timestamp)`
  return Prisma.raw(
    `case when i.start_on = i.end_on or ${first('start_on')} = ${first('end_on')} then ${first('start_on')}::date end`,
  )
}

/**
 * The place that `place p` counts under: the country, what lies next below the one asked for, or which of several. Null
 * where it lies in none of those asked for.
 */
function level(places: number[]): Prisma.Sql {
  const [only, ...more] = places
  if (only === undefined) return Prisma.sql`p.path[1]`
  if (more.length === 0) {
    const below = Prisma.sql`p.path[array_position(p.path, ${only}::int) + 1]`
    return Prisma.sql`case when ${only}::int = any(p.path) then coalesce(${below}, ${only}::int) end`
  }
  return Prisma.sql`(
    select step.id from unnest(p.path) with ordinality step(id, depth)
    where step.id = any(${places}::int[]) order by step.depth limit 1)`
}
