import { isOfTeam } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { Prisma } from '@/prisma/generated/client'
import type { Database } from './transaction'
import {
  claimOfPresent,
  nameableReports,
  nameableStatements,
  presentIncidents,
  tellingReports,
  visibleRows,
} from './visible-to'

/*
 * Which places and actors a viewer may know of. What a gazetteer, a dataset or the sample brought is no secret. What
 * somebody added tells of the incident that it was added for: it is for the team, for who added it, and for those who read
 * an incident or a statement that names it. A protected place is named by no row: those have its division.
 *
 * `offset 0` has each question asked by an index, of the few that were added: the planner would rather list every
 * incident once.
 */

const added = 'own:%'

/** Which `place p` the viewer may know of. */
export function seenPlaces(viewer: Viewer): Prisma.Sql {
  if (isOfTeam(viewer)) return Prisma.sql`true`
  return Prisma.sql`(p.key not like ${added} or p.created_by = ${accountOf(viewer)}
    or exists (select from incident i where i.place_id = p.id and ${presentIncidents(viewer)} offset 0)
    or exists (select from site join incident i on i.id = site.incident_id
      where site.place_id = p.id and ${presentIncidents(viewer)} offset 0)
    or exists (select from claim c join statement s on s.id = c.statement_id
      where c.subject = 'where' and (c.value ->> 'placeId')::int = p.id
        and ${visibleRows(viewer, 'c')} and ${claimOfPresent(viewer)} and ${nameableStatements(viewer)} offset 0))`
}

/** Which `actor a` the viewer may know of. */
export function seenActors(viewer: Viewer): Prisma.Sql {
  if (isOfTeam(viewer)) return Prisma.sql`true`
  return Prisma.sql`(a.key not like ${added} or a.created_by = ${accountOf(viewer)}
    or exists (select from party join incident i on i.id = party.incident_id
      where party.actor_id = a.id and ${presentIncidents(viewer)} offset 0)
    or exists (select from statement s where s.actor_id = a.id and ${nameableStatements(viewer)} offset 0))`
}

interface Known {
  id: number
  /** It is no secret to anybody. */
  open: boolean
}

/** Those of `ids` that the viewer may know of. One that is hidden is as one that nothing has. */
export async function seenPlaceIds(db: Database, viewer: Viewer, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<Known[]>`
    select p.id, p.key not like ${added} open from place p where p.id = any(${[...ids]}::int[])`
  return await seenOf(
    rows,
    viewer,
    (secret) =>
      db.$queryRaw`select p.id from place p where p.id = any(${secret}::int[]) and ${seenPlaces(viewer)}`,
  )
}

/** The same of actors. */
export async function seenActorIds(db: Database, viewer: Viewer, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<Known[]>`
    select a.id, a.key not like ${added} open from actor a where a.id = any(${[...ids]}::int[])`
  return await seenOf(
    rows,
    viewer,
    (secret) =>
      db.$queryRaw`select a.id from actor a where a.id = any(${secret}::int[]) and ${seenActors(viewer)}`,
  )
}

/** Of the reports with these ids those that tell the viewer of incidents, and that they may name. */
export async function seenReportIds(db: Database, viewer: Viewer, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<{ id: number }[]>`
    select r.id from report r
    where r.id = any(${[...ids]}::int[]) and ${tellingReports(viewer)} and ${nameableReports(viewer)}`
  return rows.map(({ id }) => id)
}

/** Only of what somebody added is the whole asked: merely to plan that takes longer than to list a page of incidents. */
async function seenOf(
  rows: readonly Known[],
  viewer: Viewer,
  ask: (secret: number[]) => Promise<{ id: number }[]>,
): Promise<number[]> {
  const secret = isOfTeam(viewer) ? [] : rows.filter(({ open }) => !open).map(({ id }) => id)
  const seen = secret.length === 0 ? [] : await ask(secret)
  const open = rows.filter(({ id }) => !secret.includes(id))
  return [...open, ...seen].map(({ id }) => id)
}
