import type { Viewer } from '@/lib/access/viewer'
import type { ActorKind } from '@/lib/actor/lists'
import type { Prisma } from '@/prisma/generated/client'
import { whole } from './log/read-log'
import { withSource } from './source-row'
import type { Database } from './transaction'
import { visibleIncidentWhere, visibleWhere } from './visible-to'

const detail = (viewer: Viewer) => {
  const visible = visibleWhere(viewer)
  return {
    ...whole,
    ...withSource,
    parties: { orderBy: { position: 'asc' as const }, include: { actor: { select: { kind: true } } } },
    claims: { where: { ...visible, statement: visible }, orderBy: { position: 'asc' as const } },
    links: { include: { to: { select: { code: true } } } },
    linkedBy: true,
  } satisfies Prisma.IncidentInclude
}

export type DetailRow = NonNullable<Awaited<ReturnType<typeof detailRow>>>

/** An incident of this code with all that hangs on it and the viewer may read; null if there is none. */
export function detailRow(db: Database, viewer: Viewer, code: string) {
  return db.incident.findFirst({
    where: { code, deletedAt: null, ...visibleIncidentWhere(viewer) },
    include: detail(viewer),
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
