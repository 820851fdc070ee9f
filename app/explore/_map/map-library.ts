import type { FeatureCollection } from 'geojson'
import { type GeoJSONSource, Map as MapLibre, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import type { MapFound } from '@/lib/analysis/facts/map-grid'
import type { MapBox } from '@/lib/analysis/facts/map-points'
import { type Area, roundedArea } from '@/lib/place/area'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { mapColours, mapLayers, mapStyle, type SourceName } from './map-style'
import { onOutsideGround } from './outside-ground'

// Its worker is a file of our build: the page's policy lets no other run.
setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href)

/** North and south of these there is nothing but the square's edge. */
const WORLD: [[number, number], [number, number]] = [
  [-180, -75],
  [180, 84],
]

/** The style of the map in a box: ours, on the ground of an outside one where an address of such is given. */
export async function styleFor(box: HTMLElement, ground: string | null): Promise<StyleSpecification> {
  const ours = mapStyle(mapColours(box))
  return ground === null ? ours : await onOutsideGround(ours, ground)
}

/** The map that `box` holds; `words` are its own, by MapLibre's keys. */
export function createMap(
  box: HTMLElement,
  style: StyleSpecification,
  words: Record<string, string>,
  isFramed: boolean,
): MapLibre {
  const map = new MapLibre({
    container: box,
    style,
    locale: words,
    bounds: WORLD,
    fitBoundsOptions: { padding: 20 },
    ...{ attributionControl: false, renderWorldCopies: false, fadeDuration: 0 },
    ...{ dragRotate: false, pitchWithRotate: false, maxPitch: 0, maxZoom: 16 },
    // A thumb that scrolls the page past the map does not mean to move it, nor a wheel that scrolls the page around a frame.
    cooperativeGestures: isFramed || window.matchMedia('(pointer: coarse)').matches,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}

const boundsOf = ({ west, south, east, north }: MapBox): [[number, number], [number, number]] => [
  [west, south],
  [east, north],
]

export function setData(map: MapLibre, name: SourceName, data: FeatureCollection): void {
  const source = map.getSource<GeoJSONSource>(name)
  source?.setData(data)
}

/** The same map in the colours of another theme. */
export function recolour(map: MapLibre, box: HTMLElement): void {
  // An outside ground keeps its own.
  for (const layer of mapLayers(mapColours(box)))
    for (const [name, value] of map.getLayer(layer.id) ? Object.entries(layer.paint ?? {}) : [])
      map.setPaintProperty(layer.id, name as 'fill-color', value as never)
}

/** Whoever wants no motion is put there at once. */
const flight = () =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? { animate: false } : { duration: 900 }

/** All that there is; the world, where there is nothing. */
export const showWhole = (map: MapLibre, extent: MapBox | null, motion = flight()): unknown =>
  map.fitBounds(extent ? boundsOf(extent) : WORLD, { ...motion, padding: 30, maxZoom: 9 })

/** A part of the world, and nothing else. */
export const showBox = (map: MapLibre, box: MapBox): unknown => map.fitBounds(boundsOf(box), flight())

/** To an incident: as near as it is exactly known. */
export function flyTo(map: MapLibre, { lat, lon, precision }: MapFound): void {
  const km = Math.max(15, (uncertaintyKm(precision) ?? 600) * 1.3)
  const high = km / 111
  const wide = high / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  const bounds = { west: lon - wide, east: lon + wide, south: lat - high, north: lat + high }
  map.fitBounds(boundsOf(bounds), flight())
}

/** Degrees that are seen. */
export function viewOf(map: MapLibre): MapBox {
  const bounds = map.getBounds()
  return {
    west: Math.max(-180, bounds.getWest()),
    east: Math.min(180, bounds.getEast()),
    south: bounds.getSouth(),
    north: bounds.getNorth(),
  }
}

/** The fonts of the labels: a canvas draws with what is there, and does not wait. */
export const fontsLoaded = (): Promise<unknown> =>
  Promise.all([
    document.fonts.load('48px "Noto Sans Variable"', 'Derna'),
    document.fonts.load('48px "Noto Sans Arabic Variable"', 'درنة'),
  ])

/** What lies at these pixels of the map, as an area. */
export const areaAt = (map: MapLibre, corners: readonly (readonly [number, number])[]): Area =>
  roundedArea(
    corners.map(([x, y]) => {
      const { lng, lat } = map.unproject([x, y])
      return [lng, lat] as const
    }),
  )

/** An edge of an area is straight in degrees, which on the map's projection it is not quite. */
const STEPS = 32

/** The edge of an area, to be drawn. */
export function edgeOf(area: Area | null): FeatureCollection {
  const ring = (area ?? []).flatMap(([lon, lat], at, all) => {
    const [toLon, toLat] = all[(at + 1) % all.length] ?? [lon, lat]
    const part = (k: number) => [lon + ((toLon - lon) * k) / STEPS, lat + ((toLat - lat) * k) / STEPS]
    return Array.from({ length: STEPS + 1 }, (_, k) => part(k))
  })
  const edge = { type: 'LineString' as const, coordinates: ring }
  return {
    type: 'FeatureCollection',
    features: ring.length > 0 ? [{ type: 'Feature', geometry: edge, properties: {} }] : [],
  }
}
