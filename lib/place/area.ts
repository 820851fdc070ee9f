/** A polygon by its corners, longitude first, in degrees; it closes by itself. */
export type Area = readonly (readonly [lon: number, lat: number])[]

export const MOST_CORNERS = 50

/** Points and corners are compared in these parts of a degree, as whole numbers, so that every engine finds the same. */
const PARTS = 10_000
const parts = (degrees: number): number => Math.round(degrees * PARTS)

/** An area in parts of a degree, and the box around it. */
export interface AreaInParts {
  corners: readonly { x: number; y: number }[]
  west: number
  east: number
  south: number
  north: number
}

export function areaInParts(area: Area): AreaInParts {
  const corners = area.map(([lon, lat]) => ({ x: parts(lon), y: parts(lat) }))
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return {
    corners,
    ...{ west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) },
  }
}

/**
 * Whether a point, in parts of a degree, lies in an area or on its edge. Where the edge crosses itself, whatever it winds
 * around is inside: the rule by which Postgres finds points in polygons.
 */
export function isInArea({ corners, west, east, south, north }: AreaInParts, x: number, y: number): boolean {
  if (x < west || x > east || y < south || y > north) return false
  let winds = 0
  let from = corners[corners.length - 1]
  for (const to of corners) {
    if (!from) return false
    const side = (to.x - from.x) * (y - from.y) - (x - from.x) * (to.y - from.y)
    if (side === 0 && isBetween(x, from.x, to.x) && isBetween(y, from.y, to.y)) return true
    if (from.y <= y && to.y > y && side > 0) winds++
    if (from.y > y && to.y <= y && side < 0) winds--
    from = to
  }
  return winds !== 0
}

const isBetween = (one: number, a: number, b: number): boolean =>
  one >= Math.min(a, b) && one <= Math.max(a, b)

/** The box as an area. */
export const boxArea = (box: { west: number; south: number; east: number; north: number }): Area => [
  [box.west, box.south],
  [box.east, box.south],
  [box.east, box.north],
  [box.west, box.north],
]

/** To four decimals, within the world. */
export const roundedArea = (area: Area): Area =>
  area.map(([lon, lat]) => [rounded(lon, 180), rounded(lat, 90)] as const)

const rounded = (degrees: number, most: number): number =>
  parts(Math.max(-most, Math.min(most, degrees))) / PARTS + 0

/** "19.5,30.1~22.75,30.1~22.75,32", in degrees to four decimals. */
export const writeArea = (area: Area): string => area.map((corner) => corner.join(',')).join('~')

/** The area that {@link writeArea} wrote; null where `text` is none. */
export function readArea(text: string): Area | null {
  const corners = text.split('~', MOST_CORNERS + 1).map(readCorner)
  if (corners.length < 3 || corners.length > MOST_CORNERS) return null
  const known = corners.filter((corner) => corner !== null)
  return known.length === corners.length ? known : null
}

function readCorner(text: string): readonly [number, number] | null {
  const match = /^(-?\d{1,3}(?:\.\d{1,12})?),(-?\d{1,2}(?:\.\d{1,12})?)$/.exec(text)
  if (!match) return null
  const [lon, lat] = [Number(match[1]), Number(match[2])]
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return null
  return [rounded(lon, 180), rounded(lat, 90)]
}
