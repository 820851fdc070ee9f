import type { Feature, FeatureCollection, Polygon, Position } from 'geojson'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import type { MapArea, MapQuestion, MapSingle } from '@/lib/analysis/facts/map-grid'
import { latitude, longitude, mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'
import { pointAt } from '@/lib/place/distance'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import type { CountedMark } from './map-style'
import type { Outlines } from './outlines'

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })

/** All that is counted, each with what of it it is. */
export function countedFeatures(
  shown: ShownMap,
  outlineOf: (area: MapArea) => Outlines['features'][number] | null,
  textOf: (area: MapArea) => string,
): FeatureCollection {
  const each: [CountedMark, FeatureCollection][] = [
    ['area', areaFeatures(shown, outlineOf)],
    ['square', squareFeatures(shown)],
    ['single', singleFeatures(shown)],
    ['count', areaLabels(shown, textOf)],
  ]
  return collection(
    each.flatMap(([of, { features }]) =>
      features.map((feature) => ({ ...feature, properties: { ...feature.properties, of } })),
    ),
  )
}

/** Density, where there are too many to stand one by one: a square each, the darker the more are in it. */
export function squareFeatures({
  box,
  columns,
  counts,
  disputed,
  single,
  ...map
}: ShownMap): FeatureCollection {
  if (single !== null) return collection([])
  const most = Math.log1p(counts.reduce((a, b) => Math.max(a, b), 0))
  const corner = cornersOf({ box, columns, rows: map.rows })
  return collection(
    [...counts].flatMap((count, at) => {
      if (count === 0) return []
      const [column, line] = [at % columns, Math.floor(at / columns)]
      const properties = { count, disputed: disputed[at] ?? 0, share: Math.log1p(count) / most }
      return [polygon([corner(column, line), corner(column + 1, line + 1)], properties)]
    }),
  )
}

function cornersOf({ box, columns, rows }: MapQuestion): (column: number, line: number) => Position {
  const [west, north] = [mercatorX(box.west), mercatorY(box.north)]
  const wide = (mercatorX(box.east) - west) / columns
  const high = (mercatorY(box.south) - north) / rows
  return (column, line) => [longitude(west + column * wide), latitude(north + line * high)]
}

type Properties = Record<string, string | number | boolean>

function polygon(
  [[west = 0, north = 0], [east = 0, south = 0]]: [Position, Position],
  properties: Properties,
) {
  const ring = [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ]
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties,
  } as Feature<Polygon>
}

/** Those whose point is exact, where they are few: a dot at each point, with the ids of all that are there. */
export function singleFeatures({ single }: ShownMap): FeatureCollection {
  const stacks = new Map<string, MapSingle[]>()
  for (const one of single ?? []) {
    const at = `${one.lat} ${one.lon}`
    stacks.set(at, [...(stacks.get(at) ?? []), one])
  }
  return collection(
    [...stacks.values()].map((stack) => {
      const [{ lon, lat } = { lon: 0, lat: 0 }] = stack
      const properties = {
        ids: stack.map(({ id }) => id).join(),
        count: stack.length,
        disputed: stack.some(({ disputed }) => disputed),
      }
      const at = { type: 'Point' as const, coordinates: [lon, lat] }
      return { type: 'Feature' as const, geometry: at, properties }
    }),
  )
}

/** What is known to have been somewhere within: a circle of the true size, or the outline of the country. */
export function areaFeatures(
  { areas }: ShownMap,
  outlineOf: (area: MapArea) => Outlines['features'][number] | null,
) {
  return collection(
    areas.flatMap((area, at) => {
      const geometry = circleOf(area) ?? outlineOf(area)?.geometry
      return geometry
        ? [
            {
              type: 'Feature' as const,
              geometry,
              properties: { at, disputed: area.disputed > 0, whole: area.precision === 'country' },
            },
          ]
        : []
    }),
  )
}

/** How many incidents each area has, to be written in its middle: a number is no point. */
const areaLabels = ({ areas }: ShownMap, textOf: (area: MapArea) => string): FeatureCollection =>
  collection(
    areas.map((area, at) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [area.lon, area.lat] },
      properties: { at, text: textOf(area), rank: at },
    })),
  )

/** Names of places, in the language of whoever reads. */
export const nameFeatures = (
  { labels }: ShownMap,
  nameOf: (label: ShownMap['labels'][number]) => string | null,
) =>
  collection(
    labels.flatMap((label, rank) => {
      const text = nameOf(label)
      const at = { type: 'Point' as const, coordinates: [label.lon, label.lat] }
      return text
        ? [{ type: 'Feature' as const, geometry: at, properties: { text, rank, kind: label.kind } }]
        : []
    }),
  )

const CORNERS = 64

function circleOf({ lat, lon, precision }: MapArea): Polygon | null {
  const km = uncertaintyKm(precision)
  if (km === null) return null
  const ring = Array.from({ length: CORNERS + 1 }, (_, k): Position => {
    const point = pointAt({ lat, lon }, km, (k % CORNERS) * (360 / CORNERS))
    // Across the line of dates it goes on counting: a ring must not jump around the world.
    return [lon + ((point.lon - lon + 540) % 360) - 180, point.lat]
  })
  return { type: 'Polygon', coordinates: [ring] }
}
