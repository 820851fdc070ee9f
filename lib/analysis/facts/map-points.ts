import { uncertaintyKm } from '@/lib/place/uncertainty'
import type { PlaceKind, WherePrecision } from '@/lib/place/where'
import { type Facts, NO_POINT, PARTS_OF_DEGREE } from './facts'
import { filled } from './filled'

/** What a map draws of the rows: all incidents, or groups of those that are alike. */
export type MapRows = Pick<
  Facts,
  'id' | 'place' | 'lat' | 'lon' | 'precision' | 'flags' | 'places' | 'precisions'
>

/** What of the world is seen, in degrees; `west` is below `east`. */
export interface MapBox {
  west: number
  south: number
  east: number
  north: number
}

/** A point somewhere within which, as exactly as it is known, incidents were. */
export interface Spot {
  /** Place in the list of words. */
  place: number
  precision: WherePrecision
  /** Its middle, in degrees. */
  lat: number
  lon: number
}

/** Where each row is drawn: made once, when a map is first asked for. */
export interface MapPoints {
  /** On the map's square, from 0 in the west and north to 1; below 0 where no point is known. */
  x: Float32Array
  y: Float32Array
  /** Of rows that are not exact, 1 more than the place of their spot in the list; 0 of all others. */
  spot: Uint32Array
  spots: Spot[]
  /** How far each spot reaches: south, north, west and east end, in degrees; a country's outline is not known here. */
  reach: Float32Array
  /** All of these points lie in it; null where there is none. */
  extent: MapBox | null
}

/** The web's Mercator projection, cut off where its square ends. */
export const mercatorX = (lon: number): number => (lon + 180) / 360
export function mercatorY(lat: number): number {
  const sine = Math.sin((Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

/** Degrees of a part of the map's square. */
export const longitude = (x: number): number => x * 360 - 180
export const latitude = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

/** The row's own point, else that of its place, in parts of a degree; null where neither has one. */
export function pointOf(facts: MapRows, row: number): { lat: number; lon: number } | null {
  const lat = facts.lat[row] as number
  if (lat !== NO_POINT) return { lat, lon: facts.lon[row] as number }
  return facts.places[facts.place[row] as number]?.point ?? null
}

/** What the point of such a place stands for at best: it is only the middle of it. */
export const coarseness: Partial<Record<PlaceKind, WherePrecision>> = {
  country: 'country',
  division: 'province',
  district: 'district',
  area: 'near',
}

/** As told; but where a row has no point of its own, no more exactly than that of its place can be meant. */
export function precisionOf(facts: MapRows, row: number): WherePrecision {
  const told = facts.precisions[facts.precision[row] as number] ?? 'country'
  if (told !== 'exact' || facts.lat[row] !== NO_POINT) return told
  const kind = facts.places[facts.place[row] as number]?.kind
  return (kind && coarseness[kind]) ?? 'exact'
}

export function mapPointsOf(facts: MapRows): MapPoints {
  const rows = facts.id.length
  const [x, y] = [new Float32Array(rows).fill(-1), new Float32Array(rows).fill(-1)]
  const spots = new Spots(facts)
  const spot = filled(new Uint32Array(rows), (row) => {
    const point = pointOf(facts, row)
    if (!point) return 0
    x[row] = mercatorX(point.lon / PARTS_OF_DEGREE)
    y[row] = mercatorY(point.lat / PARTS_OF_DEGREE)
    return spots.numberOf(row, point)
  })
  return { x, y, spot, spots: spots.list, reach: reachOf(spots.list), extent: extentOf(x, y) }
}

function extentOf(x: Float32Array, y: Float32Array): MapBox | null {
  const box = { west: 1, east: 0, north: 1, south: 0 }
  for (let row = 0; row < x.length; row++) {
    const [across, down] = [x[row] as number, y[row] as number]
    if (across < 0) continue
    if (across < box.west) box.west = across
    if (across > box.east) box.east = across
    if (down < box.north) box.north = down
    if (down > box.south) box.south = down
  }
  return box.west > box.east ? null : boxInDegrees(box)
}

/** The box around points whose ends, in parts of a degree, are these. */
export const boxAround = (ends: MapBox): MapBox =>
  boxInDegrees({
    west: Math.fround(mercatorX(ends.west / PARTS_OF_DEGREE)),
    east: Math.fround(mercatorX(ends.east / PARTS_OF_DEGREE)),
    north: Math.fround(mercatorY(ends.north / PARTS_OF_DEGREE)),
    south: Math.fround(mercatorY(ends.south / PARTS_OF_DEGREE)),
  })

const boxInDegrees = ({ west, south, east, north }: MapBox): MapBox => ({
  ...{ west: longitude(west), east: longitude(east) },
  ...{ north: latitude(north), south: latitude(south) },
})

const KM_PER_DEGREE = 111.195

function reachOf(spots: readonly Spot[]): Float32Array {
  const reach = new Float32Array(spots.length * 4)
  for (const [at, { precision, lat, lon }] of spots.entries()) {
    const high = (uncertaintyKm(precision) ?? Infinity) / KM_PER_DEGREE
    const wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
    reach.set([lat - high, lat + high, lon - wide, lon + wide], at * 4)
  }
  return reach
}

/** Spots by what tells them apart: where the middle is and how exactly it is known; of a country, the country. */
class Spots {
  readonly list: Spot[] = []
  readonly #numbers = new Map<number, number>()
  readonly #countries = new Map<number, number>()

  constructor(private readonly facts: MapRows) {
    for (const [at, { id }] of facts.places.entries()) this.#countries.set(id, at)
  }

  numberOf(row: number, { lat, lon }: { lat: number; lon: number }): number {
    const precision = precisionOf(this.facts, row)
    if (precision === 'exact') return 0
    const own = this.facts.place[row] as number
    const country = this.#countries.get(this.facts.places[own]?.path[0] ?? -1) ?? own
    const place = precision === 'country' ? country : own
    const where = precision === 'country' ? -1 - country : (lat + 900_000) * 3_600_001 + lon + 1_800_000
    const key = where * 8 + this.facts.precisions.indexOf(precision)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.list.push({ place, precision, lat: lat / PARTS_OF_DEGREE, lon: lon / PARTS_OF_DEGREE })
    this.#numbers.set(key, this.list.length)
    return this.list.length
  }
}
