import { actorDraft } from '@/lib/actor/draft'
import { addActor } from '@/lib/operations/add-actor'
import { findActors, namedActors } from '@/lib/operations/find-names'
import { answer, json } from '../../_http/answer'
import { readBody } from '../../_http/read-body'
import { searchOf } from '../../_http/search-text'
import { viewerOf } from '../../_http/viewer'

export const GET = (request: Request) =>
  answer(request, async () => {
    const asked = searchOf(request)
    const viewer = await viewerOf(request)
    return json({
      actors: await ('ids' in asked ? namedActors(viewer, asked.ids) : findActors(viewer, asked.text)),
    })
  })

export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const id = await addActor(viewer, await readBody(request, actorDraft))
    const [actor] = await namedActors(viewer, [id])
    return json({ actor }, 201)
  })
