import { type GeoJSONSource, Map as MapLibre, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import type { MapFound } from '@/lib/analysis/facts/map-grid'
import type { MapBox } from '@/lib/analysis/facts/map-points'
import { type Area, roundedArea } from '@/lib/place/area'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { type Frame, frameAround } from './map-frame'
import { groundLayers, mapColours, mapStyle, OUTLINES } from './map-style'
import type { Outlines } from './outlines'
import { outsideGround } from './outside-ground'

// Its worker is a file of our build: the page's policy lets no other run.
setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href)

/** North and south of these there is nothing but the square's edge. */
const WORLD: [[number, number], [number, number]] = [
  [-180, -75],
  [180, 84],
]

/** The ground of the map in a box: an outside one, where an address of such is given and it comes, else ours. */
export async function styleFor(box: HTMLElement, address: string | null): Promise<StyleSpecification> {
  const outside = address === null ? null : await outsideGround(address)
  return outside ?? mapStyle(mapColours(box))
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

/** Gives the map the countries, which its ground is drawn of; an outside ground has its own. */
export function setOutlines(map: MapLibre, outlines: Outlines): void {
  map.getSource<GeoJSONSource>(OUTLINES)?.setData(outlines)
}

/** The same map in the colours of another theme. */
export function recolour(map: MapLibre, box: HTMLElement): void {
  // An outside ground keeps its own.
  if (!map.getSource(OUTLINES)) return
  for (const layer of groundLayers(mapColours(box)))
    for (const [name, value] of Object.entries(layer.paint ?? {}))
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

/** What of the world a map shows, in a box of this size. */
export const frameOf = (map: MapLibre, size: { width: number; height: number }): Frame =>
  frameAround(map.getCenter(), map.getZoom(), size)

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
