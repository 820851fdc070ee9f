import { randomBytes } from 'node:crypto'
import { roles } from '@/lib/access/roles'
import { keeper, type Viewer } from '@/lib/access/viewer'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { plainView } from '@/lib/analysis/view'
import { sessionCookie } from '@/lib/operations/accounts/auth'
import { signIn } from '@/lib/operations/accounts/sign-in'
import { whoAsks } from '@/lib/operations/accounts/who-asks'
import { listIncidents } from '@/lib/operations/list-incidents'
import { growTo } from './crowd'
import { importFiles, sampleFiles } from './import'
import type { Results } from './results'
import { onDatabase, type Stage } from './stage'
import { timeEach } from './timing'
import { bencher, withWeb } from './web'

const SIZE = 1_000_000
const TIMES = 40
const WARM_UP = 5
const DEEP_PAGES = 40
const LIST = '/api/v1/incidents'

/** What it costs that each sees only what is theirs: lists of a million incidents, sign-in, and who asks. */
export async function benchAccess(
  stage: Stage,
  results: Results,
  say: (line: string) => void,
): Promise<void> {
  const url = await stage.fresh('bench_access')
  await importFiles(
    url,
    sampleFiles().filter((path) => !path.includes('syria')),
  )
  await strewVisibilities(url)
  say(`  growing to ${SIZE} incidents`)
  await growTo(url, SIZE, { withClaims: false })
  await timeLists(url, results)
  process.env.WAQAI_SECRET ||= randomBytes(32).toString('hex')
  await withWeb(url, say, async (web) => {
    const asked = results.times(`GET ${LIST}, signed in`, await timeEach(times(LIST), WARM_UP, web.get))
    const signed = await timeEach(times(bencher), WARM_UP, (who) => web.post('/api/account/sign-in', who))
    results.times('POST /api/account/sign-in', signed)
    const cookie = await sessionOf()
    const who = await timeEach(times(cookie), WARM_UP, (value) =>
      whoAsks({ cookie: (name) => (name === sessionCookie() ? value : undefined) }),
    )
    results.times('who asks, by a session', who)
    results.value('who asks, of a listing request (medians)', (100 * who.median) / asked.median, '%')
  })
}

/** Out of a hundred: 70 that everyone may read, 10 the team's, 5 for people named, 5 under embargo, 10 not published. */
async function strewVisibilities(url: string): Promise<void> {
  await onDatabase(
    url,
    `update incident set
       visibility = case when lot < 70 or lot >= 85 then 'everyone' when lot < 80 then 'team' else 'named' end,
       named = case when lot between 80 and 84 then array['member-' || (lot - 80)] else '{}' end,
       embargo = case when lot between 85 and 89 then date '2100-01-01' end,
       status = case when lot >= 90 then 'draft' else status end,
       created_by = case when lot >= 90 then 'member-' || (lot - 90) end
     from (select id as chosen, abs(hashint4(id)) % 100 as lot from incident) l where id = chosen`,
  )
}

async function timeLists(url: string, results: Results): Promise<void> {
  const filters = await commonFilters(url)
  const viewers: [string, Viewer][] = [
    ['keeper', keeper],
    ['nobody known', { kind: 'anonymous', name: '', sees: 'published' }],
    ...roles.map((role): [string, Viewer] => [
      role,
      { kind: 'member', id: 'member-1', name: role, role, scopes: null },
    ]),
  ]
  let unguarded = Number.NaN
  for (const [name, viewer] of viewers) {
    const first = await timeEach(times(emptyFilter), WARM_UP, (filter) =>
      listIncidents(viewer, filter, plainView),
    )
    results.times(`list of 1M, first page, ${name}`, first)
    const cursor = await deepCursor(viewer)
    const deep = await timeEach(times(cursor), WARM_UP, (at) =>
      listIncidents(viewer, emptyFilter, plainView, { cursor: at }),
    )
    results.times(`list of 1M, page ${DEEP_PAGES}, ${name}`, deep)
    for (const [what, filter] of filters) {
      const found = await timeEach(times(filter), WARM_UP, (one) => listIncidents(viewer, one, plainView))
      results.times(`list of 1M, ${what}, ${name}`, found)
    }
    if (viewer.kind === 'keeper') unguarded = first.p95
    else results.ratio(`p95 of the first page, ${name} / keeper`, first.p95, unguarded)
  }
}

async function commonFilters(url: string): Promise<[string, Filter][]> {
  const [common] = await onDatabase<{ country: number; actor: number }>(
    url,
    `select (select p.path[1] from incident i join place p on p.id = i.place_id group by 1 order by count(*) desc, 1 limit 1) country,
       (select actor_id from party group by 1 order by count(*) desc, 1 limit 1) actor`,
  )
  if (!common) throw new Error('there are no incidents')
  return [
    ['the commonest country', { ...emptyFilter, places: [common.country] }],
    ['the commonest actor', { ...emptyFilter, actors: [common.actor] }],
  ]
}

async function deepCursor(viewer: Viewer): Promise<string | null> {
  let cursor: string | null = null
  for (let page = 1; page < DEEP_PAGES; page += 1) {
    cursor = (await listIncidents(viewer, emptyFilter, plainView, { cursor })).next
  }
  return cursor
}

/** The session's cookie of somebody who signed in just now. */
async function sessionOf(): Promise<string> {
  const { cookies } = await signIn(bencher, { headers: new Headers(), address: '127.0.0.1' })
  const own = cookies.find((cookie) => cookie.startsWith(`${sessionCookie()}=`))
  return own?.split(';')[0]?.split('=')[1] ?? ''
}

const times = <T>(value: T): T[] => Array.from({ length: WARM_UP + TIMES }, () => value)
