import { addPlace } from '@/lib/operations/add-place'
import { findPlaces, namedPlaces } from '@/lib/operations/find-names'
import { placeDraft } from '@/lib/place/draft'
import { answer, json } from '../../_http/answer'
import { lookUpOf } from '../../_http/answer-look-up'
import { readBody } from '../../_http/read-body'
import { viewerOf } from '../../_http/viewer'

export const GET = lookUpOf('places', { find: findPlaces, named: namedPlaces })

export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const id = await addPlace(viewer, await readBody(request, placeDraft))
    const [place] = await namedPlaces(viewer, [id])
    return json({ place }, 201)
  })
