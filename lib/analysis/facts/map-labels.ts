import type { PlaceKind } from '@/lib/place/where'
import type { NamesByLanguage } from '../summary'
import { type Facts, PARTS_OF_DEGREE } from './facts'
import type { MapBox } from './map-points'

/** A place to be named on a map; countries are named by whoever has their outlines. */
export interface MapLabel {
  id: number
  kind: PlaceKind
  lat: number
  lon: number
  names: NamesByLanguage
}

const MOST_LABELS = 60
/** Wider than so many degrees, a map names no divisions, or no towns. */
const WIDEST: Partial<Record<PlaceKind, number>> = { division: 40, city: 60 }

/** How many incidents are in each place of the words, and in what lies in it. */
export function weightsOf({ places, place }: Facts): Float64Array {
  const own = new Float64Array(places.length)
  for (let row = 0; row < place.length; row++)
    own[place[row] as number] = (own[place[row] as number] as number) + 1
  return weightsFrom(places, own)
}

/** The same from how many are in each place itself. */
export function weightsFrom(places: Facts['places'], own: Float64Array): Float64Array {
  const at = new Map(places.map(({ id }, index) => [id, index]))
  const weights = new Float64Array(places.length)
  for (const [index, { path }] of places.entries())
    for (const id of path) {
      const above = at.get(id)
      if (above !== undefined) weights[above] = (weights[above] as number) + (own[index] as number)
    }
  return weights
}

/** The places to name in a box, the one with the most incidents first. */
export function labelsIn({ places }: Pick<Facts, 'places'>, weights: Float64Array, box: MapBox): MapLabel[] {
  const wide = box.east - box.west
  const inside = places.flatMap(({ kind, point }, index) => {
    if (point === null || wide > (WIDEST[kind] ?? 0)) return []
    const [lat, lon] = [point.lat / PARTS_OF_DEGREE, point.lon / PARTS_OF_DEGREE]
    const isIn = lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east
    return isIn ? [{ index, kind, lat, lon }] : []
  })
  return inside
    .sort((a, b) => (weights[b.index] as number) - (weights[a.index] as number) || a.index - b.index)
    .slice(0, MOST_LABELS)
    .flatMap(({ index, ...label }) => {
      const place = places[index]
      return place ? [{ ...label, id: place.id, names: place.names }] : []
    })
}
