import { addPlace } from '@/lib/operations/add-place'
import { findPlaces, namedPlaces } from '@/lib/operations/find-names'
import { placeDraft } from '@/lib/place/draft'
import { answer, json } from '../../_http/answer'
import { readBody } from '../../_http/read-body'
import { searchOf } from '../../_http/search-text'
import { viewerOf } from '../../_http/viewer'

export const GET = (request: Request) =>
  answer(request, async () => {
    const asked = searchOf(request)
    const viewer = await viewerOf(request)
    return json({
      places: await ('ids' in asked ? namedPlaces(viewer, asked.ids) : findPlaces(viewer, asked.text)),
    })
  })

export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const id = await addPlace(viewer, await readBody(request, placeDraft))
    const [place] = await namedPlaces(viewer, [id])
    return json({ place }, 201)
  })
