import { latitude, longitude } from '@/lib/analysis/facts/map-points'
import type { Picked } from './map-card'
import { across, down, type Frame } from './map-frame'
import { dotRadius } from './map-marks'
import type { MapDrawing } from './paint-map'
import { isWithin } from './shapes'

/** A mark is hit this far from its edge, in pixels. */
const NEAR = 4

/** What is at these pixels: the incidents there, else the square, else the area around; null where nothing is. */
export function pickAt({ marks, areas }: MapDrawing, frame: Frame, x: number, y: number): Picked | null {
  const ids = marks.dots.flatMap((dot) => {
    const far = Math.hypot(across(frame, dot.x) - x, down(frame, dot.y) - y)
    return far <= dotRadius(dot) + NEAR ? dot.ids : []
  })
  if (ids.length > 0) return { of: 'incidents', ids }
  const [atX, atY] = [frame.left + x / frame.scale, frame.top + y / frame.scale]
  const square = marks.squares.find(
    ({ west, east, north, south }) => atX >= west && atX < east && atY >= north && atY < south,
  )
  if (square) {
    const { count, disputed, west, east, north, south } = square
    const box = {
      ...{ west: longitude(west), east: longitude(east) },
      ...{ north: latitude(north), south: latitude(south) },
    }
    return { of: 'square', count, disputed, box }
  }
  // Of areas that overlap, the one that is known the most exactly: those are the small ones.
  const [area] = areas
    .filter(({ shapes }) => isWithin(shapes, atX, atY) || isSmallAt(shapes, frame, x, y))
    .map((one) => one.area)
    .sort((a, b) => order.indexOf(a.precision) - order.indexOf(b.precision))
  return area ? { of: 'area', area } : null
}

const order = ['exact', 'near', 'district', 'sea-or-air', 'province', 'region', 'country']

/** An area smaller than a fingertip's error is hit like a mark. */
const isSmallAt = (shapes: MapDrawing['areas'][number]['shapes'], frame: Frame, x: number, y: number) =>
  shapes.some(({ west, east, north, south }) => {
    const half = ((east - west) * frame.scale) / 2
    const [middleX, middleY] = [across(frame, (west + east) / 2), down(frame, (north + south) / 2)]
    return half < NEAR && Math.abs(middleX - x) <= NEAR && Math.abs(middleY - y) <= NEAR
  })
