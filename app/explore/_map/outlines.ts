import type { FeatureCollection, Geometry, Position } from 'geojson'
import { feature } from 'topojson-client'
import { countryCode } from '@/app/_ui/country-code'
import type { Outline } from '@/app/_ui/map-view'

/** The world's countries as Natural Earth draws them, each with its two letters, or "" where it has none. */
export type Outlines = FeatureCollection<Geometry, { code: string }>

/** Served by us, as a file of the build. */
const address = new URL('world-atlas/countries-50m.json', import.meta.url)

export async function fetchOutlines(): Promise<Outlines> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`answered ${response.status}`)
  const topology: Parameters<typeof feature>[0] = await response.json()
  const read = topology.objects.countries && feature(topology, topology.objects.countries)
  const countries = read && 'features' in read ? (read.features as Outline[]) : []
  return {
    type: 'FeatureCollection',
    features: countries.map((outline) => ({
      type: 'Feature',
      geometry: withoutJumps(outline.geometry),
      properties: { code: countryCode(outline) ?? '' },
    })),
  }
}

/** Where the name of each country stands, in degrees: in the middle of its largest part. The largest country is first. */
export function countryMiddles({ features }: Outlines): { code: string; lon: number; lat: number }[] {
  return features
    .flatMap(({ geometry, properties: { code } }) => {
      const [largest] = polygonsOf(geometry)
        .map(([outer = []]) => middleOf(outer))
        .sort((a, b) => b.size - a.size)
      return code === '' || !largest ? [] : [{ code, ...largest }]
    })
    .sort((a, b) => b.size - a.size)
}

/**
 * Rings that cross the line of dates count on beyond 180°, where they would jump to the other side of the map. What lies
 * around the pole is cut there already, and stays.
 */
function withoutJumps(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(unrolled) }
  if (geometry.type !== 'MultiPolygon') return geometry
  return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(unrolled)) }
}

function unrolled(ring: Position[]): Position[] {
  if (ring.some(([, lat = 0]) => lat < -80)) return ring
  let turn = 0
  return ring.map(([lon = 0, lat = 0], at) => {
    const step = at === 0 ? 0 : lon - (ring[at - 1]?.[0] ?? lon)
    if (step > 180) turn -= 360
    if (step < -180) turn += 360
    return [lon + turn, lat]
  })
}

/** Each polygon by its rings, the outer one first. */
export const polygonsOf = (geometry: Geometry): Position[][][] =>
  geometry.type === 'Polygon'
    ? [geometry.coordinates]
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : []

/** Centre of gravity and size of a ring on the plain grid of degrees. */
function middleOf(ring: readonly Position[]): { lon: number; lat: number; size: number } {
  let [size, x, y] = [0, 0, 0]
  for (const [k, [lon = 0, lat = 0]] of ring.entries()) {
    const [nextLon = 0, nextLat = 0] = ring[k + 1] ?? ring[0] ?? []
    const cross = lon * nextLat - nextLon * lat
    size += cross / 2
    x += (lon + nextLon) * cross
    y += (lat + nextLat) * cross
  }
  const [[lon = 0, lat = 0] = []] = ring
  return size === 0 ? { lon, lat, size } : { lon: x / (6 * size), lat: y / (6 * size), size: Math.abs(size) }
}
