import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import { latitude, longitude, mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'
import type { Picked } from './map-card'

/** A mark is hit this far from its middle, in pixels. */
const NEAR = 4

/** What was pressed: the incidents there, else the area around, else the square. */
export function pickAt(map: MapLibre, shown: () => ShownMap | null, pick: (picked: Picked | null) => void) {
  return ({ point: { x, y }, lngLat }: MapMouseEvent): void => {
    const at = (layer: string) =>
      map.queryRenderedFeatures(
        [
          [x - NEAR, y - NEAR],
          [x + NEAR, y + NEAR],
        ],
        { layers: [layer] },
      )
    const ids = [
      ...new Set(at('singles').flatMap(({ properties }) => String(properties.ids).split(',').map(Number))),
    ]
    const drawn = shown()
    const square = drawn && drawn.single === null ? squareAt(drawn, lngLat.lng, lngLat.lat) : null
    // Of areas that overlap, the one that is known the most exactly: those are the small ones.
    const areas = at('areas').flatMap(({ properties }) => drawn?.areas[Number(properties.at)] ?? [])
    const area = areas.sort((a, b) => rank(a.precision) - rank(b.precision))[0]
    if (ids.length > 0) pick({ of: 'incidents', ids })
    else if (square) pick(square)
    else pick(area ? { of: 'area', area } : null)
  }
}

const order = ['exact', 'near', 'district', 'sea-or-air', 'province', 'region', 'country']
const rank = (precision: string): number => order.indexOf(precision)

function squareAt(
  { box, columns, rows, counts, disputed }: ShownMap,
  lon: number,
  lat: number,
): Picked | null {
  const [west, north] = [mercatorX(box.west), mercatorY(box.north)]
  const wide = (mercatorX(box.east) - west) / columns
  const high = (mercatorY(box.south) - north) / rows
  const column = Math.floor((mercatorX(lon) - west) / wide)
  const line = Math.floor((mercatorY(lat) - north) / high)
  const at = line * columns + column
  const count = counts[at] ?? 0
  if (column < 0 || column >= columns || count === 0) return null
  return {
    of: 'square',
    ...{ count, disputed: disputed[at] ?? 0 },
    box: {
      ...{ west: longitude(west + column * wide), east: longitude(west + (column + 1) * wide) },
      ...{ north: latitude(north + line * high), south: latitude(north + (line + 1) * high) },
    },
  }
}
