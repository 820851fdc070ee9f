import { performance } from 'node:perf_hooks'
import { keeper } from '@/lib/access/viewer'
import { CrossFilter } from '@/lib/analysis/facts/cross-filter'
import { dimensions, without } from '@/lib/analysis/facts/dimensions'
import { Explorer, type Question } from '@/lib/analysis/facts/explorer'
import type { Facts } from '@/lib/analysis/facts/facts'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { readPublishedFacts } from '@/lib/operations/read-facts'
import { summarise } from '@/lib/operations/summarise'
import { growTo } from './crowd'
import { countBeside, drawBeside } from './explore-beside'
import { browse } from './explore-browser'
import { explorationOf, type Step } from './explore-steps'
import { importFiles, sampleFiles } from './import'
import type { Results } from './results'
import { onDatabase, type Stage } from './stage'
import { timesOf } from './timing'
import { withWeb } from './web'

const SIZES = [100_000, 400_000, 1_000_000]
const ROUNDS = 6
/** Steps that Postgres answers as well: at a million, each takes seconds. */
const BY_SQL = 12
const PANS = 60
const EDITS = 9

/** The explorer: facts from Postgres and on the wire, each step in the worker and by SQL, and all of it in a browser. */
export async function benchExplore(
  stage: Stage,
  results: Results,
  say: (line: string) => void,
): Promise<void> {
  const url = await stage.fresh('bench_explore')
  await importFiles(
    url,
    sampleFiles().filter((path) => !path.includes('syria')),
  )
  for (const size of SIZES) {
    say(`  growing to ${size} incidents`)
    await growTo(url, size, { copied: 'figures' })
    const name = size < 1_000_000 ? `${size / 1000}k` : `${size / 1_000_000}M`
    const facts = await timeFacts(url, name, size, results)
    const inWorker = timeSteps(facts, name, results)
    countBeside(facts, [...inWorker.keys()], name, results)
    await timeSql(inWorker, name, results)
    timeExplorer(facts, [...inWorker.keys()], name, results)
    if (size === SIZES[0])
      await drawBeside(facts, new CrossFilter(facts, emptyFilter, 'month').answer(), results)
    await withWeb(url, say, (web) => browse(web, name, results))
  }
}

/** An edit as triggers see it, so that facts that were kept are of the past; of another incident each. */
const edit = (url: string, n: number) =>
  onDatabase(url, `update incident set lat = lat + 0.001 where id = (select min(id) + ${n} from incident)`)

/** What was kept is read anew after it: what the bench copies, no trigger sees. */
const rename = (url: string) =>
  onDatabase(url, 'update actor_name set name = name where actor_id = (select min(actor_id) from actor_name)')

async function timeFacts(url: string, name: string, size: number, results: Results): Promise<Facts> {
  await rename(url)
  const cold = await clock(() => readPublishedFacts(keeper))
  results.value(`${name}: facts from Postgres, cold`, cold.ms, 'ms')
  const taken: number[] = []
  for (let n = 0; n < EDITS; n++) {
    await edit(url, n)
    taken.push((await clock(() => readPublishedFacts(keeper))).ms)
  }
  results.value(`${name}: facts from Postgres, after one edit`, timesOf(taken).median, 'ms')
  const facts = await readPublishedFacts(keeper)
  for (const encoding of ['br', 'gzip'] as const) {
    const bytes = await facts.bytes(encoding)
    results.value(`${name}: bytes on the wire an incident, ${encoding}`, bytes.length / size, 'bytes')
  }
  const whole = await facts.bytes('identity')
  const decoded = await clock(async () => decodeFacts(whole))
  results.value(`${name}: facts decoded`, decoded.ms, 'ms')
  return decoded.value
}

/** Every step's time, by the worker's own code in this process. */
function timeSteps(facts: Facts, name: string, results: Results): Map<Step, number> {
  const steps = explorationOf(facts, ROUNDS)
  const began = performance.now()
  const cross = new CrossFilter(facts, emptyFilter, 'auto')
  cross.answer()
  results.value(`${name}: cross-filter built`, performance.now() - began, 'ms')
  const taken = new Map<Step, number>()
  for (const step of steps) {
    const start = performance.now()
    cross.setFilter(step.filter)
    cross.answer()
    taken.set(step, performance.now() - start)
  }
  const all = [...taken]
  const inRound = all.length / ROUNDS
  const of = (kind: Step['kind'], some: typeof all) =>
    timesOf(some.filter(([step]) => step.kind === kind).map(([, ms]) => ms))
  results.times(`${name}: worker, a step of a brush in time`, of('brush', all.slice(inRound)))
  results.times(`${name}: worker, any other step`, of('other', all.slice(inRound)))
  results.times(`${name}: worker, brush, in the first round`, of('brush', all.slice(0, inRound)))
  results.times(`${name}: worker, other, in the first round`, of('other', all.slice(0, inRound)))
  return taken
}

/** The same answer from Postgres: a summary of the filter, and one without each part that a view leaves out. */
async function timeSql(inWorker: Map<Step, number>, name: string, results: Results): Promise<void> {
  const all = [...inWorker].filter(([{ filter }]) => filter !== emptyFilter)
  const pairs = all.filter((_, k) => k % Math.ceil(all.length / BY_SQL) === 0)
  const ratios: number[] = []
  const taken: number[] = []
  for (const [{ filter }, ms] of pairs) {
    const sql = await clock(() => answerBySql(filter))
    taken.push(sql.ms)
    ratios.push(sql.ms / ms)
  }
  results.times(`${name}: the same answer by SQL`, timesOf(taken))
  results.value(`ratio: ${name}: SQL / worker, median over steps`, timesOf(ratios).median, '×')
}

/** One query a view that differs from the whole filter's, as a dashboard without facts would ask. */
async function answerBySql(filter: Filter): Promise<void> {
  const asked = new Map(
    [filter, ...dimensions.map((one) => without(filter, one))].map((one) => [JSON.stringify(one), one]),
  )
  for (const one of asked.values()) await summarise(keeper, one, { unit: 'auto' })
}

/** The same steps with the timeline drawn and the list found, and a timeline panned and zoomed: the worker's part of it. */
function timeExplorer(facts: Facts, steps: readonly Step[], name: string, results: Results): void {
  const explorer = new Explorer(facts)
  const question = {
    filter: emptyFilter,
    matches: null,
    view: { order: 'newest', unit: 'auto' },
    window: null,
    lanes: 'type',
    columns: 680,
    listed: 40,
    against: null,
    map: null,
  } as const
  explorer.show(question)
  const timeOf = (change: Partial<Question>) => {
    const began = performance.now()
    explorer.show({ ...question, ...change })
    return performance.now() - began
  }
  for (const kind of ['brush', 'other'] as const) {
    const taken = steps.filter((step) => step.kind === kind).map(({ filter }) => timeOf({ filter }))
    results.times(`${name}: worker, with timeline and list, ${kind}`, timesOf(taken))
  }
  explorer.show(question)
  const panned = windowsWithin(explorer.extent ?? { from: 0, to: 1 }).map((window) => timeOf({ window }))
  results.times(`${name}: worker, the timeline panned or zoomed`, timesOf(panned))
}

function windowsWithin({ from, to }: TimeWindow): TimeWindow[] {
  const days = to - from
  return Array.from({ length: PANS }, (_, k) => {
    const length = days * 0.95 ** k
    const first = from + (days - length) * 0.6
    return { from: first, to: first + length }
  })
}

async function clock<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now()
  const value = await work()
  return { value, ms: performance.now() - began }
}
