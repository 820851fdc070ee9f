import type { Viewer } from '@/lib/access/viewer'
import type { FilterNames } from '@/lib/analysis/filter-names'
import { actorNames, namedPlaces, reportNames } from '../names'
import { seenActorIds } from '../seen-registry'
import type { Database } from '../transaction'
import { presentIncidents, tellingReports } from '../visible-to'

/** Names of those of these actors that took part in anything that the viewer may read, or what did was part of. */
export async function actorsInFacts(
  db: Database,
  viewer: Viewer,
  ids: readonly number[],
): Promise<FilterNames['actors']> {
  if (ids.length === 0) return {}
  const seen = await seenActorIds(db, viewer, ids)
  const rows = await db.$queryRaw<{ id: number }[]>`
    with recursive below(top, id) as (
      select id, id from unnest(${seen}::int[]) asked(id)
      union
      select b.top, r.actor_id from below b join actor_relation r on r.other_id = b.id and r.kind = 'part-of'
    )
    select distinct b.top id from below b where exists (
      select from party p join incident i on i.id = p.incident_id
      where p.actor_id = b.id and ${presentIncidents(viewer)} offset 0)`
  return Object.fromEntries(
    await actorNames(
      db,
      rows.map(({ id }) => id),
    ),
  )
}

/** Names of those of these places in which is any incident that the viewer may read, or a site of one. */
export async function placesInFacts(
  db: Database,
  viewer: Viewer,
  ids: readonly number[],
): Promise<FilterNames['places']> {
  if (ids.length === 0) return {}
  const rows = await db.$queryRaw<{ id: number }[]>`
    select asked.id from unnest(${[...ids]}::int[]) asked(id) where exists (
      select from place p where p.path @> array[asked.id] and (
        exists (select from incident i where i.place_id = p.id and ${presentIncidents(viewer)} offset 0)
        or exists (select from site s join incident i on i.id = s.incident_id
          where s.place_id = p.id and ${presentIncidents(viewer)} offset 0)))`
  const named = await namedPlaces(
    db,
    rows.map(({ id }) => id),
  )
  return Object.fromEntries([...named].map(([id, { names }]) => [id, names]))
}

/** Names of those of these reports that tell of any incident that the viewer may read. */
export async function reportsInFacts(
  db: Database,
  viewer: Viewer,
  ids: readonly number[],
): Promise<FilterNames['reports']> {
  if (ids.length === 0) return {}
  const rows = await db.$queryRaw<{ id: number }[]>`
    select r.id from report r where r.id = any(${[...ids]}::int[]) and ${tellingReports(viewer)} and exists (
      select from incident_report h join incident i on i.id = h.incident_id
      where h.report_id = r.id and ${presentIncidents(viewer)} offset 0)`
  const named = await reportNames(
    db,
    rows.map(({ id }) => id),
  )
  return Object.fromEntries([...named].map(([id, { report: _, ...name }]) => [id, name]))
}
