// The summary once more, incident by incident and as plainly as can be: what the fast engines are held to.
import { typeOfKind } from '@/lib/incident/kinds'
import { grades, meansOfAttack } from '@/lib/incident/lists'
import { bucketOf } from './buckets'
import type { Filter } from './filter'
import type { Fact } from './listed'
import { naiveList, naivelyCounted, naivelyPartlyInside, pathOf } from './naive-list.test-kit'
import type { World, WorldIncident } from './random-world.test-kit'
import type { Bucket, BucketUnit, Casualties, NamesByLanguage, Summary, Total } from './summary'

export type LeavesOut = (incident: WorldIncident) => boolean

/** Incidents as a row counts them. */
export const naiveRow = (list: WorldIncident[], leavesOut: LeavesOut) => ({
  incidents: list.length,
  withheld: list.filter(leavesOut).length,
  casualties: casualties(list),
})

/** The summary but for its unit, which is given, and episodes, of which the made-up record has none. */
export function naiveSummary(
  world: World,
  filter: Filter,
  unit: BucketUnit,
  rowLimit: number,
  leavesOut: LeavesOut,
) {
  const counted = naivelyCounted(world, filter)
  const period = naivePeriod(filter, counted)
  const placedIn = (bucket: Bucket) => counted.filter((i) => fits(i, bucket))
  const starts = new Set<string>()
  if (period) for (let d = period.start; d <= period.end; d = nextDay(d)) starts.add(bucketOf(d, unit).start)
  const buckets = [...starts].map((start) => bucketOf(start, unit))
  const whole = casualties(counted)
  const withheld = (list: WorldIncident[]) => list.filter(leavesOut).length
  const told = (list: WorldIncident[]) => ({ ...tally(list), withheld: withheld(list) })
  return {
    incidents: counted.length,
    withheld: withheld(counted),
    duplicates: naiveList(world, filter).length - counted.length,
    partlyInside: naivelyPartlyInside(world, filter).length,
    totals: whole,
    episodes: { count: 0, casualties: casualties([]) },
    overTime: {
      unit,
      buckets: buckets.map((bucket) => ({ ...bucket, ...told(placedIn(bucket)) })),
      unplaced: told(counted.filter((i) => !buckets.some((bucket) => fits(i, bucket)))),
    },
    byKind: [...new Set(counted.map((i) => i.kind))].map((kind) => {
      const { byType, ...row } = told(counted.filter((i) => i.kind === kind))
      return { kind, ...row }
    }),
    byActor: byActor(world, counted, whole, rowLimit, leavesOut),
    byPlace: byPlace(world, filter, counted, rowLimit, leavesOut),
    byGrade: [...grades, null]
      .map((grade) => ({
        grade,
        ...naiveRow(
          counted.filter((i) => i.grade === grade),
          leavesOut,
        ),
      }))
      .filter((row) => row.incidents > 0),
    byMeans: byMeans(counted, leavesOut),
    byReport: byReport(world, counted, rowLimit, leavesOut),
    mixed: mixed(world, counted),
    attributions: attributions(world, counted),
  } satisfies Partial<Summary>
}

const fits = (i: WorldIncident, b: Bucket) =>
  i.startOn !== null && i.endOn !== null && b.start <= i.startOn && i.endOn <= b.end

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

function naivePeriod({ from, to }: Filter, counted: WorldIncident[]): Bucket | null {
  const days = counted.flatMap((i) => [i.sortOn, i.endOn ?? i.sortOn]).sort()
  const start = from ?? days[0] ?? to
  const end = to ?? days.at(-1) ?? from
  return start === null || end === null ? null : { start, end }
}

function total(facts: Fact[]): Total {
  const decided = facts.filter((fact) => fact.best !== null)
  const open = facts.filter((fact) => fact.best === null && fact.low !== null)
  const sum = (list: Fact[], end: 'low' | 'best' | 'high') =>
    list.reduce((n, fact) => n + (fact[end] ?? 0), 0)
  return {
    low: sum(decided, 'low'),
    best: sum(decided, 'best'),
    high: sum(decided, 'high'),
    open: decided.some((fact) => fact.open),
    disputed: { count: open.length, low: sum(open, 'low'), high: sum(open, 'high') },
    notCollected: facts.filter((fact) => fact.state === 'not-collected').length,
  }
}

const casualties = (list: Pick<WorldIncident, 'killed' | 'wounded'>[]): Casualties => ({
  killed: total(list.map((i) => i.killed)),
  wounded: total(list.map((i) => i.wounded)),
})

function tally(list: WorldIncident[]) {
  const byType: Summary['overTime']['unplaced']['byType'] = {}
  for (const type of list.map((i) => typeOfKind(i.kind))) byType[type] = (byType[type] ?? 0) + 1
  return { incidents: list.length, byType, casualties: casualties(list) }
}

const nothing: Fact = { low: null, best: null, high: null, open: false, state: 'none' }

/** What the parties of an incident that meet `who` lost, one entry a party. */
function sides(incident: WorldIncident, who: (actor: number) => boolean) {
  const side = (whole: Fact, own: Fact | null): Fact => {
    const known = own ?? nothing
    const best = whole.best === null ? null : known.best
    return { ...known, best, state: whole.state === 'not-collected' ? 'not-collected' : known.state }
  }
  return incident.parties
    .filter((party) => who(party.actorId))
    .map((party) => ({
      killed: side(incident.killed, party.killed),
      wounded: side(incident.wounded, party.wounded),
    }))
}

function byActor(
  world: World,
  counted: WorldIncident[],
  whole: Casualties,
  limit: number,
  leavesOut: LeavesOut,
): Summary['byActor'] {
  const of = (who: (actor: number) => boolean) => {
    const taking = counted.filter((i) => i.parties.some((party) => who(party.actorId)))
    const own = casualties(taking.flatMap((i) => sides(i, who)))
    const { killed, wounded } = casualties(taking)
    return {
      incidents: taking.length,
      withheld: taking.filter(leavesOut).length,
      casualties: {
        killed: { ...own.killed, notCollected: killed.notCollected },
        wounded: { ...own.wounded, notCollected: wounded.notCollected },
      },
    }
  }
  const parties = (actor: number) =>
    counted.flatMap((i) => i.parties).filter((party) => party.actorId === actor).length
  const rows = world.actors
    .map(({ id, name }) => ({ actor: id, names: english(name), ...of((actor) => actor === id) }))
    .filter((row) => row.incidents > 0)
    .sort((a, b) => parties(b.actor) - parties(a.actor) || a.actor - b.actor)
  const shown = rows.slice(0, limit).sort((a, b) => b.incidents - a.incidents || a.actor - b.actor)
  const all = of(() => true).casualties
  const rest = (outcome: 'killed' | 'wounded'): Total => {
    const silent = counted.filter(
      (i) => i[outcome].best === null && i.parties.every((party) => (party[outcome]?.low ?? null) === null),
    )
    return {
      low: Math.max(0, whole[outcome].low - all[outcome].high),
      best: whole[outcome].best - all[outcome].best,
      high: Math.max(0, whole[outcome].high - all[outcome].low),
      open: whole[outcome].open,
      disputed: total(silent.map((i) => i[outcome])).disputed,
      notCollected: 0,
    }
  }
  const others = of((actor) => !shown.some((row) => row.actor === actor))
  return {
    rows: shown,
    others: { actors: rows.length - shown.length, ...others },
    notAttributed: { killed: rest('killed'), wounded: rest('wounded') },
  }
}

function byPlace(
  world: World,
  filter: Filter,
  counted: WorldIncident[],
  limit: number,
  leavesOut: LeavesOut,
): Summary['byPlace'] {
  const told = (list: WorldIncident[]) => naiveRow(list, leavesOut)
  const asked = filter.primaryPlaces.length > 0 ? filter.primaryPlaces : filter.places
  const level = (i: WorldIncident): number | null => {
    const path = pathOf(world, i.placeId)
    const [only, ...more] = asked
    if (only === undefined) return path[0] as number
    if (more.length > 0) return path.find((id) => asked.includes(id)) ?? null
    return path.includes(only) ? (path[path.indexOf(only) + 1] ?? only) : null
  }
  const rows = world.places
    .map((place) => {
      const here = counted.filter((i) => level(i) === place.id)
      return {
        place: place.id,
        names: english(place.name),
        ...told(here),
      }
    })
    .filter((row) => row.incidents > 0)
    .sort((a, b) => b.incidents - a.incidents || a.place - b.place)
  const shown = rows.slice(0, limit).map((row) => row.place)
  const others = counted.filter((i) => !shown.includes(level(i) ?? 0) && level(i) !== null)
  const elsewhere = counted.filter((i) => level(i) === null)
  return {
    rows: rows.slice(0, limit),
    others: {
      places: rows.length - shown.length,
      ...told(others),
    },
    elsewhere: told(elsewhere),
  }
}

function byMeans(counted: WorldIncident[], leavesOut: LeavesOut): Summary['byMeans'] {
  const told = (which: (i: WorldIncident) => boolean) => naiveRow(counted.filter(which), leavesOut)
  return {
    rows: meansOfAttack
      .map((means) => ({ means, ...told((i) => i.means.includes(means)) }))
      .filter((row) => row.incidents > 0)
      .sort((a, b) => b.incidents - a.incidents),
    untold: told((i) => i.means.length === 0),
  }
}

function byReport(
  world: World,
  counted: WorldIncident[],
  limit: number,
  leavesOut: LeavesOut,
): Summary['byReport'] {
  const told = (which: (i: WorldIncident) => boolean) => naiveRow(counted.filter(which), leavesOut)
  const rows = world.reports
    .map(({ id, ...name }) => ({ report: id, ...name, ...told((i) => i.reportIds.includes(id)) }))
    .filter((row) => row.incidents > 0)
    .sort((a, b) => b.incidents - a.incidents || a.report - b.report)
  const others = rows.slice(limit).map((row) => row.report)
  return {
    rows: rows.slice(0, limit),
    others: { reports: others.length, ...told((i) => i.reportIds.some((id) => others.includes(id))) },
  }
}

/** Two sources in one month in one division. */
const mixed = (world: World, counted: WorldIncident[]): boolean =>
  counted.some((a) =>
    counted.some(
      (b) =>
        a.datasetId !== b.datasetId &&
        a.sortOn.slice(0, 7) === b.sortOn.slice(0, 7) &&
        (pathOf(world, a.placeId)[1] ?? a.placeId) === (pathOf(world, b.placeId)[1] ?? b.placeId),
    ),
  )

const attributions = (world: World, counted: WorldIncident[]): Summary['attributions'] =>
  world.datasets
    .map(({ id, slug }) => ({
      dataset: slug,
      name: slug,
      version: '1',
      attribution: `By ${slug}`,
      licence: 'CC BY 4.0',
      url: null,
      incidents: counted.filter((i) => i.datasetId === id).length,
    }))
    .filter((told) => told.incidents > 0)

const english = (name: string): NamesByLanguage => ({ ar: null, en: name })
