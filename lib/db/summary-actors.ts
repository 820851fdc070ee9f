import type { Total } from '@/lib/analysis/summary'
import type { ActorTally } from '@/lib/analysis/tally'
import { Prisma } from '@/prisma/generated/client'
import { type CasualtySums, casualtiesOf, casualtySums, sumOfSums } from './summary-columns'
import type { Database } from './transaction'

interface Row extends CasualtySums {
  actor: number | null
  actors: number
}

/**
 * The `limit` actors that took part most often, then all others together. A party's figure is that of its cell with
 * nothing else said. Where its incident's whole has no best, neither does the party's add to one: its range stands as
 * disputed.
 */
export async function actorTallies(db: Database, where: Prisma.Sql, limit: number): Promise<ActorTally[]> {
  const rows = await db.$queryRaw<Row[]>`
    with by_actor as (
      select actor_id, count(*) parties, ${casualtySums}
      from (
        select p.actor_id,
          i.killed_state, k.low killed_low, case when i.killed_best is not null then k.best end killed_best,
          k.high killed_high, k.open killed_open,
          i.wounded_state, w.low wounded_low, case when i.wounded_best is not null then w.best end wounded_best,
          w.high wounded_high, w.open wounded_open
        from incident i
        join party p on p.incident_id = i.id
        left join figure k on k.party_id = p.id and ${sideOf('k', 'killed')}
        left join figure w on w.party_id = p.id and ${sideOf('w', 'wounded')}
        where ${where}
      ) side
      group by actor_id
    ),
    ranked as (select *, row_number() over (order by parties desc, actor_id) <= ${limit} shown from by_actor)
    select case when shown then actor_id end actor, count(*)::int actors, ${sumOfSums}
    from ranked group by 1`
  const shown = rows.flatMap((row) => row.actor ?? [])
  const incidents = await incidentsOf(db, where, shown)
  return rows
    .map((row) => ({
      actor: row.actor,
      actors: row.actors,
      incidents: incidents.get(row.actor) ?? 0,
      casualties: casualtiesOf(row),
    }))
    .sort((a, b) => b.incidents - a.incidents || (a.actor ?? 0) - (b.actor ?? 0))
}

/** Condition of a figure that tells the whole loss of one side. The index figure_of_party holds these rows. */
const sideOf = (alias: 'k' | 'w', outcome: 'killed' | 'wounded') =>
  Prisma.raw(
    `${alias}.outcome = '${outcome}' and ${alias}.unit = 'persons' and ${alias}.site_id is null
      and ${alias}.person_status is null and ${alias}.sex_age is null`,
  )

/** Incidents of each of `actors`, and under null those of anybody else: one in which somebody has two parts is one. */
async function incidentsOf(
  db: Database,
  where: Prisma.Sql,
  actors: number[],
): Promise<Map<number | null, number>> {
  const rows = await db.$queryRaw<{ actor: number | null; n: number }[]>`
    select p.actor_id actor, count(distinct p.incident_id)::int n
    from party p join incident i on i.id = p.incident_id
    where p.actor_id = any(${actors}::int[]) and ${where} group by 1
    union all
    select null, count(*)::int from incident i
    where ${where}
      and exists (select from party p where p.incident_id = i.id and p.actor_id <> all(${actors}::int[]))`
  return new Map(rows.map((row) => [row.actor, row.n]))
}

/** Ranges of the incidents whose whole has no best and of which no party's figure says anything. */
export async function undecidedWithoutParty(
  db: Database,
  where: Prisma.Sql,
): Promise<{ killed: Total['disputed']; wounded: Total['disputed'] }> {
  const [killed, wounded] = [await undecided(db, where, 'killed'), await undecided(db, where, 'wounded')]
  return { killed, wounded }
}

async function undecided(
  db: Database,
  where: Prisma.Sql,
  outcome: 'killed' | 'wounded',
): Promise<Total['disputed']> {
  const column = (end: 'low' | 'best' | 'high') => Prisma.raw(`i.${outcome}_${end}`)
  const [row] = await db.$queryRaw<Total['disputed'][]>`
    select count(*)::int "count", coalesce(sum(${column('low')}), 0)::float8 low,
      coalesce(sum(${column('high')}), 0)::float8 high
    from incident i
    where ${where} and ${column('best')} is null and ${column('low')} is not null
      and not exists (
        select from party p join figure f on f.party_id = p.id
        where p.incident_id = i.id and f.outcome = ${outcome} and f.unit = 'persons' and f.low is not null
          and f.site_id is null and f.person_status is null and f.sex_age is null)`
  return row ?? { count: 0, low: 0, high: 0 }
}
