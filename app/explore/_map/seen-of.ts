import { across, down, type Frame } from './map-frame'
import type { Shape } from './shapes'

/** Lines are cut off so far outside of what is seen: the cut must not be seen. */
const MARGIN = 12
/** Corners nearer than this to the one before are left out: nobody can tell them apart. */
const FINE = 0.6

/**
 * The part of a shape that a frame shows, in pixels, x and y by turns; empty where none is. What is dashed or filled far outside
 * would take the more time the nearer the map is.
 */
export function seenOf(shape: Shape, frame: Frame): number[] {
  const [west, east] = [across(frame, shape.west), across(frame, shape.east)]
  const [north, south] = [down(frame, shape.north), down(frame, shape.south)]
  const [right, bottom] = [frame.width + MARGIN, frame.height + MARGIN]
  if (east < -MARGIN || west > right || south < -MARGIN || north > bottom) return []
  // Too small for its corners to be told apart: its size is still true.
  if (east - west < 2 && south - north < 2) return [west, north, east, north, east, south, west, south]
  let seen = inPixels(shape, frame)
  if (west < -MARGIN) seen = cut(seen, 0, (x) => x + MARGIN)
  if (east > right) seen = cut(seen, 0, (x) => right - x)
  if (north < -MARGIN) seen = cut(seen, 1, (y) => y + MARGIN)
  if (south > bottom) seen = cut(seen, 1, (y) => bottom - y)
  return seen
}

function inPixels({ points }: Shape, { left, top, scale }: Frame): number[] {
  const pixels: number[] = []
  let [lastX, lastY] = [Infinity, Infinity]
  for (let at = 0; at < points.length; at += 2) {
    const x = ((points[at] as number) - left) * scale
    const y = ((points[at + 1] as number) - top) * scale
    if (Math.abs(x - lastX) < FINE && Math.abs(y - lastY) < FINE) continue
    pixels.push(x, y)
    ;[lastX, lastY] = [x, y]
  }
  return pixels
}

/** What of a closed line lies on the side on which `inside` is not below 0 (after Sutherland and Hodgman, 1974). */
function cut(points: readonly number[], axis: 0 | 1, inside: (value: number) => number): number[] {
  const kept: number[] = []
  for (let at = 0; at < points.length; at += 2) {
    const before = at === 0 ? points.length - 2 : at - 2
    const [x1, y1] = [points[before] as number, points[before + 1] as number]
    const [x2, y2] = [points[at] as number, points[at + 1] as number]
    const [from, to] = [inside(axis === 0 ? x1 : y1), inside(axis === 0 ? x2 : y2)]
    if (from < 0 !== to < 0) {
      const part = from / (from - to)
      kept.push(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
    }
    if (to >= 0) kept.push(x2, y2)
  }
  return kept
}
