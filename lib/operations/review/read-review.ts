import 'server-only'
import { mayRecord } from '@/lib/access/questions'
import { authorName, mayChange, mayDiscuss, stepsFor } from '@/lib/access/review'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { commentsOn } from '@/lib/db/comments'
import { findVisibleId } from '@/lib/db/log/find-incident'
import { storedById } from '@/lib/db/log/incident-rows'
import { authorsOf, type StepTaken, stepsTaken } from '@/lib/db/review-rows'
import { readConsistently } from '@/lib/db/transaction'
import type { ReviewStep } from '@/lib/incident/review'
import { rowKey } from '@/lib/incident/row-key'
import { namesToOffer } from '../comments/who-is-reached'
import { reviewSettings } from './review-settings'

export interface ShownComment {
  id: number
  /** Key of the claim that it is about ("c12"); null for the incident, or a claim that is gone. */
  claim: string | null
  by: string
  /** The viewer wrote it, and may change it or take it away. */
  own: boolean
  body: string
  at: string
  edited: boolean
  resolvedBy: string | null
  /** It speaks to the viewer, who has not seen it yet. */
  waiting: boolean
}

/** How an incident stands in the work on it, for those who work on it. */
export interface ReviewOfIncident {
  /** What the viewer may do with it now. */
  steps: ReviewStep[]
  mayChange: boolean
  mayComment: boolean
  /** Newest first. */
  taken: StepTaken[]
  comments: ShownComment[]
  /** Names that a comment can speak to. */
  names: string[]
}

/** The work on an incident; null for who only reads it. */
export function readReview(viewer: Viewer, code: string): Promise<ReviewOfIncident | null> {
  return readConsistently(async (db) => {
    const id = await findVisibleId(db, viewer, code)
    const [stored] = id === null ? [] : await storedById(db, [id])
    if (!stored || !mayDiscuss(viewer, stored)) return null
    const incident = { ...stored, authors: await authorsOf(db, stored.id) }
    const me = authorName(viewer)
    const comments = await commentsOn(db, viewer, stored.id)
    return {
      steps: stepsFor(viewer, incident, await reviewSettings(db)),
      mayChange: mayChange(viewer, incident),
      mayComment: mayRecord(viewer),
      taken: await stepsTaken(db, stored.id),
      comments: comments.map((comment) => ({
        id: comment.id,
        claim: comment.claimId === null ? null : rowKey('claim', comment.claimId),
        by: comment.authorName,
        own: comment.author === me,
        body: comment.body,
        at: comment.createdAt.toISOString(),
        edited: comment.editedAt !== null,
        resolvedBy: comment.resolvedBy,
        waiting: comment.notices.some(
          ({ userId, seenAt }) => userId === accountOf(viewer) && seenAt === null,
        ),
      })),
      names: await namesToOffer(db, viewer, stored),
    }
  })
}
