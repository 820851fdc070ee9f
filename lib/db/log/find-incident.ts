import type { Viewer } from '@/lib/access/viewer'
import type { Transaction } from '../transaction'
import { visibleIncidentWhere } from '../visible-to'

/** Id of the incident of this code, or null where there is none that the viewer may read. */
export async function findVisibleId(tx: Transaction, viewer: Viewer, code: string): Promise<number | null> {
  const row = await tx.incident.findFirst({
    where: { code, deletedAt: null, ...visibleIncidentWhere(viewer) },
    select: { id: true },
  })
  return row?.id ?? null
}
