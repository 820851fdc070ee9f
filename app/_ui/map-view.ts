import { type GeoPath, type GeoProjection, geoAzimuthalEqualArea, geoCircle, geoPath } from 'd3-geo'
import type { Feature, Geometry } from 'geojson'
import type { Point } from '@/lib/place/where'

const KM_PER_DEGREE = 111.195

/** Countries of the embedded outlines; `id` is the ISO 3166-1 numeric code. */
export type Outline = Feature<Geometry, { name: string }>

export interface MapView {
  width: number
  height: number
  projection: GeoProjection
  path: GeoPath
  kmPerPixel: number
}

/**
 * A view of at least `radiusKm` around a point in every direction. Equal-area around its centre, so that a circle
 * of kilometres is a circle and one scale bar holds for all of it.
 */
export function viewAround(centre: Point, radiusKm: number, width: number, height: number): MapView {
  const pixels = Math.min(width, height) / 2
  const kmPerPixel = radiusKm / pixels
  const projection = geoAzimuthalEqualArea()
    .rotate([-centre.lon, -centre.lat])
    .translate([width / 2, height / 2])
    .scale((KM_PER_DEGREE * 180) / Math.PI / kmPerPixel)
    .clipAngle(Math.min(170, (2.5 * radiusKm) / KM_PER_DEGREE + 1))
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
  return { width, height, projection, path: geoPath(projection).digits(1), kmPerPixel }
}

/** Where a point falls in the view, in pixels; null outside of it. */
export function placed(view: MapView, { lat, lon }: Point): [x: number, y: number] | null {
  const xy = view.projection([lon, lat])
  if (!xy) return null
  const inside = xy[0] >= 0 && xy[1] >= 0 && xy[0] <= view.width && xy[1] <= view.height
  return inside ? xy : null
}

/** Outline of all points within `km` of a point. */
export function circleAround(view: MapView, { lat, lon }: Point, km: number): string {
  return (
    view.path(
      geoCircle()
        .center([lon, lat])
        .radius(km / KM_PER_DEGREE)(),
    ) ?? ''
  )
}

/** The roundest length (1, 2 or 5 times a power of ten) of at most a quarter of the view's width. */
export function scaleBar(view: MapView): { km: number; pixels: number } {
  const most = (view.width * view.kmPerPixel) / 4
  const power = 10 ** Math.floor(Math.log10(most))
  const km = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power
  return { km, pixels: km / view.kmPerPixel }
}

/** Great-circle distance in km. */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const dLat = (b.lat - a.lat) * rad
  const dLon = (b.lon - a.lon) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}
