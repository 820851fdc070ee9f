import 'server-only'
import { accountOf, type Viewer } from '@/lib/access/viewer'
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
