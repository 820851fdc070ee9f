import type { Counted } from '@/lib/analysis/facts/answer'
import { Prisma } from '@/prisma/generated/client'
import { type CasualtySums, casualtiesOf, casualtySums } from '../summary-columns'
import type { Scope } from '../summary-scope'
import type { Database } from '../transaction'

interface Row extends CasualtySums {
  key: string | null
  incidents: number
  withheld: number
}

/** By what the incidents of a scope may be counted: a text of `incident i`, null where it has none. */
const keys = {
  kind: Prisma.sql`i.kind`,
  status: Prisma.sql`i.status`,
  grade: Prisma.sql`i.grade`,
  dataset: Prisma.sql`(select d.slug from dataset d where d.id = i.dataset_id)`,
} as const

export interface CountedGroup extends Counted {
  key: string | null
}

/** The incidents of a scope that are alike in one column, counted together; in no order. */
export async function countedGroups(
  db: Database,
  { from, where, leavesOut }: Scope,
  by: keyof typeof keys,
): Promise<CountedGroup[]> {
  const rows = await db.$queryRaw<Row[]>`
    select ${keys[by]} key, count(*)::int incidents, (count(*) filter (where ${leavesOut}))::int withheld,
      ${casualtySums}
    from ${from} i where ${where} group by 1`
  return rows.map(({ key, incidents, withheld, ...sums }) => ({
    ...{ key, incidents, withheld },
    casualties: casualtiesOf(sums),
  }))
}

/** Of these actors each two that took part in one incident of the scope, and in how many they did. */
export function pairsOf(
  db: Database,
  { from, where }: Scope,
  actors: readonly number[],
): Promise<{ one: number; other: number; incidents: number }[]> {
  const isMeant = (alias: 'p' | 'q') => Prisma.sql`${Prisma.raw(alias)}.actor_id = any(${[...actors]}::int[])`
  return db.$queryRaw`
    select p.actor_id one, q.actor_id other, count(distinct i.id)::int incidents
    from ${from} i
    join party p on p.incident_id = i.id and ${isMeant('p')}
    join party q on q.incident_id = i.id and ${isMeant('q')} and q.actor_id <> p.actor_id
    where ${where} group by 1, 2`
}
