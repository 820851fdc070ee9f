// A record of made-up incidents for the tests of filter, list and summary: small, and full of what is rare in real ones.
import { type Kind, kinds } from '@/lib/incident/kinds'
import {
  type Grade,
  grades,
  type Means,
  meansOfAttack,
  parts,
  statuses,
  visibilities,
} from '@/lib/incident/lists'
import { type WherePrecision, wherePrecisions } from '@/lib/place/where'
import { fold } from '@/lib/text/fold'
import type { Fact } from './listed'

export interface WorldIncident {
  id: number
  code: string
  titleEn: string | null
  kind: Kind
  startOn: string | null
  endOn: string | null
  sortOn: string
  placeId: number
  /** Its own point in degrees, to four decimals; often none. */
  lat: number | null
  lon: number | null
  wherePrecision: WherePrecision
  /** Places of its further sites. */
  siteIds: number[]
  datasetId: number | null
  /** It went on for all of its span. */
  lasting: boolean
  status: (typeof statuses)[number]
  visibility: (typeof visibilities)[number]
  grade: Grade | null
  means: Means[]
  /** Ascending. */
  reportIds: number[]
  killed: Fact
  wounded: Fact
  disputed: boolean
  withheld: boolean
  withheldFromTeam: boolean
  deleted: boolean
  searchText: string
  parties: {
    id: number
    actorId: number
    part: (typeof parts)[number]
    killed: Fact | null
    wounded: Fact | null
  }[]
}

export interface World {
  places: {
    id: number
    parentId: number | null
    path: number[]
    name: string
    lat: number | null
    lon: number | null
  }[]
  actors: { id: number; name: string }[]
  reports: { id: number; outlet: string; title: string | null; publishedOn: string | null }[]
  /** `actor` is part of `whole`, from and until a day; null is an open end. */
  partOf: { actor: number; whole: number; from: string | null; until: string | null }[]
  datasets: { id: number; slug: string }[]
  incidents: WorldIncident[]
  duplicates: { from: number; to: number }[]
}

const words = ['سبها', 'quarry', 'مدرسة', 'convoy', 'ميناء', '12']

/** A repeatable stream of whole numbers below `n`. */
function stream(seed: number) {
  let state = seed
  return (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

/** The same, but that incidents after the first few happen as these did, at other times: real ones are alike in most. */
export const alike = (world: World, models: number): World => ({
  ...world,
  incidents: world.incidents.map((incident, k) => {
    const { kind, status, grade, means, datasetId, placeId, killed, wounded, disputed, withheld, parties } =
      world.incidents[k % models] as WorldIncident
    return {
      ...incident,
      ...{ kind, status, grade, means, datasetId, placeId, killed, wounded, disputed, withheld, parties },
    }
  }),
})

export function randomWorld(seed: number, count: number): World {
  const below = stream(seed)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const places = placeTree()
  const actors = Array.from({ length: 16 }, (_, k) => ({ id: k + 1, name: `Actor ${k + 1}` }))
  const datasets = [
    { id: 1, slug: 'a-set' },
    { id: 2, slug: 'b-set' },
  ]
  let partyId = 0
  // Of their own, so that a new column does not make another world of all others.
  const turn = stream(seed + 1)
  const told = stream(seed + 2)
  const incidents = Array.from({ length: count }, (_, k): WorldIncident => {
    const span = randomSpan(below)
    const datasetId = below(3) || null
    const killed = randomFact(below, datasetId === 2)
    const wounded = randomFact(below, datasetId === 1)
    const text = `${one(words)} ${one(words)}`
    const taken = new Set<string>()
    const parties = Array.from({ length: below(4) }, () => ({ actorId: one(actors).id, part: one(parts) }))
      .filter(({ actorId, part }) => !taken.has(`${actorId} ${part}`) && taken.add(`${actorId} ${part}`))
      .map((party) => ({
        ...party,
        id: ++partyId,
        killed: below(3) > 0 ? randomFact(below, false) : null,
        wounded: below(3) > 1 ? randomFact(below, false) : null,
      }))
    return {
      id: k + 1,
      code: `LY-2017-${String(k + 1).padStart(6, '0')}`,
      titleEn: datasetId === null || below(2) ? text : null,
      kind: one(kinds),
      ...span,
      placeId: one(places).id,
      ...randomPoint(turn),
      wherePrecision: wherePrecisions[turn(wherePrecisions.length)] ?? 'exact',
      lasting: turn(6) === 0,
      siteIds: datasetId === null ? Array.from({ length: below(3) }, () => one(places).id) : [],
      datasetId,
      status: one(statuses),
      visibility: one(visibilities),
      grade: grades[k % 7] ?? null,
      ...randomSources(told, datasetId),
      killed,
      wounded,
      disputed: killed.state === 'disputed' || wounded.state === 'disputed',
      withheld: k % 3 === 0,
      withheldFromTeam: k % 9 === 0,
      deleted: below(20) === 0,
      searchText: fold(text),
      parties,
    }
  })
  const partOf = [
    { actor: 2, whole: 1, from: null, until: null },
    { actor: 3, whole: 2, from: '2016-06-01', until: null },
    { actor: 3, whole: 1, from: '2017-05-01', until: '2017-06-30' },
    { actor: 6, whole: 3, from: null, until: '2017-03-15' },
    { actor: 5, whole: 4, from: null, until: null },
    { actor: 4, whole: 5, from: '2016-03-01', until: '2017-01-31' },
  ]
  const duplicates = Array.from({ length: Math.floor(count / 10) }, () => ({
    from: one(incidents).id,
    to: one(incidents).id,
  })).filter(
    ({ from, to }, k, all) => from !== to && all.findIndex((l) => l.from === from && l.to === to) === k,
  )
  const reports = Array.from({ length: REPORTS }, (_, k) => ({
    id: FIRST_REPORT + k,
    outlet: `Outlet ${k % 5}`,
    title: k % 3 === 0 ? null : `Report ${k + 1}`,
    publishedOn: k % 4 === 0 ? null : '2017-08-01',
  }))
  return { places, actors, reports, partOf, datasets, incidents, duplicates }
}

/** More than a view has rows for. */
const REPORTS = 20
const FIRST_REPORT = 101

/** Means in no order, and reports, some of which tell of far more than others; imported rows have neither. */
function randomSources(below: (n: number) => number, datasetId: number | null) {
  const some = (most: number, all: number) => [
    ...new Set(Array.from({ length: datasetId === null ? below(most) : 0 }, () => below(1 + below(all)))),
  ]
  return {
    means: some(4, meansOfAttack.length).map((at) => meansOfAttack[at] as Means),
    reportIds: some(5, REPORTS)
      .map((at) => FIRST_REPORT + at)
      .sort((a, b) => a - b),
  }
}

/** Three countries, three divisions each, two cities each. */
function placeTree(): World['places'] {
  const places: World['places'] = []
  const add = (parent: World['places'][number] | null) => {
    const id = places.length + 1
    const place = {
      id,
      parentId: parent?.id ?? null,
      path: [...(parent?.path ?? []), id],
      name: `Place ${id}`,
      ...(id % 5 === 0 ? { lat: null, lon: null } : { lat: 29 + (id % 7) / 4, lon: 19 + (id % 11) / 4 }),
    }
    places.push(place)
    return place
  }
  for (let c = 0; c < 3; c++) {
    const country = add(null)
    for (let d = 0; d < 3; d++) {
      const division = add(country)
      add(division)
      add(division)
    }
  }
  return places
}

/** On a grid so coarse that many stand on one another, and on the edges of areas asked for. */
function randomPoint(below: (n: number) => number): { lat: number | null; lon: number | null } {
  const [lat, lon] = [below(9) - 4, below(9) - 4]
  return below(3) === 0 ? { lat: null, lon: null } : { lat: 30 + lat / 4, lon: 20 + lon / 4 }
}

function randomSpan(below: (n: number) => number) {
  const day = (offset: number) => new Date(Date.UTC(2016, 0, 1 + offset)).toISOString().slice(0, 10)
  const start = below(800)
  const long = [0, 0, 0, 3, 30, 400][below(6)] ?? 0
  const open = below(12)
  const startOn = open === 0 ? null : day(start)
  const endOn = open === 1 ? null : day(start + long)
  return { startOn, endOn, sortOn: startOn ?? endOn ?? '' }
}

function randomFact(below: (n: number) => number, collectedNot: boolean): Fact {
  const nothing = { low: null, best: null, high: null, open: false }
  if (collectedNot) return { ...nothing, state: 'not-collected' }
  const low = below(5)
  const best = low + below(5)
  const high = best + below(9)
  const open = below(5) === 0
  switch (below(4)) {
    case 0:
      return { ...nothing, state: 'none' }
    case 1:
      return { low, best: null, high, open, state: 'disputed' }
    default:
      return { low, best, high, open, state: 'agreed' }
  }
}
