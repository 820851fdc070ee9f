import 'server-only'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { database } from './client'
import type { Database } from './transaction'

export interface AccessNote {
  action: string
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

/** A line as it is read: times as ISO instants. */
export interface AccessLine {
  id: string
  at: string
  by: string
  action: string
  entity: string | null
  entityId: string | null
  why: string | null
  address: string | null
}

/** The newest lines of the log, or those before one. */
export async function accessLines(before: bigint | null, most: number): Promise<AccessLine[]> {
  const rows = await database().accessLog.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take: most,
  })
  return rows.map(({ id, at, byWhom, action, entity, entityId, why, address }) => ({
    ...{ id: String(id), at: at.toISOString(), by: byWhom, action, entity, entityId, why, address },
  }))
}
