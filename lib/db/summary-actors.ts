import type { Total } from '@/lib/analysis/summary'
import type { ActorTally } from '@/lib/analysis/tally'
import { Prisma } from '@/prisma/generated/client'
import { type CasualtySums, casualtiesOf, casualtySums, sumOfSums } from './summary-columns'
import type { Scope } from './summary-scope'
import { type Database, withJoinsFor } from './transaction'

interface Row extends CasualtySums {
  actor: number | null
  actors: number
  parties: number
  withheld: number
}

/**
 * The `limit` actors that took part most often, then all others together. A party's figure is that of its cell with
 * nothing else said. Where its incident's whole has no best, neither does the party's add to one: its range stands as
 * disputed.
 */
export async function actorTallies(db: Database, scope: Scope, limit: number): Promise<ActorTally[]> {
  const { incidents } = scope
  const rows = await withJoinsFor(db, incidents, () => sumsByActor(db, scope, limit))
  const shown = rows.flatMap((row) => row.actor ?? [])
  const again = await furtherParts(db, scope, shown)
  const beyond =
    shown.length < rows.length
      ? await withJoinsFor(db, incidents, () => incidentsBeyond(db, scope, shown))
      : noneOf
  return rows
    .map((row) => ({
      actor: row.actor,
      actors: row.actors,
      ...counted(row, row.actor === null ? beyond : less(partsOf(row), again.get(row.actor) ?? noneOf)),
    }))
    .sort((a, b) => b.incidents - a.incidents || (a.actor ?? 0) - (b.actor ?? 0))
}

/** How many incidents or parties, those of datasets that do not collect an outcome, and those whose figures leave out claims. */
interface Counts {
  n: number
  killed: number
  wounded: number
  withheld: number
}

const noneOf: Counts = { n: 0, killed: 0, wounded: 0, withheld: 0 }

const countsOf = ({ leavesOut }: Scope) => Prisma.sql`
  count(*)::int n, (count(*) filter (where ${leavesOut}))::int withheld,
  (count(*) filter (where i.killed_state = 'not-collected'))::int killed,
  (count(*) filter (where i.wounded_state = 'not-collected'))::int wounded`

const partsOf = (row: Row): Counts => ({
  n: row.parties,
  killed: row.kNotCollected,
  wounded: row.wNotCollected,
  withheld: row.withheld,
})

const less = (all: Counts, some: Counts): Counts => ({
  n: all.n - some.n,
  killed: all.killed - some.killed,
  wounded: all.wounded - some.wounded,
  withheld: all.withheld - some.withheld,
})

/** The losses are those of the parties; the incidents are counted once each, however many parties they have here. */
function counted(row: Row, { n, killed, wounded, withheld }: Counts): Omit<ActorTally, 'actor' | 'actors'> {
  const casualties = casualtiesOf({ ...row, kNotCollected: killed, wNotCollected: wounded })
  return { incidents: n, withheld, casualties }
}

function sumsByActor(db: Database, { from, where, others, leavesOut }: Scope, limit: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    with by_actor as (
      select actor_id, count(*) parties, count(*) filter (where leaves_out) withheld, ${casualtySums}
      from (
        select p.actor_id, ${leavesOut} leaves_out,
          i.killed_state, k.low killed_low, case when i.killed_best is not null then k.best end killed_best,
          k.high killed_high, k.open killed_open,
          i.wounded_state, w.low wounded_low, case when i.wounded_best is not null then w.best end wounded_best,
          w.high wounded_high, w.open wounded_open
        from ${from} i
        join party p on p.incident_id = i.id
        left join figure k on k.party_id = p.id and ${wholeOfSide('k', 'killed', others)}
        left join figure w on w.party_id = p.id and ${wholeOfSide('w', 'wounded', others)}
        where ${where}
      ) side
      group by actor_id
    ),
    ranked as (select *, row_number() over (order by parties desc, actor_id) <= ${limit} shown from by_actor)
    select case when shown then actor_id end actor, count(*)::int actors, sum(parties)::int parties,
      sum(withheld)::int withheld, ${sumOfSums}
    from ranked group by 1`
}

/**
 * How often each of `actors` has a further part in an incident in which it has one: the incident counts once. Nobody has
 * the same part twice, so imported parties, all of them participants, are passed by.
 */
async function furtherParts(db: Database, scope: Scope, actors: number[]): Promise<Map<number, Counts>> {
  const rows = await db.$queryRaw<({ actor: number } & Counts)[]>`
    select p.actor_id actor, ${countsOf(scope)}
    from party p join ${scope.from} i on i.id = p.incident_id
    where p.part <> 'participant' and p.actor_id = any(${actors}::int[]) and ${scope.where}
      and exists (
        select from party q where q.incident_id = p.incident_id and q.actor_id = p.actor_id
          and (q.part = 'participant' or q.id < p.id))
    group by 1`
  return new Map(rows.map(({ actor, ...counts }) => [actor, counts]))
}

/** Condition of a figure that tells the whole loss of one side. The index figure_of_party holds these rows. */
export const wholeOfSide = (alias: 'k' | 'w' | 'f', outcome: 'killed' | 'wounded', others: Scope['others']) =>
  Prisma.raw(
    `${alias}.outcome = '${outcome}' and ${alias}.unit = 'persons' and ${alias}.site_id is null
      and ${alias}.person_status is null and ${alias}.sex_age is null and ${alias}.audience <> '${others}'`,
  )

/** Incidents in which anybody but `actors` took part. */
async function incidentsBeyond(db: Database, scope: Scope, actors: number[]): Promise<Counts> {
  const [row] = await db.$queryRaw<Counts[]>`
    select ${countsOf(scope)} from ${scope.from} i
    where ${scope.where}
      and exists (select from party p where p.incident_id = i.id and p.actor_id <> all(${actors}::int[]))`
  return row ?? noneOf
}

interface UndecidedRow {
  outcome: 'killed' | 'wounded'
  count: number
  low: number
  high: number
}

/**
 * Ranges of the incidents whose whole has no best and of which no party's figure says anything. The index
 * incident_undecided holds the incidents without a best.
 */
export async function undecidedWithoutParty(
  db: Database,
  { from, where, others }: Scope,
): Promise<{ killed: Total['disputed']; wounded: Total['disputed'] }> {
  const rows = await db.$queryRaw<UndecidedRow[]>`
    select u.outcome, count(*)::int "count", sum(u.low)::float8 low, sum(u.high)::float8 high
    from ${from} i
    cross join lateral (values
      ('killed', i.killed_low, i.killed_best, i.killed_high),
      ('wounded', i.wounded_low, i.wounded_best, i.wounded_high)
    ) u (outcome, low, best, high)
    where ${where} and ${undecided} and u.best is null and u.low is not null
      and not exists (
        select from party p join figure f on f.party_id = p.id
        where p.incident_id = i.id and f.outcome = u.outcome and f.unit = 'persons' and f.low is not null
          and f.site_id is null and f.person_status is null and f.sex_age is null and f.audience <> ${others})
    group by 1`
  const rangeOf = (outcome: UndecidedRow['outcome']) => {
    const { count = 0, low = 0, high = 0 } = rows.find((row) => row.outcome === outcome) ?? {}
    return { count, low: low ?? 0, high: high ?? 0 }
  }
  return { killed: rangeOf('killed'), wounded: rangeOf('wounded') }
}

/** As the index incident_undecided says it. */
const undecided = Prisma.sql`
  (i.killed_best is null and i.killed_low is not null or i.wounded_best is null and i.wounded_low is not null)`
