import type { MapQuestion } from '@/lib/analysis/facts/map-grid'
import { latitude, longitude, type MapBox, mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'

/** Squares stand about so far apart on the screen: 2⁵ of them to a tile of 512 pixels. */
const SQUARES_OF_TILE = 5
/** Beyond that they are metres wide. */
const FINEST = 22

/**
 * The squares to ask for, of a view: those of one grid over the whole world, a finer one at each whole step of the zoom, so
 * that they stay where they are while the map is moved.
 */
export function snappedView(view: MapBox, zoom: number): MapQuestion {
  const world = 2 ** Math.min(FINEST, Math.max(0, Math.round(zoom)) + SQUARES_OF_TILE)
  const square = (part: number) => Math.max(0, Math.min(world, part))
  const west = square(Math.floor(mercatorX(view.west) * world))
  const east = square(Math.ceil(mercatorX(view.east) * world))
  const north = square(Math.floor(mercatorY(view.north) * world))
  const south = square(Math.ceil(mercatorY(view.south) * world))
  return {
    box: {
      west: longitude(west / world),
      east: longitude(east / world),
      north: latitude(north / world),
      south: latitude(south / world),
    },
    columns: Math.max(1, east - west),
    rows: Math.max(1, south - north),
  }
}
