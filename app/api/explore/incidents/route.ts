import { answer, json } from '@/app/_http/answer'
import { idsOf } from '@/app/_http/search-text'
import { viewerOf } from '@/app/_http/viewer'
import { incidentsWithIds } from '@/lib/operations/incidents-with-ids'

/** The incidents with the ids asked for, as lists show them, in the order asked. */
export const GET = (request: Request): Promise<Response> =>
  answer(request, async () => {
    const ids = idsOf(request)
    return json({ incidents: await incidentsWithIds(await viewerOf(request), ids) })
  })
