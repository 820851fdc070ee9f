import { addDays, formatISO } from 'date-fns'
import { keeper } from '@/lib/access/viewer'
import { logDraft } from '@/lib/incident/log-draft'
import { addActor } from '@/lib/operations/add-actor'
import { readIncidentLog } from '@/lib/operations/edit-incident'
import { recordLog } from '@/lib/operations/record-log'
import { inputLikeDerna, type LogSeed, logLikeDerna } from './log-like-derna'
import type { Results } from './results'
import { onDatabase, type Stage } from './stage'
import { processorTime, type Times, timeEach, timeTogether } from './timing'
import { withWeb } from './web'

const WARM_UP = 20
const SAVES = 300
const FEWER = 100
const WRITERS = 4

/** How long an analyst waits after pressing "save". */
export async function benchSave(stage: Stage, results: Results, say: (line: string) => void): Promise<void> {
  const url = await stage.fresh('bench_save')
  const seeds = await seedsFor(url, 2 * WARM_UP + SAVES + 4 * FEWER)
  const take = (n: number) => seeds.splice(0, n)
  const codes: string[] = []
  const save = async (seed: LogSeed) => {
    for (const { code } of await recordLog(keeper, logLikeDerna(seed))) codes.push(code)
  }
  const alone = results.times(
    'new log, one after another',
    await timeEach(take(WARM_UP + SAVES), WARM_UP, save),
  )
  const processor = await processorTime(() => timeEach(take(FEWER), 0, save))
  results.value('new log, processor time of Node', processor / FEWER, 'ms')
  const change = results.times(
    'read it, change it, save it',
    await timeEach(codes.slice(0, FEWER), 5, changed),
  )
  const together = await timeTogether(take(FEWER), WRITERS, save)
  results.times(`new log, ${WRITERS} writers at once`, together.times)
  results.value(`logs saved by ${WRITERS} writers`, (1000 * FEWER) / together.wholeMs, '/s')
  results.ratio('p95 of a change / of a new log', change.p95, alone.p95)
  results.ratio(`p95 of ${WRITERS} writers / of one`, together.times.p95, alone.p95)
  await withWeb(url, say, async (web) => {
    const post = (seed: LogSeed) => web.post('/api/log', { log: inputLikeDerna(seed) })
    const http = results.times('new log, POST /api/log', await timeEach(take(WARM_UP + FEWER), WARM_UP, post))
    results.ratio('p95 of POST / of the operation', http.p95, alone.p95)
  })
}

/** Saves new logs and changes of them into the database that `database()` gives. */
export async function timeSaves(url: string, n: number): Promise<{ fresh: Times; change: Times }> {
  const codes: string[] = []
  const fresh = await timeEach(await seedsFor(url, n + 5), 5, async (seed) => {
    for (const { code } of await recordLog(keeper, logLikeDerna(seed))) codes.push(code)
  })
  return { fresh, change: await timeEach(codes, 5, changed) }
}

/** As an edit goes: read, one claim gone, a party replaced, saved over. */
async function changed(code: string): Promise<void> {
  const log = await readIncidentLog(keeper, code)
  const [incident] = log.incidents
  if (!incident) throw new Error(`${code} has gone`)
  incident.claims = incident.claims.filter(({ says }) => says.subject !== 'motive')
  incident.parties = incident.parties.map((party) =>
    party.part === 'initiator' ? { ...party, part: 'participant' as const } : party,
  )
  await recordLog(keeper, logDraft.parse(log))
}

/** `n` logs at places all over the world and on days far apart, so that none is like another. */
async function seedsFor(url: string, n: number): Promise<LogSeed[]> {
  const actor = (en: string, ar: string) =>
    addActor(keeper, { names: { en, ar }, kind: 'rebel-group', country: null, partOf: null })
  const initiator = await actor('Measured Group', 'مجموعة القياس')
  const target = await actor('Measured Forces', 'قوات القياس')
  const places = await onDatabase<{ id: number }>(
    url,
    `select id from place where kind = 'city' order by md5(key) limit ${n}`,
  )
  return places.map(({ id }, i) => ({
    placeId: id,
    day: formatISO(addDays('2015-01-01', i % 3000), { representation: 'date' }),
    initiator,
    target,
  }))
}
