import { answer, json } from '@/app/_http/answer'
import { textOf } from '@/app/_http/search-text'
import { viewerOf } from '@/app/_http/viewer'
import { matchingIds } from '@/lib/operations/matching-ids'

/** Ids of the incidents whose texts match, for the one part of a filter that facts cannot tell. */
export const GET = (request: Request): Promise<Response> =>
  answer(request, async () => {
    const text = textOf(request)
    return json(await matchingIds(await viewerOf(request), text))
  })
