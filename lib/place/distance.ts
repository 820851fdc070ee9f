import type { Point } from './where'

const earthRadiusKm = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres along the great circle, on the sphere of the earth's mean radius. */
export function distanceKm(from: Point, to: Point): number {
  const [a, b] = [radians(from.lat), radians(to.lat)]
  const half =
    Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(to.lon - from.lon) / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The point `km` away in the direction `bearing` (degrees clockwise from north), on the same sphere. */
export function pointAt(from: Point, km: number, bearing: number): Point {
  const [lat, lon, angle, way] = [radians(from.lat), radians(from.lon), km / earthRadiusKm, radians(bearing)]
  const sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(way)
  const turned = Math.atan2(
    Math.sin(way) * Math.sin(angle) * Math.cos(lat),
    Math.cos(angle) - Math.sin(lat) * sine,
  )
  const degrees = (value: number) => (value * 180) / Math.PI
  return { lat: degrees(Math.asin(sine)), lon: ((degrees(lon + turned) + 540) % 360) - 180 }
}
