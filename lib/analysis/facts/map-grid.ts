import type { WherePrecision } from '@/lib/place/where'
import { DISPUTED, type FactPlace, PARTS_OF_DEGREE } from './facts'
import {
  type MapBox,
  type MapPoints,
  type MapRows,
  mercatorX,
  mercatorY,
  pointOf,
  precisionOf,
  type Spot,
} from './map-points'

/** What a map asks for: how many squares stand side by side in the box, and one above the other. */
export interface MapQuestion {
  box: MapBox
  columns: number
  rows: number
}

export interface MapSingle {
  id: number
  lat: number
  lon: number
  disputed: boolean
}

/** Incidents of which only the area is known that they were somewhere in; its middle in degrees. */
export interface MapArea extends Omit<Spot, 'place'> {
  place: Pick<FactPlace, 'id' | 'names' | 'country'>
  count: number
  disputed: number
  /** Id of the latest. */
  latest: number
}

/** The one incident that is looked for. */
export interface MapFound {
  id: number
  lat: number
  lon: number
  precision: WherePrecision
}

/** What a map draws. */
export interface DrawnMap extends MapQuestion {
  /** Of those whose point is exact, how many are in each square, row by row from the north-west; and how many are disputed. */
  counts: Uint32Array
  disputed: Uint32Array
  /** All of these in the box, one by one, where they are few; else null. */
  single: MapSingle[] | null
  exact: number
  /** Those that reach into the box, most incidents first. */
  areas: MapArea[]
  /** Areas with fewer incidents, which are not among them. */
  moreAreas: number
  /** In the areas, those left out too. */
  imprecise: number
  /** Of the whole world: nobody knows a point of them. */
  nowhere: number
}

/** So many marks still stand apart on a map, and so many areas. */
export const MOST_MARKS = 400
const MOST_AREAS = 600

/**
 * Draws the rows that pass: exact ones by squares and, where few, one by one; the others as areas. `weights`: how many
 * incidents each row stands for, where that is not one; its id is then that of the latest.
 */
export function drawMap(
  facts: MapRows,
  points: MapPoints,
  passes: (row: number) => boolean,
  question: MapQuestion,
  weights: ArrayLike<number> | null = null,
): DrawnMap {
  const drawn = countRows(facts, points, passes, question, weights)
  const { counts, disputed, few, exact, nowhere, inSpot } = drawn
  const seen = spotsIn(points, inSpot, question.box)
  const areas = mostOf(seen, inSpot, MOST_AREAS)
  return {
    ...question,
    ...{ counts, disputed, exact, nowhere },
    single: exact > MOST_MARKS ? null : few.map((row) => singleOf(facts, row)),
    areas: areas.map((at) => areaOf(facts, points.spots[at] as Spot, inSpot.subarray(at * WIDTH))),
    moreAreas: seen.length - areas.length,
    imprecise: seen.reduce((sum, at) => sum + (inSpot[at * WIDTH + COUNT] as number), 0),
  }
}

/** What is counted in one place, side by side: a look at memory costs more than adding. */
const COUNT = 0
const OF_DISPUTED = 1
const LATEST = 2
const WIDTH = 3

/** The one look at all rows. */
function countRows(
  { flags }: MapRows,
  { x, y, spot, spots }: MapPoints,
  passes: (row: number) => boolean,
  { box, columns, rows }: MapQuestion,
  weights: ArrayLike<number> | null,
) {
  const [west, north] = [mercatorX(box.west), mercatorY(box.north)]
  const across = columns / (mercatorX(box.east) - west)
  const down = rows / (mercatorY(box.south) - north)
  const counts = new Uint32Array(columns * rows)
  const disputed = new Uint32Array(columns * rows)
  const inSpot = new Uint32Array(spots.length * WIDTH)
  const few: number[] = []
  let [exact, nowhere] = [0, 0]
  for (let row = 0; row < spot.length; row++) {
    if (!passes(row)) continue
    const where = spot[row] as number
    const weight = weights === null ? 1 : (weights[row] as number)
    const ofDisputed = (flags[row] as number) & DISPUTED ? weight : 0
    if (where > 0) {
      const at = (where - 1) * WIDTH
      inSpot[at + COUNT] = (inSpot[at + COUNT] as number) + weight
      inSpot[at + OF_DISPUTED] = (inSpot[at + OF_DISPUTED] as number) + ofDisputed
      inSpot[at + LATEST] = row
      continue
    }
    if ((x[row] as number) < 0) {
      nowhere += weight
      continue
    }
    const column = Math.floor(((x[row] as number) - west) * across)
    const line = Math.floor(((y[row] as number) - north) * down)
    if (column < 0 || column >= columns || line < 0 || line >= rows) continue
    const square = line * columns + column
    counts[square] = (counts[square] as number) + weight
    disputed[square] = (disputed[square] as number) + ofDisputed
    exact += weight
    if (exact <= MOST_MARKS) few.push(row)
  }
  return { counts, disputed, few, exact, nowhere, inSpot }
}

/** Spots with incidents, any of which may lie in the box. */
function spotsIn({ reach }: MapPoints, inSpot: Uint32Array, { west, south, east, north }: MapBox): number[] {
  const seen: number[] = []
  for (let at = 0; at * 4 < reach.length; at++)
    if (
      inSpot[at * WIDTH + COUNT] !== 0 &&
      (reach[at * 4] as number) <= north &&
      (reach[at * 4 + 1] as number) >= south &&
      (reach[at * 4 + 2] as number) <= east &&
      (reach[at * 4 + 3] as number) >= west
    )
      seen.push(at)
  return seen
}

/** Those with the most incidents, in this order; found by their numbers first, since most have very few. */
function mostOf(spots: readonly number[], inSpot: Uint32Array, most: number): number[] {
  const count = (at: number) => inSpot[at * WIDTH + COUNT] as number
  const counts = Uint32Array.from(spots, count).sort()
  const least = counts[Math.max(0, counts.length - most)] ?? 0
  const above = spots.filter((at) => count(at) > least)
  const level = spots.filter((at) => count(at) === least)
  return [...above, ...level.slice(0, most - above.length)].sort((a, b) => count(b) - count(a) || a - b)
}

function areaOf({ id, places }: MapRows, { place, ...spot }: Spot, counted: Uint32Array): MapArea {
  const { id: placeId, names, country } = places[place] as FactPlace
  return {
    ...spot,
    place: { id: placeId, names, country },
    count: counted[COUNT] as number,
    disputed: counted[OF_DISPUTED] as number,
    latest: id[counted[LATEST] as number] as number,
  }
}

const inDegrees = ({ lat, lon }: { lat: number; lon: number }) => ({
  lat: lat / PARTS_OF_DEGREE,
  lon: lon / PARTS_OF_DEGREE,
})

/** Where one incident is, in degrees, and how exactly that is known; null where nobody knows. */
export function findOnMap(facts: MapRows, id: number): MapFound | null {
  const row = facts.id.indexOf(id)
  const point = row < 0 ? null : pointOf(facts, row)
  return point && { id, ...inDegrees(point), precision: precisionOf(facts, row) }
}

function singleOf(facts: MapRows, row: number): MapSingle {
  const point = pointOf(facts, row) ?? { lat: 0, lon: 0 }
  return {
    id: facts.id[row] as number,
    ...inDegrees(point),
    disputed: ((facts.flags[row] as number) & DISPUTED) !== 0,
  }
}
