import { answer, json } from '@/app/_http/answer'
import { answerWrite, tell } from '@/app/_http/answer-write'
import { searchOf } from '@/app/_http/search-text'
import { viewerOf } from '@/app/_http/viewer'
import { actorDraft } from '@/lib/actor/draft'
import { addActor } from '@/lib/operations/add-actor'
import { findActors, namedActors } from '@/lib/operations/find-names'

/** Actors by a name, or by their ids. */
export const GET = (request: Request) =>
  answer(request, async () => {
    const asked = searchOf(request)
    const viewer = await viewerOf(request)
    return json({
      actors: await ('ids' in asked ? namedActors(viewer, asked.ids) : findActors(viewer, asked.text)),
    })
  })

export const POST = (request: Request) =>
  answerWrite(request, actorDraft, async (viewer, draft) => async () => {
    const id = await addActor(viewer, draft)
    return tell(201, { actor: { id, ...draft } })
  })
