import { distanceKm } from '@/lib/place/distance'
import type { Point } from '@/lib/place/where'

/** A row of a gazetteer file; `names` are `lang:name` with a bar between, the first of a language its usual one. */
export type Row = Record<string, string | number>

export interface GeonamesCity {
  geonameid: string
  name: string
  name_ar: string
  country: string
  feature_code: string
  admin_code: string
  population: string
  lat: string
  lon: string
}

export interface CscState {
  id: string
  name: string
  country_code: string
  iso2: string
  fips_code: string
  parent_id: string
  native: string
  latitude: string
  longitude: string
  population: string
}

export interface CscPlace {
  id: string
  name: string
  name_ar: string
  country: string
  state_code: string
  type: string
  lat: string
  lon: string
  population: string
}

export function nearest<T extends Point>(point: Point, places: T[]): T | null {
  let best: T | null = null
  for (const place of places) {
    if (!best || distanceKm(point, place) < distanceKm(point, best)) best = place
  }
  return best
}

/** Ten thousandths of a degree are eleven metres: finer than any of the sources knows a place. */
export const degrees = (text: string | number) => Math.round(Number(text) * 10_000) / 10_000

export function groupBy<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
