import type { Viewer } from '@/lib/access/viewer'
import type { Transaction } from './transaction'
import { seenConflictSets } from './visible-to'

/**
 * Marks an undecided set of the incident as left disputed, or, without a reason, as open again; false where the viewer
 * sees none.
 */
export async function setLeftDisputed(
  tx: Transaction,
  viewer: Viewer,
  incidentId: number,
  id: number,
  why: string | null,
): Promise<boolean> {
  const by = why === null ? null : viewer.name
  const changed = await tx.$executeRaw`
    update conflict_set x set left_disputed_by = ${by}, left_disputed_why = ${why},
      left_disputed_at = case when ${why}::text is null then null else now() end
    where id = ${id} and incident_id = ${incidentId} and decided is null
      and ${seenConflictSets(viewer)}`
  return changed > 0
}
