import type { Viewer } from '@/lib/access/viewer'
import { type Facts, NO_DAY, NO_POINT, PARTS_OF_DEGREE, sortDay } from '@/lib/analysis/facts/facts'
import { filled } from '@/lib/analysis/facts/filled'
import { placesOf } from '@/lib/analysis/facts/places-of'
import { kinds } from '@/lib/incident/kinds'
import { grades, statuses } from '@/lib/incident/lists'
import { wherePrecisions } from '@/lib/place/where'
import { Prisma } from '@/prisma/generated/client'
import { boundOf, inOrder, placeInList, readColumns } from './fact-columns'
import { incidentsOf } from './incidents-of'
import type { Database } from './transaction'
import { presentIncidents } from './visible-to'
import { leavesOutClaims } from './withheld-figures'

/** What the rows of the incidents themselves tell; places and datasets by their ids, 0 for no dataset. */
export type IncidentFacts = Pick<
  Facts,
  | 'id'
  | 'start'
  | 'end'
  | 'lat'
  | 'lon'
  | 'precision'
  | 'kind'
  | 'status'
  | 'grade'
  | 'flags'
  | 'killed'
  | 'wounded'
> & { placeId: Int32Array; datasetId: Int32Array }

/**
 * The incidents that the viewer may read, with their facts as the viewer knows them, in the order of facts; only those
 * that meet `which`, a condition on `incident i`; `areFew`: it is met by few.
 */
export async function incidentFacts(
  db: Database,
  viewer: Viewer,
  which = Prisma.sql`true`,
  areFew = false,
): Promise<IncidentFacts> {
  const read = await readColumns(
    db,
    {
      id: Prisma.sql`i.id`,
      start: dayOf('i.start_on'),
      end: dayOf('i.end_on'),
      placeId: Prisma.sql`i.place_id`,
      lat: partsOf('i.lat'),
      lon: partsOf('i.lon'),
      datasetId: Prisma.sql`coalesce(i.dataset_id, 0)`,
      small: smallNumbers(await leavesOutClaims(db, viewer)),
      killedLow: boundOf('i.killed_low'),
      killedBest: boundOf('i.killed_best'),
      killedHigh: boundOf('i.killed_high'),
      woundedLow: boundOf('i.wounded_low'),
      woundedBest: boundOf('i.wounded_best'),
      woundedHigh: boundOf('i.wounded_high'),
    },
    {
      from: Prisma.sql`${await incidentsOf(db, viewer)} i
        join unnest(${[...kinds]}::text[]) with ordinality kind(code, place) on kind.code = i.kind`,
      where: Prisma.sql`${presentIncidents(viewer)} and ${which}`,
      id: areFew ? null : { table: 'incident', alias: 'i', column: 'id' },
    },
  )
  const order = orderOf(read)
  const rows = order.length
  const numbers = (column: Int32Array) => inOrder(new Int32Array(rows), order, column)
  const small = (part: Bits) =>
    filled(new Uint8Array(rows), (row) => taken(read.small[order[row] as number] as number, part))
  return {
    id: inOrder(new Uint32Array(rows), order, read.id),
    start: numbers(read.start),
    end: numbers(read.end),
    placeId: numbers(read.placeId),
    datasetId: numbers(read.datasetId),
    lat: numbers(read.lat),
    lon: numbers(read.lon),
    precision: small(bits.precision),
    kind: small(bits.kind),
    status: small(bits.status),
    grade: small(bits.grade),
    flags: small(bits.flags),
    killed: {
      low: numbers(read.killedLow),
      best: numbers(read.killedBest),
      high: numbers(read.killedHigh),
      flags: small(bits.killed),
    },
    wounded: {
      low: numbers(read.woundedLow),
      best: numbers(read.woundedBest),
      high: numbers(read.woundedHigh),
      flags: small(bits.wounded),
    },
  }
}

interface Bits {
  from: number
  width: number
}

/** Where the small numbers of a row stand in one number: each column of its own would cost as much as that of all. */
const bits = {
  flags: { from: 0, width: 3 },
  killed: { from: 3, width: 2 },
  wounded: { from: 5, width: 2 },
  status: { from: 7, width: 4 },
  grade: { from: 11, width: 4 },
  kind: { from: 15, width: 8 },
  precision: { from: 23, width: 4 },
} as const

const taken = (number: number, { from, width }: Bits): number => (number >> from) & ((1 << width) - 1)

/** Flags as lib/analysis/facts/facts.ts numbers them. */
function smallNumbers(leavesOut: Prisma.Sql): Prisma.Sql {
  const at = (number: Prisma.Sql, { from }: Bits) => Prisma.sql`(${number} << ${Prisma.raw(String(from))})`
  const ofFigure = (outcome: 'killed' | 'wounded') =>
    flags(Prisma.raw(`i.${outcome}_open`), Prisma.raw(`i.${outcome}_state = 'not-collected'`))
  const ofIncident = flags(Prisma.sql`i.disputed`, leavesOut, Prisma.sql`i.when_sense = 'throughout'`)
  return Prisma.join(
    [
      at(ofIncident, bits.flags),
      at(ofFigure('killed'), bits.killed),
      at(ofFigure('wounded'), bits.wounded),
      at(placeInList(statuses, 'i.status', statuses.length), bits.status),
      at(placeInList(grades, 'i.grade', grades.length), bits.grade),
      at(Prisma.sql`(kind.place - 1)::int`, bits.kind),
      at(placeInList(wherePrecisions, 'i.where_precision', wherePrecisions.length), bits.precision),
    ],
    ' | ',
  )
}

/** Conditions as the bits of a number, the first the lowest. */
const flags = (...conditions: Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    conditions.map((condition, at) => Prisma.sql`((${condition})::int << ${Prisma.raw(String(at))})`),
    ' | ',
  )})`

/** Degrees as facts count them. */
export const partsOf = (column: string): Prisma.Sql =>
  Prisma.raw(`coalesce(round(${column} * ${PARTS_OF_DEGREE})::int, ${NO_POINT})`)

/** Days as facts count them. */
export const dayOf = (column: string): Prisma.Sql =>
  Prisma.raw(`coalesce(${column} - date '1970-01-01', ${NO_DAY})`)

/** Before the first day of the calendar, in days since 1970; it ends less than 2²² days later. */
const LEAST_DAY = -800_000

/** The places of the rows by the day that orders them, then by id: both in one number, which sorts without comparing by hand. */
function orderOf(read: { id: Int32Array; start: Int32Array; end: Int32Array }): Uint32Array {
  const { id } = read
  const keys = filled(
    new Float64Array(id.length),
    (i) => (sortDay(read, i) - LEAST_DAY) * 2 ** 31 + (id[i] as number),
  ).sort()
  const placeOf = placesOf(id)
  return filled(new Uint32Array(id.length), (i) => placeOf((keys[i] as number) % 2 ** 31))
}
