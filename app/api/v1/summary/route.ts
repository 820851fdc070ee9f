import { answer, json } from '@/app/_http/answer'
import { filterOf, parametersOf } from '@/app/_http/read-request'
import { viewerOf } from '@/app/_http/viewer'
import { writeFilter } from '@/lib/analysis/filter-url'
import { summarise } from '@/lib/operations/summarise'

/** The charts and totals of a filter: docs/api.md. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { filter, view } = filterOf(parametersOf(request))
    const summary = await summarise(viewerOf(request), filter, view)
    return json({ filter: writeFilter(filter, view), ...summary })
  })
}
