import { moveIncidents } from '@/lib/operations/review/move-incidents'
import { answer, json } from '../../_http/answer'
import { readBody } from '../../_http/read-body'
import { stepsBody } from '../../_http/review-bodies'
import { viewerOf } from '../../_http/viewer'
import { worded } from '../../_http/worded'

/** Takes several incidents one step; says of each how it fared, so that one that cannot go holds up none. */
export const POST = (request: Request) =>
  answer(request, async () => {
    const viewer = await viewerOf(request)
    const { incidents, step, note } = await readBody(request, stepsBody)
    const moved = await moveIncidents(viewer, incidents, step, note)
    return json(
      moved.map((one) => ('problems' in one ? { ...one, problems: worded(request, one.problems) } : one)),
    )
  })
