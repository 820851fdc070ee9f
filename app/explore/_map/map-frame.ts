import { mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'

/** What a map shows of the square on which the world is drawn, in pixels of CSS. */
export interface Frame {
  width: number
  height: number
  /** Where on the square, which is 1 wide, its north-western corner is. */
  left: number
  top: number
  /** Pixels that the whole square takes. */
  scale: number
}

/** MapLibre's square is so wide at zoom 0, and twice as wide at each further step. */
const WORLD_PX = 512

/** The frame of a map that looks at `centre` from this zoom, north up. */
export function frameAround(
  { lng, lat }: { lng: number; lat: number },
  zoom: number,
  { width, height }: { width: number; height: number },
): Frame {
  const scale = WORLD_PX * 2 ** zoom
  const left = mercatorX(lng) - width / 2 / scale
  return { width, height, scale, left, top: mercatorY(lat) - height / 2 / scale }
}

/** Pixels from the left, or from the top, of a part of the square. */
export const across = ({ left, scale }: Frame, x: number): number => (x - left) * scale
export const down = ({ top, scale }: Frame, y: number): number => (y - top) * scale
