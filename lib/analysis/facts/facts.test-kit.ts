// The facts of a made-up record, column by column from its incidents: what is read from the database is held to it.
import { kinds } from '@/lib/incident/kinds'
import { grades, meansOfAttack, parts, statuses } from '@/lib/incident/lists'
import { wherePrecisions } from '@/lib/place/where'
import type { Fact } from '../listed'
import type { World, WorldIncident } from '../random-world.test-kit'
import {
  DISPUTED,
  dayNumber,
  type Facts,
  type FigureColumns,
  LASTING,
  NO_DAY,
  NO_NUMBER,
  NO_POINT,
  NOT_COLLECTED,
  OPEN,
  PARTS_OF_DEGREE,
  WITHHELD,
} from './facts'

/** All incidents of the record but the deleted ones. `leavesOut`: whose figures leave out claims. */
export function factsOfWorld(
  world: World,
  leavesOut: (incident: WorldIncident) => boolean = () => false,
): Facts {
  const rows = world.incidents
    .filter((incident) => !incident.deleted)
    .sort((a, b) => (a.sortOn < b.sortOn ? -1 : a.sortOn > b.sortOn ? 1 : a.id - b.id))
  const day = (date: string | null) => (date === null ? NO_DAY : dayNumber(date))
  const slugs = ['own', ...world.datasets.map(({ slug }) => slug)]
  const slugOf = (id: number | null) => world.datasets.find((set) => set.id === id)?.slug ?? 'own'
  const placeAt = (id: number) => world.places.findIndex((place) => place.id === id)
  const parties = rows.flatMap((row) => row.parties.map((party) => ({ ...party, row })))
  const has = (id: number) => rows.some((row) => row.id === id)
  return {
    id: Uint32Array.from(rows, (row) => row.id),
    start: Int32Array.from(rows, (row) => day(row.startOn)),
    end: Int32Array.from(rows, (row) => day(row.endOn)),
    kind: Uint8Array.from(rows, (row) => kinds.indexOf(row.kind)),
    place: Uint32Array.from(rows, (row) => placeAt(row.placeId)),
    lat: Int32Array.from(rows, ({ lat }) => partsOf(lat)),
    lon: Int32Array.from(rows, ({ lon }) => partsOf(lon)),
    precision: Uint8Array.from(rows, (row) => wherePrecisions.indexOf(row.wherePrecision)),
    dataset: Uint8Array.from(rows, (row) => slugs.indexOf(slugOf(row.datasetId))),
    status: Uint8Array.from(rows, (row) => statuses.indexOf(row.status)),
    grade: Uint8Array.from(rows, (row) => (row.grade ? grades.indexOf(row.grade) : grades.length)),
    flags: Uint8Array.from(
      rows,
      (row) => (row.disputed ? DISPUTED : 0) | (leavesOut(row) ? WITHHELD : 0) | (row.lasting ? LASTING : 0),
    ),
    killed: figures(rows.map((row) => row.killed)),
    wounded: figures(rows.map((row) => row.wounded)),
    parties: {
      offset: offsets(rows, (row) => row.parties.length),
      actor: Uint32Array.from(parties, ({ actorId }) => world.actors.findIndex(({ id }) => id === actorId)),
      part: Uint8Array.from(parties, ({ part }) => parts.indexOf(part)),
      killed: figures(parties.map((party) => party.killed)),
      wounded: figures(parties.map((party) => party.wounded)),
    },
    attacks: {
      offset: offsets(rows, (row) => row.means.length),
      mean: Uint8Array.from(rows.flatMap((row) => row.means.map((mean) => meansOfAttack.indexOf(mean)))),
    },
    sites: {
      offset: offsets(rows, (row) => row.siteIds.length),
      place: Uint32Array.from(rows.flatMap((row) => row.siteIds.map(placeAt))),
    },
    tellings: {
      offset: offsets(rows, (row) => row.reportIds.length),
      report: Uint32Array.from(
        rows.flatMap((row) =>
          row.reportIds.map((id) => world.reports.findIndex((report) => report.id === id)),
        ),
      ),
    },
    kinds,
    statuses,
    grades,
    means: meansOfAttack,
    parts,
    precisions: wherePrecisions,
    datasets: slugs,
    places: world.places.map(({ id, path, name, lat, lon }) => ({
      ...{ id, path, kind: 'area', country: null, names: { ar: null, en: name } },
      point: lat === null ? null : { lat: partsOf(lat), lon: partsOf(lon) },
    })),
    actors: world.actors.map(({ id, name }) => ({ id, names: { ar: null, en: name } })),
    reports: world.reports,
    partOf: world.partOf.map(({ actor, whole, from, until }) => ({
      actor,
      whole,
      from: day(from),
      until: day(until),
    })),
    duplicates: world.duplicates.filter(({ from, to }) => has(from) && has(to)),
    episodes: [],
  }
}

const partsOf = (degrees: number | null): number =>
  degrees === null ? NO_POINT : Math.round(degrees * PARTS_OF_DEGREE)

function figures(facts: readonly (Fact | null)[]): FigureColumns {
  const bound = (which: 'low' | 'best' | 'high') =>
    Int32Array.from(facts, (fact) => fact?.[which] ?? NO_NUMBER)
  return {
    low: bound('low'),
    best: bound('best'),
    high: bound('high'),
    flags: Uint8Array.from(
      facts,
      (fact) => (fact?.open ? OPEN : 0) | (fact?.state === 'not-collected' ? NOT_COLLECTED : 0),
    ),
  }
}

function offsets(rows: readonly WorldIncident[], countOf: (row: WorldIncident) => number): Uint32Array {
  const offset = new Uint32Array(rows.length + 1)
  for (const [i, row] of rows.entries()) offset[i + 1] = (offset[i] as number) + countOf(row)
  return offset
}
