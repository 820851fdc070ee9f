import 'server-only'
import { geoBounds } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import countries from 'world-atlas/countries-50m.json'
import type { Outline } from './small-map-geometry'

interface BoundedOutline {
  outline: Outline
  bounds: [[west: number, south: number], [east: number, north: number]]
}

let all: BoundedOutline[] | null = null

/** The world's countries as Natural Earth draws them (1:50 million), read once: they never change while we run. */
function outlines(): BoundedOutline[] {
  if (all === null) {
    const topology = countries as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>
    const { features } = feature(topology, topology.objects.countries)
    all = features.map((outline) => ({ outline, bounds: geoBounds(outline) }))
  }
  return all
}

/** Countries that may come within `degrees` of a point. */
export function outlinesNear(lat: number, lon: number, degrees: number): Outline[] {
  const reach = degrees / Math.max(0.2, Math.cos((lat * Math.PI) / 180))
  return outlines()
    .filter(({ bounds: [[west, south], [east, north]] }) => {
      if (lat + degrees < south || lat - degrees > north) return false
      return east < west || (lon + reach >= west && lon - reach <= east)
    })
    .map(({ outline }) => outline)
}

/** Two-letter code of an outline (ISO 3166-1), null for what has none there. */
export function countryCode(outline: Outline): string | null {
  if (outline.id === undefined) return null
  // Intl knows which two letters a numeric code stands for.
  const region = new Intl.Locale(`und-${String(outline.id).padStart(3, '0')}`).region
  return region && /^[A-Z]{2}$/.test(region) ? region : null
}

/** The outline of a country by its two letters. */
export function outlineOf(code: string): Outline | null {
  return outlines().find(({ outline }) => countryCode(outline) === code)?.outline ?? null
}
