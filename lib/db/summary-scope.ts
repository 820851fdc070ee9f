import type { Viewer } from '@/lib/access/viewer'
import type { DuplicateLink } from '@/lib/analysis/duplicates'
import type { Filter } from '@/lib/analysis/filter'
import type { Bucket } from '@/lib/analysis/summary'
import { Prisma } from '@/prisma/generated/client'
import { matching } from './filter-sql'
import { othersFigures } from './incidents-of'
import type { Database } from './transaction'
import { leavesOutClaims } from './withheld-figures'

/** What a summary is over: the incidents of the filter that count. */
export interface Scope {
  /** The incidents, for `from … i`. */
  from: Prisma.Sql
  /** The audience whose figures are not to be read. */
  others: 'readers' | 'team'
  where: Prisma.Sql
  /** First and last day that any of them may have been on; null where there are none. */
  extent: Bucket | null
  incidents: number
  /** Of `incident i`: whether its figures leave out claims, and are to say so. */
  leavesOut: Prisma.Sql
  withheld: number
  duplicates: number
  partlyInside: number
}

interface Head {
  incidents: number
  withheld: number
  start: string | null
  end: string | null
}

/** Which `incident_link l` says of two incidents of one status that they are the same. */
export const ofOneStatus = Prisma.sql`
  (select a.status from incident a where a.id = l.from_id) = (select b.status from incident b where b.id = l.to_id)`

/**
 * Finds out over what a summary goes. `leaveOut` decides which of the duplicates are not counted, by the links `l` that
 * `which` means.
 */
export async function summaryScope(
  db: Database,
  filter: Filter,
  viewer: Viewer,
  leaveOut: (links: DuplicateLink[]) => number[],
  which = Prisma.sql`true`,
): Promise<Scope> {
  const { incidents: from, inside: matched, partlyInside } = await matching(db, filter, viewer)
  const leftOut = leaveOut(await duplicateLinks(db, from, matched, which))
  const where = leftOut.length === 0 ? matched : Prisma.sql`${matched} and i.id <> all(${leftOut}::int[])`
  const leavesOut = await leavesOutClaims(db, viewer)
  const [head] = await db.$queryRaw<Head[]>`
    select count(*)::int incidents, (count(*) filter (where ${leavesOut}))::int withheld,
      to_char(min(i.sort_on), 'YYYY-MM-DD') start,
      to_char(max(coalesce(i.end_on, i.start_on)), 'YYYY-MM-DD') "end"
    from ${from} i where ${where}`
  const { start = null, end = null, incidents = 0, withheld = 0 } = head ?? {}
  return {
    from,
    others: othersFigures(viewer),
    where,
    extent: start === null || end === null ? null : { start, end },
    incidents,
    leavesOut,
    withheld,
    duplicates: leftOut.length,
    partlyInside: await countPartlyInside(db, filter, from, partlyInside),
  }
}

/** Links of which both ends are in the filter: where only the duplicate is, it is what there is to count. */
async function duplicateLinks(
  db: Database,
  from: Prisma.Sql,
  matched: Prisma.Sql,
  which: Prisma.Sql,
): Promise<DuplicateLink[]> {
  return await db.$queryRaw<DuplicateLink[]>`
    select l.from_id "from", l.to_id "to" from incident_link l
    where l.kind = 'duplicate-of' and ${which}
      and exists (select from ${from} i where i.id = l.from_id and ${matched})
      and exists (select from ${from} i where i.id = l.to_id and ${matched})
    order by l.from_id, l.to_id`
}

async function countPartlyInside(
  db: Database,
  filter: Filter,
  from: Prisma.Sql,
  where: Prisma.Sql,
): Promise<number> {
  if (filter.from === null && filter.to === null) return 0
  const [row] = await db.$queryRaw<{ n: number }[]>`
    select count(*)::int n from ${from} i where ${where}`
  return row?.n ?? 0
}

/** Episodes that have a claim and all of whose incidents are counted; of `ids` those that any of these is of. */
export async function episodesWithin(
  db: Database,
  { from, where }: Pick<Scope, 'from' | 'where'>,
  ids?: number[],
): Promise<number[]> {
  const isAsked = ids
    ? Prisma.sql`e.episode_id in (select m.episode_id from episode_incident m where m.incident_id = any(${ids}::int[]))`
    : Prisma.sql`true`
  const rows = await db.$queryRaw<{ id: number }[]>`
    select e.episode_id id from episode_incident e
    where ${isAsked} and exists (select from claim c where c.episode_id = e.episode_id)
    group by e.episode_id
    having bool_and(exists (select from ${from} i where i.id = e.incident_id and ${where}))
    order by e.episode_id`
  return rows.map((row) => row.id)
}

/**
 * Whether incidents of two sources begin in one month in one division of a country. `small` are all sources but the
 * largest (null is what was logged here): only the time that they are of is looked at.
 */
export async function sourcesMeet(
  db: Database,
  { from, where }: Pick<Scope, 'from' | 'where'>,
  small: (number | null)[],
): Promise<boolean> {
  const datasets = small.filter((id) => id !== null)
  const own = small.includes(null) ? Prisma.sql`or i.dataset_id is null` : Prisma.empty
  const [row] = await db.$queryRaw<{ meet: boolean }[]>`
    with cell as materialized (
      select distinct ${source} source, ${division} division, date_trunc('month', i.sort_on::timestamp)::date since
      from ${from} i join place p on p.id = i.place_id
      where ${where} and (i.dataset_id = any(${datasets}::int[]) ${own})
    )
    select exists (
      select from ${from} i join place p on p.id = i.place_id
      join cell on cell.source <> ${source} and cell.division = ${division}
        and cell.since = date_trunc('month', i.sort_on::timestamp)::date
      where ${where} and i.sort_on >= (select min(since) from cell)
        and i.sort_on < (select max(since) + interval '1 month' from cell)::date
    ) meet`
  return row?.meet ?? false
}

const source = Prisma.sql`coalesce(i.dataset_id, 0)`
const division = Prisma.sql`coalesce(p.path[2], p.path[1])`
