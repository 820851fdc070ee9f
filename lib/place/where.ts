export const wherePrecisions = [
  'exact',
  'near',
  'district',
  'province',
  'region',
  'country',
  'sea-or-air',
] as const
/** How exactly a point is known; `near` is within 25 km (UCDP where_prec 2). */
export type WherePrecision = (typeof wherePrecisions)[number]

export const placeKinds = ['country', 'division', 'district', 'city', 'area', 'site'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** WGS 84, degrees. */
export interface Point {
  lat: number
  lon: number
}

/** "5 km south-west of": from the place it is told of; a bearing is in degrees clockwise from north. */
export interface Offset {
  km: number | null
  bearing: number
}
