import { z } from 'zod'
import type { CommentChange } from '@/lib/operations/comments/change-comment'
import { cleanText } from '@/lib/text/clean-text'
import { draftKey, recordId } from '@/lib/text/parts'

const words = cleanText({ max: 5000, multiline: true, required: true })

/** A new comment at the door; `claim` is the key of the claim that it is about. */
export const commentBody = z.strictObject({
  body: words,
  claim: draftKey.nullish().transform((key) => key ?? null),
})

/** One change of a comment: its words, or whether it is settled, or whether it is gone. */
export const commentChangeBody = z
  .strictObject({
    body: words.optional(),
    resolved: z.boolean().optional(),
    deleted: z.boolean().optional(),
  })
  .transform(({ body, resolved, deleted }, context): CommentChange => {
    if (body !== undefined && resolved === undefined && deleted === undefined) return { body }
    if (resolved !== undefined && body === undefined && deleted === undefined) return { resolved }
    if (deleted !== undefined && body === undefined && resolved === undefined) return { deleted }
    context.addIssue({ code: 'custom', message: 'comment-one-change' })
    return z.NEVER
  })

/** Comments that were seen. */
export const seenBody = z.strictObject({ comments: z.array(recordId).min(1).max(500) })
