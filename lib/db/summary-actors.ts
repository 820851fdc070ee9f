import type { Total } from '@/lib/analysis/summary'
import type { ActorTally } from '@/lib/analysis/tally'
import { Prisma } from '@/prisma/generated/client'
import { type CasualtySums, casualtiesOf, casualtySums } from './summary-columns'
import type { Database } from './transaction'

interface Row extends CasualtySums {
  actor: number | null
  actors: number
  incidents: number
}

/**
 * The `limit` actors with most incidents, then all others together. A party's figure is that of its cell with nothing
 * else said. Where its incident's whole has no best, neither does the party's add to one: its range stands as disputed.
 */
export async function actorTallies(db: Database, where: Prisma.Sql, limit: number): Promise<ActorTally[]> {
  const rows = await db.$queryRaw<Row[]>`
    with side as materialized (
      select p.actor_id, p.incident_id,
        i.killed_state, i.wounded_state,
        k.low killed_low, case when i.killed_best is not null then k.best end killed_best, k.high killed_high,
        k.open killed_open,
        w.low wounded_low, case when i.wounded_best is not null then w.best end wounded_best, w.high wounded_high,
        w.open wounded_open
      from incident i
      join party p on p.incident_id = i.id
      left join figure k on k.party_id = p.id and k.outcome = 'killed' and k.unit = 'persons'
        and k.site_id is null and k.person_status is null and k.sex_age is null
      left join figure w on w.party_id = p.id and w.outcome = 'wounded' and w.unit = 'persons'
        and w.site_id is null and w.person_status is null and w.sex_age is null
      where ${where}
    ),
    ranked as (
      select actor_id from side group by actor_id
      order by count(distinct incident_id) desc, actor_id limit ${limit}
    )
    select r.actor_id actor, count(distinct s.actor_id)::int actors, count(distinct s.incident_id)::int incidents,
      ${casualtySums}
    from side s left join ranked r on r.actor_id = s.actor_id
    group by r.actor_id
    order by r.actor_id is null, incidents desc, r.actor_id`
  return rows.map((row) => ({
    actor: row.actor,
    actors: row.actors,
    incidents: row.incidents,
    casualties: casualtiesOf(row),
  }))
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
