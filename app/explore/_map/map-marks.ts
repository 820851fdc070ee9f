import type { DrawnMap, MapSingle } from '@/lib/analysis/facts/map-grid'
import { mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'

/** Where there are too many to stand one by one: how many lie in it, and its edges on the map's square. */
export interface Square {
  count: number
  disputed: number
  /** Of the fullest one, by orders of magnitude: 1 is as full. */
  share: number
  west: number
  east: number
  north: number
  south: number
}

/** An exact point at which single incidents are, on the map's square. */
export interface Dot {
  x: number
  y: number
  ids: number[]
  disputed: boolean
}

/** Squares or dots, never both. */
export interface MapMarks {
  squares: Square[]
  dots: Dot[]
}

/** How the exact ones of what a map shows are drawn. */
export const marksOf = (shown: DrawnMap): MapMarks =>
  shown.single === null
    ? { squares: squaresOf(shown), dots: [] }
    : { squares: [], dots: dotsOf(shown.single) }

function squaresOf({ box, columns, rows, counts, disputed }: DrawnMap): Square[] {
  const most = Math.log1p(counts.reduce((a, b) => Math.max(a, b), 0))
  const [left, top] = [mercatorX(box.west), mercatorY(box.north)]
  const wide = (mercatorX(box.east) - left) / columns
  const high = (mercatorY(box.south) - top) / rows
  const squares: Square[] = []
  for (const [at, count] of counts.entries()) {
    if (count === 0) continue
    const [column, row] = [at % columns, Math.floor(at / columns)]
    squares.push({
      ...{ count, disputed: disputed[at] ?? 0, share: Math.log1p(count) / most },
      ...{ west: left + column * wide, east: left + (column + 1) * wide },
      ...{ north: top + row * high, south: top + (row + 1) * high },
    })
  }
  return squares
}

function dotsOf(single: readonly MapSingle[]): Dot[] {
  const dots = new Map<string, Dot>()
  for (const { id, lat, lon, disputed } of single) {
    const key = `${lat} ${lon}`
    const dot = dots.get(key) ?? { x: mercatorX(lon), y: mercatorY(lat), ids: [], disputed: false }
    dot.ids.push(id)
    dot.disputed ||= disputed
    dots.set(key, dot)
  }
  return [...dots.values()]
}

/** Pixels from the middle of a dot to its edge: the more are there, the larger it is. */
export const dotRadius = ({ ids }: Dot): number => Math.min(16, 5 + 1.5 * Math.log(ids.length))
