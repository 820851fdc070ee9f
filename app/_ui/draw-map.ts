import 'server-only'
import { geoCentroid } from 'd3-geo'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import type { Point, WherePrecision } from '@/lib/place/where'
import { countryCode } from './country-code'
import { circleAround, distanceKm, type MapView, placed, scaleBar, viewAround } from './map-view'
import { outlineOf, outlinesNear } from './outlines'

export interface MapSite {
  point: Point
  /** Its name in the reader's language. */
  label: string
}

/** What is to be shown: a point with its precision (none where only the country is known), and sites. */
export interface MapSubject {
  point: Point | null
  precision: WherePrecision
  /** ISO 3166-1 alpha-2 of the country, to set it off from its neighbours. */
  country: string | null
  sites: MapSite[]
}

/** A map as plain numbers and path texts, ready to be written as SVG. */
export interface Drawing {
  width: number
  height: number
  countries: { d: string; home: boolean }[]
  names: { code: string; x: number; y: number }[]
  spot: { x: number; y: number; exact: boolean; area: string | null } | null
  sites: { x: number; y: number; label: string }[]
  scale: { km: number; pixels: number }
}

const WIDTH = 480
const HEIGHT = 300
/** The sheet around the place shows coast, borders and neighbours; the near one shows sites and the area. */
const AROUND_KM = 320
const NEAR_KM = 60

/** The sheets of a subject: around it, and near it where the first would be too coarse. None if it is nowhere. */
export function drawMap(subject: MapSubject): Drawing[] {
  const { point, precision, country, sites } = subject
  const centre = point ?? centroidOf(country)
  if (!centre) return []
  const km = point ? uncertaintyKm(precision) : null
  if (km === null) return [draw(viewAround(centre, 600, WIDTH, HEIGHT), subject, centre, null, true)]
  const reach = Math.max(km, ...sites.map((site) => distanceKm(centre, site.point)))
  const around = viewAround(centre, Math.max(AROUND_KM, km * 2.2), WIDTH, HEIGHT)
  if (reach === 0 || reach > NEAR_KM) return [draw(around, subject, centre, km, true)]
  const near = viewAround(centre, Math.max(6, reach * 1.35), WIDTH, HEIGHT)
  return [draw(around, { ...subject, sites: [] }, centre, km, true), draw(near, subject, centre, km, false)]
}

function centroidOf(country: string | null): Point | null {
  const outline = country === null ? null : outlineOf(country)
  if (!outline) return null
  const [lon, lat] = geoCentroid(outline)
  return { lat, lon }
}

function draw(view: MapView, subject: MapSubject, centre: Point, km: number | null, named: boolean): Drawing {
  const degrees = (view.kmPerPixel * view.width) / 111 / 1.4
  const outlines = outlinesNear(centre.lat, centre.lon, degrees).map((outline) => ({
    outline,
    code: countryCode(outline),
    d: view.path(outline) ?? '',
  }))
  return {
    width: view.width,
    height: view.height,
    countries: outlines
      .filter(({ d }) => d !== '')
      .map(({ code, d }) => ({ d, home: code !== null && code === subject.country })),
    names: named ? outlines.flatMap(({ code, outline }) => namePlace(view, code, outline)) : [],
    spot: spotOf(view, centre, km),
    sites: subject.sites.flatMap((site) => {
      const xy = placed(view, site.point)
      return xy ? [{ x: xy[0], y: xy[1], label: site.label }] : []
    }),
    scale: scaleBar(view),
  }
}

/** Where a country's name stands, if enough of it is to be seen and the spot leaves room. */
function namePlace(view: MapView, code: string | null, outline: Parameters<MapView['path']>[0]) {
  if (code === null || view.path.area(outline) < 5000) return []
  const [x, y] = view.path.centroid(outline)
  const atSpot = Math.hypot(x - view.width / 2, y - view.height / 2) < 30
  return atSpot ? [] : [{ code, x, y }]
}

function spotOf(view: MapView, centre: Point, km: number | null): Drawing['spot'] {
  const xy = km === null ? null : placed(view, centre)
  if (!xy || km === null) return null
  const area = km / view.kmPerPixel > 4 ? circleAround(view, centre, km) : null
  return { x: xy[0], y: xy[1], exact: km === 0, area }
}
