import type { Viewer } from '@/lib/access/viewer'
import { Prisma } from '@/prisma/generated/client'
import { seenActors } from './seen-registry'
import type { Database } from './transaction'
import { presentIncidents, visibleRows } from './visible-to'

/**
 * The state of all that facts of incidents rest on: another one after every change, and on every day, with which embargoes
 * end. Triggers count the changes (docs/decisions/2026-11-28-explore.md).
 */
export async function factsState(db: Database): Promise<string> {
  const [row] = await db.$queryRaw<{ state: string }[]>`
    select concat_ws(' ', (now() at time zone 'utc')::date, (select sum(changes) from facts_version)) state`
  return row?.state ?? ''
}

/**
 * Whether the facts of `viewer` may differ from those of `others`, of whose audience they are: where they may read an
 * incident more, more of what claims of several incidents rest on, or know of an actor more that others are part of.
 */
export async function knowsMoreThan(db: Database, viewer: Viewer, others: Viewer): Promise<boolean> {
  const more = (seen: (viewer: Viewer) => Prisma.Sql) =>
    Prisma.sql`(${seen(viewer)} and ${seen(others)} is not true)`
  const rows = (alias: 'r' | 's' | 'c') => more((one) => visibleRows(one, alias))
  const [row] = await db.$queryRaw<{ more: boolean }[]>`
    select exists (select from incident i where ${more(presentIncidents)})
      or exists (select from claim c where c.episode_id is not null and ${rows('c')})
      or exists (select from statement s where ${rows('s')}
        and exists (select from claim c where c.statement_id = s.id and c.episode_id is not null))
      or exists (select from report r where ${rows('r')} and (
        exists (select from incident_report h where h.report_id = r.id) or exists (
        select from claim c where c.episode_id is not null and (c.report_id = r.id
          or c.statement_id in (select t.statement_id from citation t where t.report_id = r.id)))))
      or exists (select from actor a where ${more(seenActors)}
        and exists (select from actor_relation r where r.other_id = a.id and r.kind = 'part-of')) "more"`
  return row?.more ?? true
}
