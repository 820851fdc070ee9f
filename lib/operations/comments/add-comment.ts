import { isOfTeam, mayRecord } from '@/lib/access/questions'
import { mayDiscuss } from '@/lib/access/review'
import type { Viewer } from '@/lib/access/viewer'
import { createComment, isClaimSeen } from '@/lib/db/comments'
import { lockIncidents } from '@/lib/db/log/incident-rows'
import { inTransaction } from '@/lib/db/transaction'
import { idOfKey } from '@/lib/incident/row-key'
import { Refusal } from '@/lib/problem'
import { unknownIncident } from '../review/locked-incident'
import { whoIsReached } from './who-is-reached'

/** A comment that was kept, and the names in it that it does not reach: they may not see what it is about. */
export interface KeptComment {
  id: number
  unreached: string[]
}

/**
 * Comments on an incident, or on one of its claims ("c12"), and gives notice to those whom it names and who may see it.
 * Refuses with `not-found`; `forbidden` to who may not discuss it; `invalid` for a claim that there is not.
 */
export function addComment(
  viewer: Viewer,
  code: string,
  { body, claim }: { body: string; claim: string | null },
): Promise<KeptComment> {
  return inTransaction(async (tx) => {
    const [incident] = await lockIncidents(tx, viewer, [code])
    if (!incident) throw unknownIncident(code)
    if (!mayDiscuss(viewer, incident) || !mayRecord(viewer))
      throw new Refusal('forbidden', [{ path: [], code: 'may-not-comment' }])
    const claimId = claim === null ? null : idOfKey('claim', claim)
    if (claim !== null && (claimId === null || !(await isClaimSeen(tx, viewer, incident.id, claimId))))
      throw new Refusal('invalid', [{ path: ['claim'], code: 'claim-unknown' }])
    const { reached, unreached } = await whoIsReached(tx, viewer, incident, claimId, body)
    const mentions = reached.map(({ id }) => id)
    const id = await createComment(tx, viewer, { incidentId: incident.id, claimId, body, mentions })
    return { id, unreached: isOfTeam(viewer) ? unreached.map(({ name }) => name) : [] }
  })
}
