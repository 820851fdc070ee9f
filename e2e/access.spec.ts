import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, test } from 'playwright/test'
import { ask, askersOf } from './access/actors'
import { type Actor, type Answer, actors, isPrivy, isToken, type Kind, reveals } from './access/answers'
import { absent, anonymous, type Other, otherOf, rowsOf, type Variant } from './access/others'
import { type Act, policy } from './access/policy'
import { type It, thingsOf } from './access/things'
import { answerText } from './answer-text'
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
const SOME = 6
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
const others = new Map<string, Other>()
/** Words that the app must print nowhere. */
const words: string[] = []
let tried = 0

const send = (path: string, init?: RequestInit) =>
  fetch(installation.url + path, { redirect: 'manual', ...init })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  installation = await newInstallation()
  postgres = await temporaryPostgres()
  waqai = startWaqai(installation, {
    DATABASE_URL: postgres.url,
    WAQAI_SAMPLE: 'no',
    WAQAI_EMBED_ORIGINS: '*',
    ...unlimited,
  })
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
  console.log(`${tried} cells of the access matrix were tried`)
  const printed = waqai.output()
  expect(words.filter((word) => printed.includes(word))).toEqual([])
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
  tried++
  const told = `${act.act ?? ''}${asPayload ? ' payload' : ''} · ${actor} · ${act.objects ? object : ''}:`
  const faults = act.others
    ? await faultsOfMixed(door, cell, made, act.others)
    : faultsOf(door, cell, await sent(door, cell, await thingFor(cell, made)))
  return faults.map((fault) => `${told} ${fault}`)
}

/** What came back, and what it was about. */
interface Got {
  it: It
  query: string
  ok: boolean
  status: number
  text: string
}

async function sent(door: Door, { act, actor, asPayload }: Cell, it: It, other = absent): Promise<Got> {
  const asker = askers[actor]
  await client.query('delete from throttle')
  const parts: Record<string, string> = { code: it.code, id: it.id, ...act.parts?.(it) }
  const path = door.path.replace(/\[(\w+)\]/g, (_, part: string) => parts[part] ?? '')
  const headers = { ...act.headers, ...asker.headers, ...(asPayload ? { rsc: '1' } : {}) }
  const query = act.query?.(it, other) ?? ''
  // Next leads a request for a payload on to the address that says so.
  const payload = asPayload ? `${query === '' ? '?' : '&'}_rsc` : ''
  const answer = await ask(send, path + query + payload, door.method, act.body?.(it, other), headers)
  const text = await answerText(answer)
  if (act.endsSession) await asker.renew()
  return { it, query, ok: answer.ok, status: answer.status, text }
}

function faultsOf(door: Door, cell: Cell, got: Got): string[] {
  const { act, actor, object, asPayload } = cell
  const { it, text } = got
  const expected = expectedOf(door, cell)
  const holds = act.holds && got.ok ? act.holds(text, it) : text.includes(it.secret)
  const mayTruth = act.answer === reveals && expected.holds
  return [
    ...(asPayload ? payloadFaults(got, expected.status) : statusFaults(got, expected.status)),
    ...(holds === expected.holds ? [] : [holds ? 'tells what it must not' : 'lacks what it must tell']),
    ...(!mayTruth && it.truths.some((truth) => text.includes(truth) && !asksFor(got, truth))
      ? [`tells what is protected ${around(text, it.truths)}`]
      : []),
    ...(mayTruth && !text.includes(it.truth) ? ['lacks what was to be revealed'] : []),
    ...(!isPrivy(actor, object) && text.includes(it.private)
      ? [`tells what is for those who work on it ${around(text, [it.private])}`]
      : []),
  ]
}

const statusFaults = ({ status, text }: Got, expected: Answer['status']): string[] =>
  [expected].flat().includes(status) ? [] : [`${status} instead of ${expected} ${text.slice(0, 200)}`]

/** What was asked for by name may be repeated; a place is asked for by its id. */
const asksFor = ({ query, it }: Got, truth: string): boolean =>
  query.includes(truth) || (truth === it.spotName && query.includes(`place=${it.spot}`))

function around(text: string, words: readonly string[]): string {
  const at = text.indexOf(words.find((word) => text.includes(word)) ?? '')
  return text.slice(Math.max(0, at - 150), at + 50)
}

/** A payload is a 200 whatever the page would be: that it is not there, or leads on, is said in it. */
function payloadFaults({ status, text }: Got, expected: Answer['status']): string[] {
  const digest = /NEXT_REDIRECT;[^;]*;[^;]*;(307)|NEXT_HTTP_ERROR_FALLBACK;(\d+)/.exec(text)
  const says = Number(digest?.[1] ?? digest?.[2] ?? 200)
  return status === 200 && [expected].flat().includes(says)
    ? []
    : [`${status} that says ${says} instead of 200 that says ${expected}`]
}

/** The same request with parts of several others, seen, unseen and never there. */
async function faultsOfMixed(
  door: Door,
  cell: Cell,
  made: Map<string, It>,
  others: readonly Variant[],
): Promise<string[]> {
  const answers = new Set<string>()
  const faults: string[] = []
  for (const variant of others) {
    const other = await otherFor(cell.actor, variant)
    const before = await rowsOf(client, other)
    const it = await thingFor(cell, made)
    const got = await sent(door, cell, it, other)
    faults.push(...faultsOf(door, cell, got).map((fault) => `with ${variant} ${fault}`))
    if ((await rowsOf(client, other)) !== before) faults.push(`changes what is of ${variant}`)
    answers.add(anonymous(got.text, [it.code, other.code, other.draft]))
  }
  return answers.size > 1 ? [...faults, `tells which is there: ${[...answers].join(' ≠ ')}`] : faults
}

/** One of each for each actor: nothing may change them. */
async function otherFor(actor: Actor, variant: Variant): Promise<Other> {
  if (variant === 'absent') return absent
  const key = `${actor} ${variant}`
  const known = others.get(key)
  if (known) return known
  const kind = variant === 'seen' ? 'published' : 'for others by name'
  const other = otherOf(await thing(kind, askers[actor].id))
  others.set(key, other)
  return other
}

/** Objects are shared by the tries of an actor, and by all where none is asked for, unless the door spends them. */
async function thingFor({ act, actor, object }: Cell, made: Map<string, It>): Promise<It> {
  const key = act.objects ? `${actor} ${object}` : 'any'
  const known = act.spends ? undefined : made.get(key)
  const it = known ?? (await thing(object, askers[actor].id))
  if (act.before) await client.query(act.before, [it.code])
  if (!act.spends) made.set(key, it)
  return it
}

async function thing(kind: Kind, asker: string): Promise<It> {
  const it = await make(kind, asker)
  words.push(it.secret, it.private, ...it.truths)
  return it
}

/** A page knows no tokens, leads whoever must sign in to the sign-in, and whoever may not to what they may. */
function expectedOf({ kind }: Door, { act, actor, object }: Cell): Answer {
  if (kind === 'route') return act.answer(actor, object)
  const { status, holds } = act.answer(isToken(actor) ? 'nobody' : actor, object)
  return { status: [status].flat().map((one) => (one === 401 || one === 403 ? 307 : one)), holds }
}
