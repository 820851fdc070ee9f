import { answer, json } from '@/app/_http/answer'
import { csv } from '@/app/_http/csv'
import { parametersOf, summaryRequest } from '@/app/_http/read-request'
import { viewerOf } from '@/app/_http/viewer'
import { writeFilter } from '@/lib/analysis/filter-url'
import { summaryTable } from '@/lib/formats/summary-csv'
import { summarise } from '@/lib/operations/summarise'

/** The charts and totals of a filter, as JSON or one chart's table as CSV: docs/api.md. */
export function GET(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { filter, view, chart } = summaryRequest(parametersOf(request))
    const summary = await summarise(await viewerOf(request), filter, view)
    if (chart !== null) return csv(`waqai-${chart}`, summaryTable(summary, chart))
    return json({ filter: writeFilter(filter, view), ...summary })
  })
}
