import type { Viewer } from '@/lib/access/viewer'
import type { ActorKind } from '@/lib/actor/lists'
import type { Prisma } from '@/prisma/generated/client'
import { withSource } from './source-row'
import type { Database } from './transaction'
import { visibleIncidentWhere } from './visible-to'

/** What its log does not say: kinds of actors, who opened conflict sets, what leads to it, where it comes from. */
const detail = {
  ...withSource,
  parties: { orderBy: { position: 'asc' }, include: { actor: { select: { kind: true } } } },
  conflictSets: true,
  links: true,
  linkedBy: true,
  episodes: true,
} satisfies Prisma.IncidentInclude

export type DetailRow = NonNullable<Awaited<ReturnType<typeof detailRow>>>

/** An incident of this code; null if there is none that the viewer may read. */
export function detailRow(db: Database, viewer: Viewer, code: string) {
  return db.incident.findFirst({
    where: { code, deletedAt: null, ...visibleIncidentWhere(viewer) },
    include: detail,
  })
}

/** Whether the viewer may read an incident of this code, and it has a version of this number, where one is named. */
export async function isReadable(
  db: Database,
  viewer: Viewer,
  code: string,
  version?: number,
): Promise<boolean> {
  const has = version === undefined ? {} : { versions: { some: { version } } }
  const readable = { code, deletedAt: null, ...visibleIncidentWhere(viewer), ...has }
  return (await db.incident.count({ where: readable })) > 0
}

/** Kinds of the parties' actors, by party. */
export const actorKindsOf = (row: DetailRow): Map<number, ActorKind> =>
  new Map(row.parties.map(({ id, actor }) => [id, actor.kind as ActorKind]))
