import { actorDraft } from '@/lib/actor/draft'
import { addActor } from '@/lib/operations/add-actor'
import { findActors, namedActors } from '@/lib/operations/find-names'
import { answer, json } from '../../_http/answer'
import { lookUpOf } from '../../_http/answer-look-up'
import { readBody } from '../../_http/read-body'
import { viewerOf } from '../../_http/viewer'

export const GET = lookUpOf('actors', { find: findActors, named: namedActors })

export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const id = await addActor(viewer, await readBody(request, actorDraft))
    const [actor] = await namedActors(viewer, [id])
    return json({ actor }, 201)
  })
