import { keeper } from '@/lib/access/viewer'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { writeFilter } from '@/lib/analysis/filter-url'
import { plainView } from '@/lib/analysis/view'
import { countIncidentGroups, listIncidents } from '@/lib/operations/list-incidents'
import { summarise } from '@/lib/operations/summarise'
import { growTo } from './crowd'
import { importFiles, sampleFiles } from './import'
import type { Results } from './results'
import { timeSaves } from './save'
import { onDatabase, type Stage } from './stage'
import { type Times, timeEach } from './timing'
import { withWeb } from './web'

const SIZES = [10_000, 100_000]
const TIMES = 30
const WARM_UP = 3
const DEEP_PAGES = 40

/** Every reading that is timed, by its name: the same names at each size, so that sizes can be compared. */
type Readings = Map<string, Times>

/** How long the charts and the list take, and how that grows with the number of incidents. */
export async function benchSummary(
  stage: Stage,
  results: Results,
  say: (line: string) => void,
): Promise<void> {
  const url = await stage.fresh('bench_summary')
  await importFiles(url, smallest(sampleFiles()))
  const bySize: Readings[] = []
  for (const size of SIZES) {
    say(`  growing to ${size} incidents`)
    await growTo(url, size)
    const readings: Readings = new Map()
    const tell = (name: string, times: Times) => {
      readings.set(name, times)
      results.times(`${size / 1000}k: ${name}`, times)
    }
    await readByOperation(await filters(url), tell)
    await withWeb(url, say, (web) => readByHttp(url, web.get, tell))
    const saves = await timeSaves(url, TIMES)
    tell('new log', saves.fresh)
    tell('read it, change it, save it', saves.change)
    bySize.push(readings)
  }
  compare(bySize, results)
}

/** Files that together have fewer rows than the smallest size: copies make up the rest. */
const smallest = (files: string[]) => files.filter((path) => !path.includes('syria'))

async function readByOperation(filters: Map<string, Filter>, tell: (name: string, times: Times) => void) {
  const times = (work: () => Promise<unknown>) =>
    timeEach(Array.from({ length: WARM_UP + TIMES }), WARM_UP, work)
  for (const [name, filter] of filters) {
    tell(`summary, ${name}`, await times(() => summarise(keeper, filter, plainView)))
  }
  const deep = await deepCursor()
  tell('list, first page', await times(() => listIncidents(keeper, emptyFilter, plainView)))
  tell(
    `list, page ${DEEP_PAGES}`,
    await times(() => listIncidents(keeper, emptyFilter, plainView, { cursor: deep })),
  )
  tell('headings with counts', await times(() => countIncidentGroups(keeper, emptyFilter, plainView)))
}

async function deepCursor(): Promise<string | null> {
  let cursor: string | null = null
  for (let page = 1; page < DEEP_PAGES; page += 1) {
    cursor = (await listIncidents(keeper, emptyFilter, plainView, { cursor })).next
  }
  return cursor
}

async function readByHttp(
  url: string,
  get: (path: string) => Promise<unknown>,
  tell: (name: string, times: Times) => void,
): Promise<void> {
  for (const [name, filter] of await filters(url)) {
    const path = `/api/v1/summary?${writeFilter(filter)}`
    const paths = Array.from({ length: WARM_UP + TIMES }, () => path)
    tell(`GET /api/v1/summary, ${name}`, await timeEach(paths, WARM_UP, get))
  }
}

interface Common {
  country: number
  actor: number
  kind: Filter['kinds'][number]
  year: number
  arabic: string
}

/** The filters that people set, each on what is commonest in the data: the slowest of its kind. */
async function filters(url: string): Promise<Map<string, Filter>> {
  const most = (what: string, from: string) =>
    `(select ${what} from ${from} group by 1 order by count(*) desc, 1 limit 1)`
  const [common] = await onDatabase<Common>(
    url,
    `select ${most('p.path[1]', 'incident i join place p on p.id = i.place_id')} country,
       ${most('actor_id', 'party')} actor, ${most('kind', 'incident')} kind,
       ${most('extract(year from sort_on)::int', 'incident')} "year",
       ${most('n.name', "incident i join place_name n on n.place_id = i.place_id and n.lang = 'ar'")} arabic`,
  )
  if (!common) throw new Error('there are no incidents')
  const { country, actor, kind, year, arabic } = common
  return new Map([
    ['no filter', emptyFilter],
    ['one year', { ...emptyFilter, from: `${year}-01-01`, to: `${year}-12-31` }],
    ['the commonest country', { ...emptyFilter, places: [country] }],
    ['the commonest actor', { ...emptyFilter, actors: [actor] }],
    ['the commonest kind', { ...emptyFilter, kinds: [kind] }],
    ['a word in Latin script', { ...emptyFilter, text: 'government' }],
    ['a place in Arabic script', { ...emptyFilter, text: arabic }],
  ])
}

function compare(bySize: Readings[], results: Results): void {
  const [small, large] = bySize
  if (!small || !large) return
  for (const [name, { p95 }] of large) {
    const before = small.get(name)
    if (before) results.ratio(`p95 at 100k / at 10k: ${name}`, p95, before.p95)
  }
}
