import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, test } from 'playwright/test'
import { type Asker, ask, askersOf } from './access/actors'
import { type Actor, actors, isToken, type Kind } from './access/answers'
import { type Act, policy } from './access/policy'
import { type It, thingsOf } from './access/things'
import { seedRegistry } from './hostile/database'
import { temporaryPostgres } from './hostile/postgres'
import { randomOf } from './hostile/random'
import { type Door, doorsOnDisk } from './hostile/routes-on-disk'
import {
  claimed,
  type Installation,
  newInstallation,
  removeInstallation,
  startWaqai,
  unlimited,
  type WaqaiProcess,
} from './waqai-process'

/*
 * The access matrix: every door on disk × whoever asks × what they ask for, as page, as the payload that a page is
 * fetched by within the app, as JSON or as export. `npm test` tries some of the cells, from a fixed seed, `npm run drill` all.
 */

const all = process.env.WAQAI_DRILL === 'all'
/** Of the cells of a door, how many are tried in a run that does not try all. */
const SOME = 8
const SEED = 20170730

const doors = doorsOnDisk(join(fileURLToPath(new URL('..', import.meta.url)), 'app'))
const name = ({ method, path }: Door) => `${method} ${path}`
const actsOf = (door: Door): readonly Act[] => [policy[name(door)] ?? []].flat()

interface Cell {
  act: Act
  actor: Actor
  object: Kind
  /** As the browser fetches a page within the app. */
  asPayload: boolean
}

let installation: Installation
let waqai: WaqaiProcess
let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
let client: pg.Client
let askers: Awaited<ReturnType<typeof askersOf>>
let make: ReturnType<typeof thingsOf>

const send = (path: string, init?: RequestInit) =>
  fetch(installation.url + path, { redirect: 'manual', ...init })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  installation = await newInstallation()
  postgres = await temporaryPostgres()
  waqai = startWaqai(installation, { DATABASE_URL: postgres.url, WAQAI_SAMPLE: 'no', ...unlimited })
  await waqai.ready
  await claimed(installation, waqai)
  client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const registry = await seedRegistry(client)
  askers = await askersOf(client, send)
  const { author } = askers
  const asAuthor = (path: string, body?: object) =>
    ask(send, path, body ? 'POST' : 'GET', body, author.headers)
  make = thingsOf({ client, registry, author: author.id, ask: asAuthor })
})

test.afterAll(async () => {
  await client.end()
  waqai.child.kill('SIGTERM')
  await waqai.ended
  await postgres.stop()
  removeInstallation(installation)
})

test('the table of policy has a row for every door on disk, and for no other', () => {
  const onDisk = doors.map(name)
  expect(onDisk.filter((door) => !(door in policy))).toEqual([])
  expect(Object.keys(policy).filter((door) => !onDisk.includes(door))).toEqual([])
})

for (const door of doors) {
  test(`${name(door)} answers each as the table of policy says`, async () => {
    test.setTimeout(all ? 600_000 : 120_000)
    const made = new Map<string, It>()
    const wrong: string[] = []
    for (const cell of chosen(door)) wrong.push(...(await tryCell(door, cell, made)))
    expect(wrong).toEqual([])
  })
}

function chosen(door: Door): Cell[] {
  const cells = actsOf(door).flatMap((act) =>
    (act.objects ?? (['published'] as const)).flatMap((object) =>
      actors.flatMap((actor) => [
        { act, actor, object, asPayload: false },
        ...(door.kind === 'page' ? [{ act, actor, object, asPayload: true }] : []),
      ]),
    ),
  )
  if (all) return cells
  const random = randomOf(SEED + doors.indexOf(door))
  while (cells.length > SOME) cells.splice(random.below(cells.length), 1)
  return cells
}

/** Tries one cell. Gives what is wrong about the answer. */
async function tryCell(door: Door, cell: Cell, made: Map<string, It>): Promise<string[]> {
  const { act, actor, object, asPayload } = cell
  const asker = askers[actor]
  const it = await thingFor(cell, asker, made)
  await client.query('delete from throttle')
  const parts: Record<string, string> = { code: it.code, id: it.id, ...act.parts?.(it) }
  const path = door.path.replace(/\[(\w+)\]/g, (_, part: string) => parts[part] ?? '')
  const headers = { ...act.headers, ...asker.headers, ...(asPayload ? { rsc: '1' } : {}) }
  const query = act.query?.(it) ?? ''
  // Next leads a request for a payload on to the address that says so.
  const payload = asPayload ? `${query === '' ? '?' : '&'}_rsc` : ''
  const answer = await ask(send, path + query + payload, door.method, act.body?.(it), headers)
  const text = await answer.text()
  if (act.endsSession) await asker.renew()
  const expected = expectedOf(door, cell)
  const holds = act.holds && answer.ok ? act.holds(text, it) : text.includes(it.secret)
  const told = `${act.act ?? ''}${asPayload ? ' payload' : ''} · ${actor} · ${act.objects ? object : ''}:`
  return [
    ...(asPayload || [expected.status].flat().includes(answer.status)
      ? []
      : [`${told} ${answer.status} instead of ${expected.status} ${text.slice(0, 200)}`]),
    ...(holds === expected.holds
      ? []
      : [`${told} ${holds ? 'tells what it must not' : 'lacks what it must tell'}`]),
  ]
}

/** Objects are shared by the tries of an actor, and by all where none is asked for, unless the door spends them. */
async function thingFor({ act, actor, object }: Cell, asker: Asker, made: Map<string, It>): Promise<It> {
  const key = act.objects ? `${actor} ${object}` : 'any'
  const known = act.spends ? undefined : made.get(key)
  const it = known ?? (await make(object, asker.id))
  if (act.before) await client.query(act.before, [it.code])
  if (!act.spends) made.set(key, it)
  return it
}

/** A page knows no tokens, leads whoever must sign in to the sign-in, and whoever may not to what they may. */
function expectedOf({ kind }: Door, { act, actor, object }: Cell) {
  if (kind === 'route') return act.answer(actor, object)
  const { status, holds } = act.answer(isToken(actor) ? 'nobody' : actor, object)
  return { status: [status].flat().map((one) => (one === 401 || one === 403 ? 307 : one)), holds }
}
