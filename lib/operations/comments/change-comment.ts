import { isOfTeam, mayRecord } from '@/lib/access/questions'
import { authorName } from '@/lib/access/review'
import type { Viewer } from '@/lib/access/viewer'
import { type CommentRow, changeCommentRow, findComment } from '@/lib/db/comments'
import { storedById } from '@/lib/db/log/incident-rows'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import type { KeptComment } from './add-comment'
import { whoIsReached } from './who-is-reached'

/** One change of a comment: its words, whether it is settled, whether it is there at all. */
export type CommentChange = { body: string } | { resolved: boolean } | { deleted: boolean }

/**
 * Changes a comment. Its words are its author's, who alone can also take it away and bring it back; settled it is by
 * anybody who reads it and may write here. Refuses with `not-found`, `forbidden`.
 */
export function changeComment(viewer: Viewer, id: number, change: CommentChange): Promise<KeptComment> {
  return inTransaction(async (tx) => {
    const comment = await findComment(tx, viewer, id)
    const own = comment?.author === authorName(viewer)
    // To others a deleted comment is gone.
    if (!comment || (comment.deletedAt !== null && !own)) throw unknown()
    if (!mayRecord(viewer) || !(own || 'resolved' in change))
      throw new Refusal('forbidden', [{ path: [], code: 'comment-of-another' }])
    if ('body' in change) return await reword(tx, viewer, comment, change.body)
    const at = new Date()
    if ('resolved' in change) {
      const { resolved } = change
      const data = { resolvedAt: resolved ? at : null, resolvedBy: resolved ? viewer.name : null }
      await changeCommentRow(tx, id, data)
    } else {
      await changeCommentRow(tx, id, { deletedAt: change.deleted ? at : null })
    }
    await writeRevisions(tx, viewer, [{ entity: 'comment', entityId: id, action: actionOf(change) }])
    return { id, unreached: [] }
  })
}

async function reword(tx: Transaction, viewer: Viewer, comment: CommentRow, body: string) {
  const [incident] = await storedById(tx, [comment.incidentId])
  if (!incident) throw unknown()
  const { reached, unreached } = await whoIsReached(tx, viewer, incident, comment.claimId, body)
  const mentions = reached.map(({ id }) => id)
  await changeCommentRow(tx, comment.id, { body, mentions, editedAt: new Date() })
  await writeRevisions(tx, viewer, [{ entity: 'comment', entityId: comment.id, action: 'change' }])
  return { id: comment.id, unreached: isOfTeam(viewer) ? unreached.map(({ name }) => name) : [] }
}

const actionOf = (change: { resolved: boolean } | { deleted: boolean }) => {
  if ('resolved' in change) return change.resolved ? 'resolve' : 'change'
  return change.deleted ? 'delete' : 'restore'
}

const unknown = () => new Refusal('not-found', [{ path: ['id'], code: 'comment-unknown' }])
