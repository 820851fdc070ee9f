import { answer, json } from '@/app/_http/answer'
import { answerWrite, tell } from '@/app/_http/answer-write'
import { searchOf } from '@/app/_http/search-text'
import { viewerOf } from '@/app/_http/viewer'
import { addPlace } from '@/lib/operations/add-place'
import { findPlaces, namedPlaces } from '@/lib/operations/find-names'
import { placeDraft } from '@/lib/place/draft'

/** Places by a name, or by their ids. */
export const GET = (request: Request) =>
  answer(request, async () => {
    const asked = searchOf(request)
    const viewer = await viewerOf(request)
    return json({
      places: await ('ids' in asked ? namedPlaces(viewer, asked.ids) : findPlaces(viewer, asked.text)),
    })
  })

export const POST = (request: Request) =>
  answerWrite(request, placeDraft, async (viewer, draft) => async () => {
    const id = await addPlace(viewer, draft)
    return tell(201, { place: { id, ...draft } })
  })
