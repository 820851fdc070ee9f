import 'server-only'
import type { AccessLine, Act } from '@/lib/access/acts'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { database } from './client'
import type { Database } from './transaction'

export interface AccessNote {
  action: Act
  entity?: string
  entityId?: string
  why?: string
  /** Network address of the request. */
  address?: string | null
}

/** One line of what was done to accounts or read of what is protected: who, what, why; when is the database's clock. */
export async function writeAccessLog(db: Database, viewer: Viewer, note: AccessNote): Promise<void> {
  await db.accessLog.create({
    data: { ...note, byUser: accountOf(viewer), byWhom: viewer.name },
    select: { id: true },
  })
}

/** The newest lines of the log, or those before one. */
export async function accessLines(before: bigint | null, most: number): Promise<AccessLine[]> {
  const rows = await database().accessLog.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take: most,
  })
  const ids = rows.flatMap(({ entity, entityId }) => (entity === 'user' && entityId ? [entityId] : []))
  const users = await database().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  const names = new Map(users.map(({ id, name }) => [id, name]))
  return rows.map(({ id, at, byWhom, action, entity, entityId, why, address }) => ({
    ...{ id: String(id), at: at.toISOString(), by: byWhom, action, entity, entityId, why, address },
    whose: (entity === 'user' && entityId !== null && names.get(entityId)) || null,
  }))
}
