import { lookUpOf } from '@/app/_http/answer-look-up'
import { answerWrite, tell } from '@/app/_http/answer-write'
import { addPlace } from '@/lib/operations/add-place'
import { findPlaces, namedPlaces } from '@/lib/operations/find-names'
import { placeDraft } from '@/lib/place/draft'

/** Places by a name, or by their ids. */
export const GET = lookUpOf('places', { find: findPlaces, named: namedPlaces })

export const POST = (request: Request) =>
  answerWrite(request, placeDraft, async (viewer, draft) => async () => {
    const id = await addPlace(viewer, draft)
    return tell(201, { place: { id, ...draft } })
  })
