import type { MapArea } from '@/lib/analysis/facts/map-grid'
import { mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'
import type { Area } from '@/lib/place/area'
import { pointAt } from '@/lib/place/distance'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { type Outlines, polygonsOf } from './outlines'

/** A closed line on the square on which the world is drawn, and the box around it. */
export interface Shape {
  /** x and y by turns. */
  points: Float64Array
  west: number
  east: number
  north: number
  south: number
}

/** A ring of degrees, longitude first, on the map's square. */
export function shapeOf(ring: readonly (readonly number[])[]): Shape {
  const points = new Float64Array(ring.length * 2)
  const box = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity }
  for (const [at, [lon = 0, lat = 0]] of ring.entries()) {
    const [x, y] = [mercatorX(lon), mercatorY(lat)]
    points[at * 2] = x
    points[at * 2 + 1] = y
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.north = Math.min(box.north, y)
    box.south = Math.max(box.south, y)
  }
  return { points, ...box }
}

/** What reaches over an edge of the world is drawn a second time, at the other one. */
function onBothEdges(shape: Shape): Shape[] {
  const turn = shape.east > 1 ? -1 : shape.west < 0 ? 1 : 0
  if (turn === 0) return [shape]
  const points = shape.points.map((value, at) => (at % 2 === 0 ? value + turn : value))
  return [shape, { ...shape, points, west: shape.west + turn, east: shape.east + turn }]
}

/** The countries' lines, by their two letters. */
export type CountryShapes = ReadonlyMap<string, readonly Shape[]>

export function countryShapes({ features }: Outlines): CountryShapes {
  const shapes = new Map<string, Shape[]>()
  for (const { geometry, properties } of features)
    shapes.set(properties.code, [
      ...(shapes.get(properties.code) ?? []),
      ...polygonsOf(geometry)
        .flat()
        .flatMap((ring) => onBothEdges(shapeOf(ring))),
    ])
  return shapes
}

/**
 * What is known to have been somewhere within: a circle of the true size, or the outline of the country. Made once for each
 * area, since the same ones come back at every step.
 */
export function areaShapes(countries: CountryShapes | null): (area: MapArea) => readonly Shape[] {
  const made = new Map<string, readonly Shape[]>()
  return ({ lat, lon, precision, place }) => {
    const km = uncertaintyKm(precision)
    if (km === null) return countries?.get(place.country ?? '') ?? []
    const key = `${lat} ${lon} ${km}`
    const shapes = made.get(key) ?? onBothEdges(circle(lat, lon, km))
    made.set(key, shapes)
    return shapes
  }
}

const CORNERS = 64

function circle(lat: number, lon: number, km: number): Shape {
  return shapeOf(
    Array.from({ length: CORNERS }, (_, k) => {
      const point = pointAt({ lat, lon }, km, (k * 360) / CORNERS)
      // Across the line of dates it goes on counting: a ring must not jump around the world.
      return [lon + ((point.lon - lon + 540) % 360) - 180, point.lat]
    }),
  )
}

/** An edge of a chosen area is straight in degrees, which on the map's projection it is not quite. */
const STEPS = 32

/** The edge of an area that was chosen. */
export function choiceShape(area: Area | null): Shape | null {
  if (!area) return null
  return shapeOf(
    area.flatMap(([lon, lat], at) => {
      const [toLon, toLat] = area[(at + 1) % area.length] ?? [lon, lat]
      return Array.from({ length: STEPS }, (_, k) => [
        lon + ((toLon - lon) * k) / STEPS,
        lat + ((toLat - lat) * k) / STEPS,
      ])
    }),
  )
}

/** Whether a point of the map's square lies within these lines; what lies in a hole does not. */
export function isWithin(shapes: readonly Shape[], x: number, y: number): boolean {
  let isIn = false
  for (const { points, west, east, north, south } of shapes) {
    if (x < west || x > east || y < north || y > south) continue
    for (let at = 0; at < points.length; at += 2) {
      const before = at === 0 ? points.length - 2 : at - 2
      const [x1, y1] = [points[before] as number, points[before + 1] as number]
      const [x2, y2] = [points[at] as number, points[at + 1] as number]
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isIn = !isIn
    }
  }
  return isIn
}
