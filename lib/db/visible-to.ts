import { isOfTeam, mayRead } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { Prisma } from '@/prisma/generated/client'

// The one place that decides which rows a viewer may read: as SQL for `incident i`, and for what hangs on it
// (`report r`, `statement s`, `claim c`), and as a condition of Prisma's own. Both say the same.

/** What the viewer may read of incidents, as a condition on `incident i`. */
export function visibleIncidents(viewer: Viewer): Prisma.Sql {
  if (!mayRead(viewer)) return Prisma.sql`false`
  if (viewer.kind === 'anonymous' && viewer.sees === 'sample')
    return Prisma.sql`(i.sample and i.visibility <> 'named')`
  const open = visibleRows(viewer, 'i')
  if (isOfTeam(viewer)) return open
  const account = accountOf(viewer)
  const published = Prisma.sql`(i.status = 'published' and ${open})`
  return account === null ? published : Prisma.sql`(${published} or i.created_by = ${account})`
}

/** Not `current_date`, which is of whatever zone the server was set to: both ways of asking must end an embargo at once. */
const utcDay = Prisma.sql`(now() at time zone 'utc')::date`

/** What the viewer may read of what hangs on an incident that they may read. */
export function visibleRows(viewer: Viewer, alias: 'i' | 'r' | 's' | 'c'): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}.${name}`)
  if (!mayRead(viewer)) return Prisma.sql`false`
  if (viewer.kind === 'keeper') return Prisma.sql`true`
  const widely =
    isOfTeam(viewer) || (viewer.kind === 'anonymous' && viewer.sees === 'sample')
      ? Prisma.sql`${column('visibility')} <> 'named'`
      : Prisma.sql`(${column('visibility')} = 'everyone' and (${column('embargo')} is null or ${column('embargo')} <= ${utcDay}))`
  const account = accountOf(viewer)
  if (account === null) return widely
  return Prisma.sql`(${widely} or ${account} = any(${column('named')}) or ${column('created_by')} = ${account})`
}

/**
 * Which `report r` counts as one that tells of incidents: one that the viewer reads. A dataset's own stands for the dataset,
 * which incidents name themselves.
 */
export const tellingReports = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`(${visibleRows(viewer, 'r')} and not exists (select from dataset d where d.report_id = r.id))`

/**
 * Which `report r` the viewer may name by its id: one that hangs on an incident that they may read, or that they brought
 * themselves. Ids can be guessed, and whoever attaches a report reads it.
 */
export function nameableReports(viewer: Viewer): Prisma.Sql {
  if (viewer.kind === 'keeper') return Prisma.sql`true`
  return Prisma.sql`(${visibleRows(viewer, 'r')} and (r.created_by = ${accountOf(viewer)} or exists (
    select from incident_report h join incident i on i.id = h.incident_id
    where h.report_id = r.id and ${presentIncidents(viewer)})))`
}

/** Which `statement s` the viewer may name by its id: cited by a report that they see, and claiming what they see. */
export function nameableStatements(viewer: Viewer): Prisma.Sql {
  if (viewer.kind === 'keeper') return Prisma.sql`true`
  return Prisma.sql`(${visibleRows(viewer, 's')}
    and exists (select from citation t join report r on r.id = t.report_id
      where t.statement_id = s.id and ${visibleRows(viewer, 'r')})
    and (s.created_by = ${accountOf(viewer)} or exists (
      select from claim c where c.statement_id = s.id and ${visibleRows(viewer, 'c')} and ${claimOfPresent(viewer)})))`
}

/** Which `claim c` of an incident that they may read the viewer sees, with what it rests on; as lib/incident/seen-log.ts has it. */
function seenClaims(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(${visibleRows(viewer, 'c')}
    and exists (select from statement s where s.id = c.statement_id and ${visibleRows(viewer, 's')}
      and (not exists (select from citation t where t.statement_id = s.id)
        or exists (select from citation t join report r on r.id = t.report_id
          where t.statement_id = s.id and ${visibleRows(viewer, 'r')})))
    and (c.report_id is null
      or exists (select from report r where r.id = c.report_id and ${visibleRows(viewer, 'r')})))`
}

/** Which `conflict_set x` of an incident that they may read the viewer sees: one of which two alternatives are left to them. */
export function seenConflictSets(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(select count(*) > 1 from generate_series(0, cardinality(x.alternative_names) - 1) n
    where not exists (select from alternative_claim a where a.conflict_set_id = x.id and a.alternative = n)
      or exists (select from alternative_claim a join claim c on c.id = a.claim_id
        where a.conflict_set_id = x.id and a.alternative = n and ${seenClaims(viewer)}))`
}

/** Whether `claim c` is of an incident that the viewer may read, or of an episode with one. Each by an index (`offset 0`), not of a list of all. */
export function claimOfPresent(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`(exists (select from incident i where i.id = c.incident_id and ${presentIncidents(viewer)} offset 0)
    or exists (select from episode_incident e join incident i on i.id = e.incident_id
      where e.episode_id = c.episode_id and ${presentIncidents(viewer)} offset 0))`
}

/** `visibleIncidents`, without those that were deleted. */
export const presentIncidents = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`(i.deleted_at is null and ${visibleIncidents(viewer)})`

/** `visibleIncidents` for Prisma's own queries of incidents. */
export function visibleIncidentWhere(viewer: Viewer): Prisma.IncidentWhereInput {
  if (!mayRead(viewer)) return nothing
  if (viewer.kind === 'anonymous' && viewer.sees === 'sample')
    return { AND: [{ sample: true, visibility: { not: 'named' } }] }
  const open = visibleWhere(viewer)
  if (isOfTeam(viewer)) return open
  const published = { AND: [{ status: 'published' }, open] }
  const account = accountOf(viewer)
  return account === null ? published : { AND: [{ OR: [published, { createdBy: account }] }] }
}

/** `visibleRows` for Prisma's own queries of reports, statements and claims. */
export function visibleWhere(viewer: Viewer): PartWhere {
  if (!mayRead(viewer)) return nothing
  if (viewer.kind === 'keeper') return {}
  const account = accountOf(viewer)
  const widely: PartWhere =
    isOfTeam(viewer) || (viewer.kind === 'anonymous' && viewer.sees === 'sample')
      ? { visibility: { not: 'named' } }
      : { visibility: 'everyone', OR: [{ embargo: null }, { embargo: { lte: startOfToday() } }] }
  if (account === null) return { AND: [widely] }
  return { AND: [{ OR: [widely, { named: { has: account } }, { createdBy: account }] }] }
}

interface PartWhere {
  visibility?: string | { not: string }
  embargo?: { lte: Date } | null
  named?: { has: string }
  createdBy?: string
  id?: { in: number[] }
  AND?: PartWhere[]
  OR?: PartWhere[]
}

const nothing = { id: { in: [] as number[] } }

/** An embargo ends with the day before it, by civil date in UTC. */
const startOfToday = (): Date => new Date(new Date().toISOString().slice(0, 10))
