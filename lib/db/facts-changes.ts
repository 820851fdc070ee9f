import type { Viewer } from '@/lib/access/viewer'
import { Prisma } from '@/prisma/generated/client'
import type { Database } from './transaction'
import { presentIncidents } from './visible-to'

/**
 * A moment of the database: which transactions were seen then. It is taken before facts are read, so that facts hold at
 * least what it saw; what it did not see is told again, at worst twice.
 */
export interface FactsMoment {
  /** As `pg_current_snapshot()` writes it. */
  snapshot: string
  /** Embargoes end with a day. */
  day: string
  /** Seconds since 1970 by the database's clock. */
  at: number
  /** Numbers of transactions say nothing of those of another database. */
  database: string
}

/** So many running transactions a moment names; of more it takes all from the oldest on as not seen. */
const MOST_RUNNING = 60

export async function factsMoment(db: Database): Promise<FactsMoment> {
  const [row] = await db.$queryRaw<FactsMoment[]>`
    select case when pg_is_in_recovery() or (select count(*) from pg_snapshot_xip(s)) > ${MOST_RUNNING}
        then concat(pg_snapshot_xmin(s), ':', pg_snapshot_xmin(s), ':') else s::text end snapshot,
      to_char(now() at time zone 'utc', 'YYYY-MM-DD') "day", floor(extract(epoch from now()))::int at,
      concat_ws('.', current_database(), (select oid from pg_database where datname = current_database())) database
    from pg_current_snapshot() s`
  if (!row) throw new Error('Postgres told no moment')
  return row
}

/** For so long, in seconds, a moment can be asked from. What is told of is kept for twelve hours: no transaction runs for eleven. */
const ASKED_FROM_S = 3_600

/** Of more incidents all is read anew. */
const MOST_CHANGED = 2_000

/**
 * Incidents whose facts may have changed since a moment, for anybody; null where that may be all of them.
 *
 * A row is new exactly if its transaction was not seen then: that also holds of one that had begun before others that
 * were seen, and is committed after them. `xid >= xmin` only lets an index find them: all before it were at an end.
 */
export async function changedSince(
  db: Database,
  since: FactsMoment,
  now: FactsMoment,
  longest = ASKED_FROM_S,
): Promise<number[] | null> {
  const isOfToday = since.day === now.day && since.database === now.database
  if (!isOfToday || now.at - since.at > longest || isAfter(since, now)) return null
  const rows = await db.$queryRaw<{ id: number }[]>`
    select distinct incident_id id from facts_change c where ${isNew(since)} limit ${MOST_CHANGED + 1}`
  const ids = rows.map(({ id }) => id)
  return ids.length > MOST_CHANGED || ids.includes(0) ? null : ids
}

/**
 * Of incidents with these ids those that the viewer could read before a change of since then, whether or not they can now. What
 * they never could read is not among them.
 */
export async function readBefore(
  db: Database,
  viewer: Viewer,
  since: FactsMoment,
  ids: number[],
): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<{ id: number }[]>`
    select distinct i.incident_id id from facts_change i
    where ${isNew(since, 'i')} and i.incident_id = any(${ids}::int[]) and ${presentIncidents(viewer)}
    order by 1`
  return rows.map(({ id }) => id)
}

/** Whether a change since then is one for the viewer: of an incident that they can read, or could. */
export async function concernsSince(db: Database, viewer: Viewer, since: FactsMoment): Promise<boolean> {
  const [row] = await db.$queryRaw<{ any: boolean }[]>`
    select exists (select from facts_change i where ${isNew(since, 'i')}
      and (i.incident_id = 0 or ${presentIncidents(viewer)})) or exists (
      select from incident i where i.id in (select c.incident_id from facts_change c where ${isNew(since)})
        and ${presentIncidents(viewer)}) "any"`
  return row?.any ?? true
}

const isNew = ({ snapshot }: FactsMoment, alias: 'c' | 'i' = 'c'): Prisma.Sql => {
  const xid = Prisma.raw(`${alias}.xid`)
  return Prisma.sql`(${xid} >= pg_snapshot_xmin(${snapshot}::pg_snapshot)::text::bigint
    and not pg_visible_in_snapshot(${xid}::text::xid8, ${snapshot}::pg_snapshot))`
}

/** A database restored from a copy counts its transactions from where the copy was. */
const isAfter = (since: FactsMoment, now: FactsMoment): boolean => nextOf(since) > nextOf(now)

const nextOf = ({ snapshot }: FactsMoment): bigint => BigInt(snapshot.split(':')[1] ?? '0')
