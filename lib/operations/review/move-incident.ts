import { isAuthor, mayReview, mayTake } from '@/lib/access/review'
import type { Viewer } from '@/lib/access/viewer'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { openConflicts, standAt, writeStep } from '@/lib/db/review-rows'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import type { Status } from '@/lib/incident/lists'
import { afterStep, canTake, type ReviewStep, stepRules } from '@/lib/incident/review'
import { rowKey } from '@/lib/incident/row-key'
import { Refusal } from '@/lib/problem'
import { keepVersion, lockedIncident } from './locked-incident'
import { reviewSettings } from './review-settings'

/** Where an incident stands after a step. */
export interface Moved {
  code: string
  version: number
  status: Status
}

/**
 * Takes the incident one step towards its readers, or back, as a new version with its revision.
 *
 * Refuses with `not-found`; `stale` (somebody changed or moved it meanwhile); `forbidden` (not the viewer's to do, or
 * under four eyes their own work); `invalid` (it does not stand where the step begins, the words are missing, or they
 * see a conflict set in it that nobody decided or left disputed: the problem names it).
 */
export function moveIncident(
  viewer: Viewer,
  code: string,
  version: number,
  step: ReviewStep,
  note: string | null,
): Promise<Moved> {
  return inTransaction(async (tx) => {
    const incident = await lockedIncident(tx, viewer, code, version)
    const settings = await reviewSettings(tx)
    if (!mayTake(viewer, step, incident, settings)) {
      const own = mayReview(viewer) && isAuthor(viewer, incident)
      throw new Refusal('forbidden', [{ path: ['step'], code: own ? 'four-eyes' : 'may-not-review' }])
    }
    if (!canTake(step, incident)) {
      const params = { step, status: incident.status }
      throw new Refusal('invalid', [{ path: ['step'], code: 'step-not-from', params }])
    }
    const { needsNote, vouches, to } = stepRules[step]
    if (needsNote && note === null) throw new Refusal('invalid', [{ path: ['note'], code: 'note-missing' }])
    if (vouches) await refuseOpenConflicts(tx, viewer, incident.id)
    const next = await standAt(tx, incident, afterStep(step))
    const secondPerson = !isAuthor(viewer, incident)
    await writeStep(tx, viewer, incident, { step, version: next, to, secondPerson, note })
    await keepVersion(tx, incident.id, next)
    await writeRevisions(tx, viewer, [
      { entity: 'incident', entityId: incident.id, action: step, version: next, why: note },
    ])
    return { code, version: next, status: to }
  })
}

/**
 * Nobody vouches for what contradicts itself before their eyes. What they do not see is for named people only, so that
 * nothing that is published rests on it; to stop at it would tell that it is there.
 */
async function refuseOpenConflicts(tx: Transaction, viewer: Viewer, incidentId: number): Promise<void> {
  const open = await openConflicts(tx, viewer, incidentId)
  if (open.length === 0) return
  throw new Refusal(
    'invalid',
    open.map(({ id, question }) => ({
      path: ['conflictSets', rowKey('conflictSet', id)],
      code: 'conflict-open',
      params: { set: rowKey('conflictSet', id), question: question ?? '' },
    })),
  )
}
