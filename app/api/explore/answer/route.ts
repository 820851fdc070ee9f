import { answer } from '@/app/_http/answer'
import { readBody } from '@/app/_http/read-body'
import { viewerOf } from '@/app/_http/viewer'
import { questionSchema } from '@/lib/analysis/facts/question-wire'
import { encodeAnswered } from '@/lib/analysis/facts/shown-wire'
import { answerQuestion } from '@/lib/operations/explore/answer-question'
import { factsStateFor } from '@/lib/operations/read-changes'

/** What facts would show of a question, for whoever may read too many incidents to be sent these: docs/facts.md. */
export const POST = (request: Request): Promise<Response> =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const question = await readBody(request, questionSchema)
    // Before it is answered, so that no change falls between.
    const state = await factsStateFor(viewer)
    const answered = encodeAnswered(await answerQuestion(viewer, question))
    return new Response(answered, {
      headers: {
        'facts-state': state,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'content-type': 'application/json',
      },
    })
  })
