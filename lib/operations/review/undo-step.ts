import { mayReview, maySubmit } from '@/lib/access/review'
import type { Viewer } from '@/lib/access/viewer'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { markUndone, standAt, undoableStep } from '@/lib/db/review-rows'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { keepVersion, lockedIncident } from './locked-incident'
import type { Moved } from './move-incident'

/**
 * Takes back the step that made this version: by who took it, within ten minutes, and only while nobody has touched
 * the incident since. That too is a version with its revision. Refuses as `moveIncident`; `invalid` where there is
 * nothing to take back.
 */
export function undoStep(viewer: Viewer, code: string, version: number): Promise<Moved> {
  return inTransaction(async (tx) => {
    const incident = await lockedIncident(tx, viewer, code, version)
    if (!mayReview(viewer) && !maySubmit(viewer, incident))
      throw new Refusal('forbidden', [{ path: ['step'], code: 'may-not-review' }])
    const before = await undoableStep(tx, viewer, incident)
    if (!before) throw new Refusal('invalid', [{ path: ['step'], code: 'step-not-undoable' }])
    const next = await standAt(tx, incident, before)
    await markUndone(tx, before.id)
    await keepVersion(tx, incident.id, next)
    await writeRevisions(tx, viewer, [
      { entity: 'incident', entityId: incident.id, action: 'undo', version: next },
    ])
    return { code, version: next, status: before.status }
  })
}
