import { answer, json } from '@/app/_http/answer'
import { listRequest, parametersOf } from '@/app/_http/read-request'
import { viewerOf } from '@/app/_http/viewer'
import { writeFilter } from '@/lib/analysis/filter-url'
import { listIncidents } from '@/lib/operations/list-incidents'

/** A page of incidents: docs/api.md. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { filter, view, page } = listRequest(parametersOf(request))
    const { incidents, next } = await listIncidents(await viewerOf(request), filter, view, page)
    return json({ filter: writeFilter(filter, view), incidents, next })
  })
}
