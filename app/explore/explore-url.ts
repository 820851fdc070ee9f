import { dateOfDay, dayNumber } from '@/lib/analysis/facts/facts'
import { type LaneKind, laneKinds } from '@/lib/analysis/facts/lanes'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { Filter } from '@/lib/analysis/filter'
import { readFilter, writeFilter } from '@/lib/analysis/filter-url'
import type { View } from '@/lib/analysis/view'
import { isCivilDate } from '@/lib/incident/civil-date'
import type { Problem } from '@/lib/problem'

/** All that the explorer shows: what the address of the page holds. */
export interface Explored {
  filter: Filter
  view: View
  lanes: LaneKind
  /** What the timeline is zoomed to, in whole days; null: all of it. */
  window: TimeWindow | null
  /** Another filter that this one is compared with. */
  against: Filter | null
  /** Whether the map is open. */
  map: boolean
}

export type ReadExplored = { ok: true; explored: Explored } | { ok: false; problems: Problem[] }

/** The explorer's own parameters, besides those of the filter and the view. */
const own = ['lanes', 'window', 'against', 'map'] as const

/** What an address asks the explorer for, or everything that is wrong with it, each problem by its parameter. */
export function readExplored(parameters: URLSearchParams): ReadExplored {
  const read = readFilter(parameters, own)
  const lanes = laneKinds.find((one) => one === (parameters.get('lanes') ?? laneKinds[0]))
  const window = readWindow(parameters.get('window') ?? '')
  const against = readAgainst(parameters.get('against'))
  const map = ['', '0', '1'].includes(parameters.get('map') ?? '') ? parameters.get('map') === '1' : undefined
  const problems = [
    ...(read.ok ? [] : read.problems),
    ...(lanes === undefined ? [{ path: ['lanes'], code: 'filter-not-listed' }] : []),
    ...(window === undefined ? [{ path: ['window'], code: 'explore-window' }] : []),
    ...(against === undefined ? [{ path: ['against'], code: 'explore-against' }] : []),
    ...(map === undefined ? [{ path: ['map'], code: 'filter-not-listed' }] : []),
  ]
  if (!read.ok || lanes === undefined || window === undefined || against === undefined || map === undefined)
    return { ok: false, problems }
  return { ok: true, explored: { filter: read.filter, view: read.view, lanes, window, against, map } }
}

/** The canonical query string of what is shown, without "?". */
export function writeExplored({ filter, view, lanes, window, against, map }: Explored): string {
  const shown =
    window &&
    `${dateOfDay(Math.round(window.from))}~${dateOfDay(Math.max(Math.round(window.from), Math.round(window.to) - 1))}`
  return [
    writeFilter(filter, view),
    ...(lanes === laneKinds[0] ? [] : [`lanes=${lanes}`]),
    ...(shown ? [`window=${shown}`] : []),
    ...(against ? [`against=${encodeURIComponent(writeFilter(against) || EVERYTHING)}`] : []),
    ...(map ? ['map=1'] : []),
  ]
    .filter((part) => part !== '')
    .join('&')
}

/** Stands for the filter that asks for nothing, whose query is empty. */
const EVERYTHING = 'all'

/** A filter's own query within the query; undefined where it is none, or asks for a text, which the facts do not hold. */
function readAgainst(query: string | null): Filter | null | undefined {
  if (query === null || query === '') return null
  const read = readFilter(new URLSearchParams(query === EVERYTHING ? '' : query))
  return read.ok && read.filter.text === '' ? read.filter : undefined
}

/** "2017-07-01~2017-07-31", first and last day; undefined where it is none. */
function readWindow(text: string): TimeWindow | null | undefined {
  if (text === '') return null
  const [first = '', last = '', ...more] = text.split('~')
  if (more.length > 0 || !isCivilDate(first) || !isCivilDate(last) || last < first) return undefined
  return { from: dayNumber(first), to: dayNumber(last) + 1 }
}
