import { type PlaceKind, type WherePrecision, wherePrecisions } from './where'

const extentOf: Record<PlaceKind, WherePrecision> = {
  site: 'near',
  area: 'near',
  city: 'near',
  district: 'district',
  division: 'province',
  country: 'country',
}

/**
 * How exactly something is known that is drawn at the point of a place around it, having none of its own: no better
 * than told, and no better than such a place is large.
 */
export function precisionAround(told: WherePrecision, kind: PlaceKind): WherePrecision {
  const extent = extentOf[kind]
  return wherePrecisions.indexOf(told) > wherePrecisions.indexOf(extent) ? told : extent
}
