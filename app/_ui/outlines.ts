import 'server-only'
import type { Position } from 'geojson'
import { feature } from 'topojson-client'
import countries from 'world-atlas/countries-50m.json'
import { countryCode } from './country-code'
import type { Outline } from './map-view'

interface BoundedOutline {
  outline: Outline
  west: number
  south: number
  east: number
  north: number
}

let all: BoundedOutline[] | null = null

/** The world's countries as Natural Earth draws them (1:50 million), read once: they never change while we run. */
function outlines(): BoundedOutline[] {
  if (all === null) {
    const topology = countries as unknown as Parameters<typeof feature>[0]
    const read = topology.objects.countries && feature(topology, topology.objects.countries)
    all = read && 'features' in read ? (read.features as Outline[]).map(bounded) : []
  }
  return all
}

/** Bounds on the plain grid: a country across the antimeridian gets the whole width, and is drawn once too often. */
function bounded(outline: Outline): BoundedOutline {
  const { geometry } = outline
  const rings =
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : []
  const bounds = { outline, west: 180, south: 90, east: -180, north: -90 }
  for (const [lon = 0, lat = 0] of rings.flat() as Position[]) {
    bounds.west = Math.min(bounds.west, lon)
    bounds.east = Math.max(bounds.east, lon)
    bounds.south = Math.min(bounds.south, lat)
    bounds.north = Math.max(bounds.north, lat)
  }
  return bounds
}

/** Countries that may come within `degrees` of a point. */
export function outlinesNear(lat: number, lon: number, degrees: number): Outline[] {
  const reach = degrees / Math.max(0.2, Math.cos((lat * Math.PI) / 180))
  return outlines()
    .filter(({ west, south, east, north }) => {
      const level = lat + degrees >= south && lat - degrees <= north
      // A view that reaches across the antimeridian sees what lies on the other side of the grid.
      return level && [0, 360, -360].some((turn) => lon + turn + reach >= west && lon + turn - reach <= east)
    })
    .map(({ outline }) => outline)
}

/** The outline of a country by its two letters. */
export function outlineOf(code: string): Outline | null {
  return outlines().find(({ outline }) => countryCode(outline) === code)?.outline ?? null
}
