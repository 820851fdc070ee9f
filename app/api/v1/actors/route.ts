import { lookUpOf } from '@/app/_http/answer-look-up'
import { answerWrite, tell } from '@/app/_http/answer-write'
import { actorDraft } from '@/lib/actor/draft'
import { addActor } from '@/lib/operations/add-actor'
import { findActors, namedActors } from '@/lib/operations/find-names'

/** Actors by a name, or by their ids. */
export const GET = lookUpOf('actors', { find: findActors, named: namedActors })

export const POST = (request: Request) =>
  answerWrite(request, actorDraft, async (viewer, draft) => async () => {
    const id = await addActor(viewer, draft)
    return tell(201, { actor: { id, ...draft } })
  })
