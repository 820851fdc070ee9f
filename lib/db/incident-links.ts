import type { Viewer } from '@/lib/access/viewer'
import type { LinkKind } from '@/lib/incident/lists'
import { Prisma } from '@/prisma/generated/client'
import type { Database } from './transaction'
import { presentIncidents } from './visible-to'

export interface LinkRow {
  from: number
  to: number
  kind: LinkKind
}

/** Which `incident_link l` is between two incidents that the viewer may read. */
export function betweenPresent(viewer: Viewer): Prisma.Sql {
  const isPresent = (end: 'l.from_id' | 'l.to_id') =>
    Prisma.sql`exists (select from incident i where i.id = ${Prisma.raw(end)} and ${presentIncidents(viewer)} offset 0)`
  return Prisma.sql`(${isPresent('l.from_id')} and ${isPresent('l.to_id')})`
}

/** The links that any of these incidents is an end of, where the viewer may read both. */
export async function linksOf(db: Database, ids: number[], viewer: Viewer): Promise<LinkRow[]> {
  return await db.$queryRaw<LinkRow[]>`
    select l.from_id "from", l.to_id "to", l.kind from incident_link l
    where (l.from_id = any(${ids}::int[]) or l.to_id = any(${ids}::int[])) and ${betweenPresent(viewer)}
    order by l.from_id, l.to_id, l.kind`
}
