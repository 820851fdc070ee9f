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
import { type Times, timeByTurns, timeEach } from './timing'
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
  await growTo(url, SIZE, { copied: 'neither' })
  await giveTeamFacts(url)
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

/** Three of a hundred of which the team knows more than readers: without any, its lists would leave out the join. */
async function giveTeamFacts(url: string): Promise<void> {
  await onDatabase(
    url,
    `insert into incident_team_facts (incident_id, killed_low, killed_best, killed_high, killed_state, wounded_state, disputed)
     select id, killed_low, killed_best, coalesce(killed_high, 0) + 1, 'range', wounded_state, disputed
     from incident where abs(hashint4extended(id, 3)) % 100 < 3`,
    'vacuum analyze incident_team_facts',
  )
}

const viewers: [string, Viewer][] = [
  ['keeper', keeper],
  ['nobody known', { kind: 'anonymous', name: '', sees: 'published' }],
  ...roles.map((role): [string, Viewer] => [
    role,
    { kind: 'member', id: 'member-1', name: role, role, scopes: null },
  ]),
]

/**
 * Each list by turns for the keeper, whose query has no condition of who may read, and for everybody else: what theirs
 * takes longer is what these conditions take.
 */
async function timeLists(url: string, results: Results): Promise<void> {
  for (const list of await lists(url)) {
    const pages = await Promise.all(viewers.map(([, viewer]) => pageFor(list, viewer)))
    const taken = await timeByTurns(pages, TIMES, WARM_UP)
    for (const [at, [name]] of viewers.entries())
      tellList(results, `${list.what}, ${name}`, taken[at], taken[0])
  }
}

function tellList(results: Results, name: string, taken?: Times, unguarded?: Times): void {
  if (!taken || !unguarded) return
  results.times(`list of 1M, ${name}`, taken)
  if (taken === unguarded) return
  results.ratio(`p95, ${name} / keeper`, taken.p95, unguarded.p95)
  const conditions = (100 * (taken.median - unguarded.median)) / taken.median
  results.value(`conditions, of ${name} (medians)`, conditions, '%')
}

interface List {
  what: string
  filter: Filter
  page: number
}

async function pageFor({ filter, page }: List, viewer: Viewer): Promise<() => Promise<unknown>> {
  const cursor = await cursorOf(viewer, filter, page)
  return () => listIncidents(viewer, filter, plainView, { cursor })
}

async function lists(url: string): Promise<List[]> {
  const [common] = await onDatabase<{ country: number; actor: number }>(
    url,
    `select (select p.path[1] from incident i join place p on p.id = i.place_id group by 1 order by count(*) desc, 1 limit 1) country,
       (select actor_id from party group by 1 order by count(*) desc, 1 limit 1) actor`,
  )
  if (!common) throw new Error('there are no incidents')
  return [
    { what: 'first page', filter: emptyFilter, page: 1 },
    { what: `page ${DEEP_PAGES}`, filter: emptyFilter, page: DEEP_PAGES },
    { what: 'the commonest country', filter: { ...emptyFilter, places: [common.country] }, page: 1 },
    { what: 'the commonest actor', filter: { ...emptyFilter, actors: [common.actor] }, page: 1 },
  ]
}

/** What leads to that page of the list; null to its first. */
async function cursorOf(viewer: Viewer, filter: Filter, page: number): Promise<string | null> {
  let cursor: string | null = null
  for (let before = 1; before < page; before += 1) {
    cursor = (await listIncidents(viewer, filter, plainView, { cursor })).next
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
