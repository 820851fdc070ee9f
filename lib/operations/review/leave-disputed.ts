import type { Viewer } from '@/lib/access/viewer'
import { setLeftDisputed } from '@/lib/db/conflict-sets'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { standAt } from '@/lib/db/review-rows'
import { inTransaction } from '@/lib/db/transaction'
import { idOfKey } from '@/lib/incident/row-key'
import { Refusal } from '@/lib/problem'
import { keepVersion, lockedIncident, refuseUnchangeable } from './locked-incident'
import type { Moved } from './move-incident'

/**
 * Says that a conflict set stays disputed, and why: nobody can decide it by what is known. With `why` null it is open
 * again. Refuses with `not-found`, `stale`, `forbidden`; `invalid` where the viewer sees no such undecided set in it.
 */
export function leaveDisputed(
  viewer: Viewer,
  code: string,
  version: number,
  set: string,
  why: string | null,
): Promise<Moved> {
  return inTransaction(async (tx) => {
    const incident = await lockedIncident(tx, viewer, code, version)
    refuseUnchangeable(viewer, [incident])
    const id = idOfKey('conflictSet', set)
    const done = id !== null && (await setLeftDisputed(tx, viewer, incident.id, id, why))
    if (!done) throw new Refusal('invalid', [{ path: ['set'], code: 'conflict-unknown' }])
    const { status, unverifiedChange } = incident
    const next = await standAt(tx, incident, { status, unverifiedChange })
    await keepVersion(tx, incident.id, next)
    const action = why === null ? 'dispute-reopened' : 'left-disputed'
    await writeRevisions(tx, viewer, [
      { entity: 'incident', entityId: incident.id, action, version: next },
      // Apart from the incident's own: it is for who sees the set.
      { entity: 'conflict-set', entityId: id, action, version: next, why },
    ])
    return { code, version: next, status }
  })
}
