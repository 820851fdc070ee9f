import { fileURLToPath } from 'node:url'
import crossfilter, { type Dimension, type NaturallyOrderedValue } from 'crossfilter2'
import { build } from 'esbuild'
import { chromium } from 'playwright/test'
import type { Answer } from '@/lib/analysis/facts/answer'
import { dayNumber, type Facts, NO_DAY, sortDay } from '@/lib/analysis/facts/facts'
import type { Filter } from '@/lib/analysis/filter'
import { type Kind, kindTypes, typeOfKind } from '@/lib/incident/kinds'
import { systemChromium } from '../browser.mjs'
import type { Beside, Drawing } from './beside/protocol'
import type { Step } from './explore-steps'
import type { Results } from './results'
import { timesOf } from './timing'

/*
 * Well-known libraries on the same incidents, as far as they can: what they are held to is far less than the explorer
 * answers. crossfilter2 counts and sums the killed by month, kind, actor, country and dataset, and knows nothing of imprecise
 * days, of what an actor was part of, of bounds, or of what totals leave out.
 */

const MONTH_DAYS = 30.44

export function countBeside(facts: Facts, steps: readonly Step[], name: string, results: Results): void {
  const before = heap()
  const began = performance.now()
  const { dimensions, groups } = crossfiltered(facts)
  for (const group of groups) group.all()
  results.value(`${name}: crossfilter2 built`, performance.now() - began, 'ms')
  results.value(`${name}: crossfilter2's memory`, heap() - before, 'MiB')
  const taken = steps.map((step, k) => {
    const start = performance.now()
    apply(dimensions, facts, step.filter, steps[k - 1]?.filter ?? null)
    for (const group of groups) group.all()
    return { kind: step.kind, ms: performance.now() - start }
  })
  const of = (kind: Step['kind']) => timesOf(taken.filter((one) => one.kind === kind).map(({ ms }) => ms))
  results.times(`${name}: crossfilter2, a step of a brush in time`, of('brush'))
  results.times(`${name}: crossfilter2, any other step`, of('other'))
}

const heap = (): number => {
  global.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

type By = Dimension<number, NaturallyOrderedValue>

interface Crossfiltered {
  dimensions: Record<'time' | 'kind' | 'actor' | 'country' | 'dataset' | 'killed' | 'disputed', By>
  groups: { all(): unknown }[]
}

function crossfiltered(facts: Facts): Crossfiltered {
  const { kind, place, dataset, killed, flags, parties, places } = facts
  const rows = crossfilter(Array.from(facts.id, (_, row) => row))
  const by = (of: (row: number) => NaturallyOrderedValue) => rows.dimension(of)
  const dimensions = {
    time: by((row) => sortDay(facts, row)),
    kind: by((row) => kind[row] as number),
    actor: rows.dimension(
      (row) => [...parties.actor.subarray(parties.offset[row], parties.offset[row + 1])] as unknown as number,
      true,
    ) as By,
    country: by((row) => places[place[row] as number]?.path[0] ?? -1),
    dataset: by((row) => dataset[row] as number),
    killed: by((row) => killed.best[row] as number),
    disputed: by((row) => (flags[row] as number) & 1),
  }
  const count = (sums: { incidents: number; killed: number }, row: number, sign: 1 | -1) => {
    sums.incidents += sign
    sums.killed += sign * Math.max(0, killed.best[row] as number)
    return sums
  }
  const counted = (group: ReturnType<By['group']>) =>
    group.reduce(
      (sums, row) => count(sums as never, row, 1) as never,
      (sums, row) => count(sums as never, row, -1) as never,
      () => ({ incidents: 0, killed: 0 }) as never,
    )
  const { time, kind: kinds, actor, country, dataset: datasets } = dimensions
  return {
    dimensions,
    groups: [
      counted(time.group((day) => Math.floor((day as number) / MONTH_DAYS))),
      ...[kinds, actor, country, datasets].map((dimension) => counted(dimension.group())),
    ],
  }
}

/** What another filter asks for, as far as it is another. */
function apply(
  { time, kind, actor, country, dataset, killed, disputed }: Crossfiltered['dimensions'],
  facts: Facts,
  filter: Filter,
  before: Filter | null,
): void {
  const isOther = (...fields: (keyof Filter)[]) =>
    fields.some((field) => JSON.stringify(filter[field]) !== JSON.stringify(before?.[field] ?? null))
  const among = (dimension: By, wanted: readonly number[]) =>
    wanted.length === 0
      ? dimension.filterAll()
      : dimension.filterFunction((one) => wanted.includes(one as number))
  if (isOther('from', 'to'))
    time.filterRange([
      filter.from === null ? NO_DAY : dayNumber(filter.from),
      filter.to === null ? 2 ** 31 : dayNumber(filter.to) + 1,
    ])
  if (isOther('kinds'))
    among(
      kind,
      filter.kinds.map((one) => facts.kinds.indexOf(one as never)),
    )
  if (isOther('actors'))
    among(
      actor,
      filter.actors.map((id) => facts.actors.findIndex((one) => one.id === id)),
    )
  if (isOther('primaryPlaces')) among(country, filter.primaryPlaces)
  if (isOther('datasets'))
    among(
      dataset,
      filter.datasets.map((one) => facts.datasets.indexOf(one)),
    )
  if (isOther('killedAtLeast')) killed.filterRange([filter.killedAtLeast ?? -1, 2 ** 31])
  if (isOther('disputedOnly')) among(disputed, filter.disputedOnly ? [1] : [])
}

/** So many vis-timeline is given: at a hundred thousand it takes seconds a step. */
const DRAWN_SINGLE = [1_000, 10_000]

/** Drawing in a browser: a timeline of some of the incidents, and a chart of all of them over time. */
export async function drawBeside(facts: Facts, { overTime }: Answer, results: Results): Promise<void> {
  const events = (count: number) =>
    Array.from({ length: Math.min(count, facts.id.length) }, (_, row) => ({
      start: sortDay(facts, row),
      end: facts.end[row] === NO_DAY ? sortDay(facts, row) : (facts.end[row] as number),
      lane: typeOfKind(facts.kinds[facts.kind[row] as number] as Kind),
    }))
  for (const count of DRAWN_SINGLE)
    tell(results, `vis-timeline, ${count} incidents`, await drawn('vis-timeline.ts', events(count)))
  const buckets = overTime.buckets.map(({ start, byType }) => ({ start, ...byType }))
  const what = { buckets, types: [...kindTypes] }
  tell(results, `recharts, ${buckets.length} bars over time`, await drawn('recharts.tsx', what))
}

function tell(results: Results, what: string, { drawn: first, steps }: Drawing): void {
  results.value(`${what}: drawn`, first, 'ms')
  results.times(`${what}: a step`, timesOf(steps))
}

async function drawn<T>(entry: string, what: T): Promise<Drawing> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./beside/${entry}`, import.meta.url))],
    ...{ bundle: true, write: false, minify: true, platform: 'browser', jsx: 'automatic' },
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const browser = await chromium.launch({
    executablePath: systemChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-gpu-rasterization'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
    return await page.evaluate(
      (given) => (window as unknown as { beside: Beside<T> }).beside.draw(given as T),
      what as unknown,
    )
  } finally {
    await browser.close()
  }
}
