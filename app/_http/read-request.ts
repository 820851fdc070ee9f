import type { Filter } from '@/lib/analysis/filter'
import { readFilter } from '@/lib/analysis/filter-url'
import type { Bucket } from '@/lib/analysis/summary'
import type { View } from '@/lib/analysis/view'
import { type Chart, charts } from '@/lib/formats/summary-csv'
import { isCivilDate } from '@/lib/incident/civil-date'
import { type Problem, Refusal } from '@/lib/problem'

/** The most incidents of one page. */
const MOST_A_PAGE = 500

export const parametersOf = (request: Request): URLSearchParams => new URL(request.url).searchParams

interface AskedPage {
  cursor: string | null
  limit: number | undefined
  within: Bucket | null
}

/** The filter and view of a request for the summary, and the chart whose table it wants as CSV; null: all as JSON. */
export function summaryRequest(parameters: URLSearchParams): {
  filter: Filter
  view: View
  chart: Chart | null
} {
  const problems: Problem[] = []
  const chart = chartOf(parameters.get('format') || 'json', parameters.get('chart') || null, problems)
  const read = readFilter(parameters, ['format', 'chart'])
  if (!read.ok) problems.unshift(...read.problems)
  if (!read.ok || problems.length > 0) throw new Refusal('invalid', problems)
  return { filter: read.filter, view: read.view, chart }
}

function chartOf(format: string, chart: string | null, problems: Problem[]): Chart | null {
  const found = charts.find((one) => one === chart) ?? null
  if (format !== 'csv' && format !== 'json') problems.push({ path: ['format'], code: 'format-unknown' })
  // A chart without format=csv would be ignored in silence.
  else if (found === null ? chart !== null || format === 'csv' : format === 'json') {
    problems.push({ path: ['chart'], code: found === null ? 'chart-unknown' : 'chart-only-csv' })
  }
  return found
}

/** The filter, view and page that a request for a list asks for; all that is wrong is refused at once. */
export function listRequest(parameters: URLSearchParams): { filter: Filter; view: View; page: AskedPage } {
  const problems: Problem[] = []
  const page: AskedPage = {
    cursor: parameters.get('cursor') || null,
    limit: limitOf(parameters.get('limit') || null, problems),
    within: withinOf(parameters.get('within') || null, problems),
  }
  const read = readFilter(parameters, ['cursor', 'limit', 'within'])
  if (!read.ok) problems.unshift(...read.problems)
  if (!read.ok || problems.length > 0) throw new Refusal('invalid', problems)
  return { filter: read.filter, view: read.view, page }
}

function limitOf(text: string | null, problems: Problem[]): number | undefined {
  if (text === null) return undefined
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  if (limit >= 1 && limit <= MOST_A_PAGE) return limit
  problems.push({ path: ['limit'], code: 'filter-whole-number', params: { least: 1, most: MOST_A_PAGE } })
  return undefined
}

/** `2017-07-01..2017-07-31`: the contents of one heading of the timeline. */
function withinOf(text: string | null, problems: Problem[]): Bucket | null {
  if (text === null) return null
  const [start = '', end = '', ...more] = text.split('..')
  if (more.length === 0 && isCivilDate(start) && isCivilDate(end) && start <= end) return { start, end }
  problems.push({ path: ['within'], code: 'filter-stretch' })
  return null
}
