import { answer, json } from '@/app/_http/answer'
import { answerWrite, tell } from '@/app/_http/answer-write'
import { listRequest, parametersOf } from '@/app/_http/read-request'
import { viewerOf } from '@/app/_http/viewer'
import { writeFilter } from '@/lib/analysis/filter-url'
import { refuseDuplicates } from '@/lib/operations/find-duplicates'
import { listIncidents } from '@/lib/operations/list-incidents'
import { recordLog } from '@/lib/operations/record-log'
import { recordBody } from '../_bodies'

/** A page of incidents: docs/api.md. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { filter, view, page } = listRequest(parametersOf(request))
    const { incidents, next } = await listIncidents(await viewerOf(request), filter, view, page)
    return json({ filter: writeFilter(filter, view), incidents, next })
  })
}

/** Records a log: what the form sends, by the same operation. */
export const POST = (request: Request) =>
  answerWrite(request, recordBody, async (viewer, { log, anyway }) => {
    if (!anyway) await refuseDuplicates(viewer, log)
    return async () => {
      const incidents = await recordLog(viewer, log)
      return tell(201, { incidents }, { location: `/api/v1/incidents/${incidents[0]?.code}` })
    }
  })
