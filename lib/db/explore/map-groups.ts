import type { Viewer } from '@/lib/access/viewer'
import { type FactPlace, PARTS_OF_DEGREE } from '@/lib/analysis/facts/facts'
import type { MapBox } from '@/lib/analysis/facts/map-points'
import { wherePrecisions } from '@/lib/place/where'
import { Prisma } from '@/prisma/generated/client'
import { placeInList } from '../fact-columns'
import { partsOf } from '../fact-incidents'
import { factPlaces } from '../fact-words'
import type { Database } from '../transaction'
import { presentIncidents } from '../visible-to'

/** Incidents at one point, of one place and precision. */
export interface MapGroup {
  /** Of the latest. */
  id: number
  /** Ids of places; a point as facts have it. */
  place: number
  lat: number
  lon: number
  precision: number
  disputed: boolean
  incidents: number
}

/** What a map shows of all incidents that somebody may read, whatever the filter. */
export interface MapWorld {
  places: FactPlace[]
  /** How many incidents are in each of these, by id. */
  incidents: Map<number, number>
  /** One group for each point that incidents are not known to be exactly at, by the first of them. */
  areas: MapGroup[]
  /** All points lie within, in parts of a degree; null where there is none. */
  reach: { west: number; south: number; east: number; north: number } | null
}

export async function mapWorld(db: Database, viewer: Viewer): Promise<MapWorld> {
  const present = presentIncidents(viewer)
  const own = await db.$queryRaw<{ place: number; incidents: number }[]>`
    select i.place_id place, count(*)::int incidents from incident i where ${present} group by 1`
  const sites = await db.$queryRaw<{ place: number }[]>`
    select distinct s.place_id place from site s join incident i on i.id = s.incident_id
    where s.place_id is not null and ${present}`
  const [reach] = await db.$queryRaw<NonNullable<MapWorld['reach']>[]>`
    select min(at.lon) west, min(at.lat) south, max(at.lon) east, max(at.lat) north
    from incident i join place p on p.id = i.place_id
    cross join lateral (select ${ownOrPlaces('lat')} lat, ${ownOrPlaces('lon')} lon) at
    where ${present}`
  return {
    places: await factPlaces(
      db,
      [...own, ...sites].map(({ place }) => place),
    ),
    incidents: new Map(own.map(({ place, incidents }) => [place, incidents])),
    areas: await groupsOf(db, Prisma.sql`incident`, Prisma.sql`${present} and ${isRough}`, 'first'),
    reach: reach && reach.west !== null ? reach : null,
  }
}

const ownOrPlaces = (column: 'lat' | 'lon'): Prisma.Sql =>
  Prisma.raw(
    `round(case when i.lat is null then p.${column} else i.${column} end * ${PARTS_OF_DEGREE}::int)::int`,
  )

/** All but those whose own point is exact: those without one are at the point of their place. */
const isRough = Prisma.sql`not (i.where_precision = 'exact' and i.lat is not null)`

/** So much further than a box is looked: what lies in it is decided where maps are drawn, by other numbers. */
const MARGIN = 0.001
/** Beyond so many degrees of latitude the map's square ends, and points are moved to its edge. */
const EDGE = 85

/** Of the incidents those that may be drawn in a box: all that are not exactly somewhere, and those that are near. */
export const mapGroups = (
  db: Database,
  { from, where }: { from: Prisma.Sql; where: Prisma.Sql },
  box: MapBox,
): Promise<MapGroup[]> =>
  groupsOf(db, from, Prisma.sql`${where} and (${isRough} or ${isNear(box)})`, 'latest')

/** Of these each by itself that is exactly somewhere near, by its own point or that of one of `places`; in the order of facts. */
export async function mapSingles(
  db: Database,
  { from, where }: { from: Prisma.Sql; where: Prisma.Sql },
  box: MapBox,
  places: readonly number[],
): Promise<MapGroup[]> {
  return await db.$queryRaw<MapGroup[]>`
    select i.id, ${point}, i.disputed, 1 incidents from ${from} i
    where ${where} and i.where_precision = 'exact'
      and (i.lat is null and i.place_id = any(${[...places]}::int[]) or i.lat is not null and ${isNear(box)})
    order by i.sort_on, i.id`
}

/** One incident that somebody may read. */
export const mapSingle = (db: Database, viewer: Viewer, id: number): Promise<MapGroup[]> =>
  db.$queryRaw<MapGroup[]>`
    select i.id, ${point}, i.disputed, 1 incidents from incident i
    where i.id = ${id}::int and ${presentIncidents(viewer)}`

const point = Prisma.sql`i.place_id place, ${partsOf('i.lat')} lat, ${partsOf('i.lon')} lon,
  ${placeInList(wherePrecisions, 'i.where_precision', wherePrecisions.length)} "precision"`

function isNear({ west, south, east, north }: MapBox): Prisma.Sql {
  const isWithin = [
    Prisma.sql`i.lon >= ${west - MARGIN}::float8 and i.lon <= ${east + MARGIN}::float8`,
    ...(south > -EDGE ? [Prisma.sql`i.lat >= ${south - MARGIN}::float8`] : []),
    ...(north < EDGE ? [Prisma.sql`i.lat <= ${north + MARGIN}::float8`] : []),
  ]
  return Prisma.sql`(${Prisma.join(isWithin, ' and ')})`
}

/** Day and id in one number, exact in a double: it orders incidents as facts are ordered. */
const order = Prisma.sql`((i.sort_on - date '1970-01-01')::float8 * 2147483648 + i.id)`

/** In the order of the first or the latest incident of each, whose id they bear. */
async function groupsOf(
  db: Database,
  from: Prisma.Sql,
  where: Prisma.Sql,
  by: 'first' | 'latest',
): Promise<MapGroup[]> {
  const place = Prisma.sql`${Prisma.raw(by === 'first' ? 'min' : 'max')}(${order})`
  const disputed = by === 'first' ? Prisma.sql`false` : Prisma.sql`i.disputed`
  const rows = await db.$queryRaw<(MapGroup & { at: number })[]>`
    select ${point}, ${disputed} disputed, count(*)::int incidents, ${place} "at"
    from ${from} i where ${where} group by 1, 2, 3, 4, 5 order by "at"`
  return rows.map(({ at, ...group }) => ({ ...group, id: at - Math.floor(at / 2 ** 31) * 2 ** 31 }))
}
