import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, test } from 'playwright/test'
import { answerText } from './answer-text'
import { type Keeper, keeperOf, rowCounter, seedRegistry } from './hostile/database'
import { temporaryPostgres } from './hostile/postgres'
import { randomOf } from './hostile/random'
import { hostileTry, soundBodies, soundLog, type There, type Try } from './hostile/requests'
import { type Door, doorsOnDisk, filesWithServerActions } from './hostile/routes-on-disk'
import {
  claimed,
  type Installation,
  newInstallation,
  removeInstallation,
  startWaqai,
  unlimited,
  type WaqaiProcess,
} from './waqai-process'

const app = join(fileURLToPath(new URL('..', import.meta.url)), 'app')
const doors = doorsOnDisk(app)
/** Each of them in the drill, and of those the first ones in every run. */
const TRIES = process.env.WAQAI_DRILL === 'all' ? 300 : 30
const SEED = 20170730

/** Whoever is refused there is remembered. */
const aboutAccounts = /^\/api\/(account|members|invitations|settings)\b/

const name = ({ method, path }: Door) => `${method} ${path}`

// One app and one small database of its own: counting every row after every refusal must be quick, and nothing here
// may touch what the other journeys see.
let installation: Installation
let waqai: WaqaiProcess
let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
let client: pg.Client
let there: There
let bodies: Record<string, object>
let countRows: () => Promise<string>
/** The same without the log of who signed in, or was refused. */
let countKept: () => Promise<string>
let keeper: Keeper
let session = ''
/** What reads all that is there. */
const readers = ['/timeline', '/api/v1/incidents', '/api/v1/summary']
const seen = { requests: 0, refused: 0, failed: 0 }

/** Sends as the keeper, unless `init` brings cookies of its own. */
const send = (path: string, init?: RequestInit) =>
  fetch(installation.url + path, {
    redirect: 'manual',
    ...init,
    headers: { cookie: session, ...(init?.headers as Record<string, string>) },
  })
const post = (path: string, body: object, method = 'POST') =>
  send(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

test.beforeAll(async () => {
  test.setTimeout(600_000)
  installation = await newInstallation()
  postgres = await temporaryPostgres()
  waqai = startWaqai(installation, {
    DATABASE_URL: postgres.url,
    WAQAI_SAMPLE: 'no',
    WAQAI_EMBED_ORIGINS: '*',
    ...unlimited,
  })
  await waqai.ready
  client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const cookies = await claimed(installation, waqai)
  session = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  keeper = await keeperOf(client)
  const registry = await seedRegistry(client)
  const draft = '3b241101-e2bb-4255-8caf-4136c566a962'
  expect((await post(`/api/drafts/${draft}`, { document: {}, version: null }, 'PUT')).status).toBe(200)
  there = { ...registry, code: '', draft, session }
  bodies = soundBodies(there)
  countRows = await rowCounter(client, ['throttle'])
  countKept = await rowCounter(client, ['throttle', 'access_log'])
})

test.afterAll(async () => {
  console.log(`hostile requests: ${seen.requests} sent, ${seen.refused} refused, ${seen.failed} answered 5xx`)
  await client.end()
  waqai.child.kill('SIGTERM')
  await waqai.ended
  await postgres.stop()
  removeInstallation(installation)
})

test('every door is known: no server action, and a sound body for each that takes one', () => {
  expect(filesWithServerActions(app)).toEqual([])
  expect(doors.length).toBeGreaterThan(10)
  const takeBodies = doors.filter(({ method }) => method !== 'GET').map(name)
  expect(takeBodies.filter((door) => !(door in bodies))).toEqual([])
  expect(Object.keys(bodies).filter((door) => !takeBodies.includes(door))).toEqual([])
})

for (const door of doors) {
  test(`${name(door)}: ${TRIES} hostile requests are answered, and a refusal changes no row`, async () => {
    test.setTimeout(300_000)
    const random = randomOf(SEED + doors.indexOf(door))
    // One of the door's own: the door before may have deleted its.
    there = { ...there, code: await recordSound() }
    bodies = soundBodies(there)
    const tries = Array.from({ length: TRIES }, () => hostileTry(door, bodies[name(door)], there, random))
    // What is done to accounts, and what a member is refused, stands in the log of accesses.
    const isNoted = door.method !== 'GET' || aboutAccounts.test(door.path)
    const count = isNoted ? countKept : countRows
    let rows = await count()
    if (door.method === 'GET') {
      // Reading changes nothing, whether it is refused or not; so several may ask at once.
      while (tries.length > 0) await Promise.all(tries.splice(0, 4).map((one) => ask(door, one)))
      expect(await count()).toBe(rows)
    }
    for (const one of tries) {
      // Else most would be told that they ask too often, and nothing more would be tried.
      await client.query('delete from throttle')
      const { response, text, told } = await ask(door, one)
      if (response.ok && /^DELETE .*incidents\/\[code\]$/.test(name(door)))
        await post(`${one.path}/restore`, {})
      if (response.ok) await keeper.restore()
      const after = await count()
      if (!response.ok) expect(after, told).toBe(rows)
      else if (['/api/log', '/api/v1/incidents'].includes(door.path)) await expectReadable(text, told)
      rows = after
    }
    for (const path of readers) expect((await send(path)).status, path).toBe(200)
  })
}

test('a log that hides HTML in every text is stored as the words it is', async () => {
  const script = '<script>alert("وقائع")</script>'
  const log = soundLog(there)
  const incident = log.incidents[0]
  if (!incident) throw new Error('no incident')
  incident.title = { ar: script, en: script }
  incident.summary = { en: script }
  const answer = await post('/api/log', { log, anyway: true })
  expect(answer.status).toBe(201)
  const { incidents } = (await answer.json()) as { incidents: { code: string }[] }
  const page = await send(`/incidents/${incidents[0]?.code}`)
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('<script>alert("')
})

/** Sends one hostile request; it must be answered, and a refusal must be a kind one. */
async function ask(door: Door, { path, init }: Try) {
  const response = await send(path, init)
  const text = await answerText(response)
  const told = `${door.method} ${path.slice(0, 200)} → ${response.status} ${text.slice(0, 300)}\n${String(init.body ?? '').slice(0, 600)}`
  seen.requests++
  if (response.status >= 500) seen.failed++
  expect(response.status, told).toBeLessThan(500)
  if (response.status >= 400) {
    seen.refused++
    if (door.kind === 'route') expectKindRefusal(response, text, init, told)
  }
  return { response, text, told }
}

async function recordSound(): Promise<string> {
  const recorded = await post('/api/log', { log: soundLog(there), anyway: true })
  expect(recorded.status, await recorded.clone().text()).toBe(201)
  const { incidents } = (await recorded.json()) as { incidents: { code: string }[] }
  return incidents[0]?.code ?? ''
}

/** What was taken in must be readable, by those who read it as by those who go on editing it. */
async function expectReadable(text: string, told: string): Promise<void> {
  const { incidents } = JSON.parse(text) as { incidents: { code: string }[] }
  for (const { code } of incidents) {
    for (const path of [`/incidents/${code}`, `/api/v1/incidents/${code}`, `/api/incidents/${code}/log`]) {
      expect((await send(path)).status, `${path} after\n${told}`).toBe(200)
    }
  }
}

/** Names the field or the matter, says it in the reader's language, and leaks nothing of what is behind. */
function expectKindRefusal(response: Response, text: string, init: RequestInit, told: string): void {
  expect(text, told).not.toMatch(/prisma|postgres|node_modules|\bat [\w.]+ \(|problem\.code/i)
  if (!response.headers.get('content-type')?.includes('problem+json')) return // a page, in words
  const answer = JSON.parse(text) as Answer
  // The guard stands before the languages and speaks both.
  if (answer.title_ar) {
    expect(answer.detail_ar, told).toMatch(arabicLetter)
    return
  }
  expect(answer.problems.length, told).toBeGreaterThan(0)
  const arabic = String(new Headers(init.headers).get('cookie')).includes('language=ar')
  for (const words of [answer.title, ...answer.problems.map(ownWords)]) {
    expect(arabicLetter.test(words), `${words}\n${told}`).toBe(arabic)
  }
}

/** A message without what it repeats of what was sent, which may be in any script. */
const ownWords = ({ message, params = {} }: Answer['problems'][number]): string =>
  Object.values(params).reduce<string>((words, value) => words.replaceAll(String(value) || '\0', ''), message)

interface Answer {
  title: string
  title_ar?: string
  detail_ar?: string
  problems: { message: string; code: string; params?: Record<string, unknown> }[]
}

const arabicLetter = /[\u0600-\u06ff]/
