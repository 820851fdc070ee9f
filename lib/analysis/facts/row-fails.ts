import { type Area, areaInParts, isInArea } from '@/lib/place/area'
import type { Filter } from '../filter'
import type { Asked } from './asked'
import { askedActors, isAskedAt } from './asked-actors'
import { AT_TIMES } from './casts-asked'
import { bitOf, type Dimension } from './dimensions'
import { type Facts, NO_POINT } from './facts'
import type { Known } from './known'
import { areCountries } from './pattern-fails'

/** Dimensions but the period in which something is asked for that tells rows of one pattern apart. */
export function askedOfRows(facts: Facts, known: Known, { filter, textMatches, casts }: Asked): number {
  const { area, reports } = filter
  const when = (isAsked: boolean, dimension: Dimension) => (isAsked ? bitOf(dimension) : 0)
  return (
    when(textMatches !== null, 'more') |
    when(area !== null, 'area') |
    when(reports.length > 0, 'reports') |
    when(!areCountries(facts, known, filter), 'places') |
    when(casts.includes(AT_TIMES), 'actors')
  )
}

/** Notes anew which rows fail some dimensions, of which `asked` are asked for. The period is not among them. */
export function markRows(
  fails: Uint16Array,
  changed: number,
  asked: number,
  facts: Facts,
  known: Known,
  { filter, textMatches, casts }: Asked,
): void {
  for (let row = 0; row < fails.length; row++) fails[row] = (fails[row] as number) & ~changed
  const among = changed & asked
  if (among & bitOf('more') && textMatches !== null) markTexts(fails, facts, textMatches)
  if (among & bitOf('area') && filter.area !== null) markArea(fails, facts, filter.area)
  if (among & bitOf('reports')) markReports(fails, facts, known, filter)
  if (among & bitOf('places')) markPlaces(fails, facts, known, filter)
  if (among & bitOf('actors')) markActors(fails, facts, known, casts, filter)
}

/** Casts of which some rows are asked for: those of a time when one of them was part of an actor that is. */
function markActors(
  fails: Uint16Array,
  facts: Facts,
  { casts, patterns }: Known,
  passes: Uint8Array,
  filter: Filter,
): void {
  const { start, end } = facts
  const asked = askedActors(facts.actors, facts.partOf, filter.actors)
  for (let row = 0; row < fails.length; row++) {
    const cast = patterns.cast[patterns.ofRow[row] as number] as number
    if (passes[cast] === AT_TIMES && !isAskedAt(asked, casts, cast, start[row] as number, end[row] as number))
      fail(fails, row, 'actors')
  }
}

/** A place brings what lies below it. A further site will do for `places`, but not for `primaryPlaces`. */
function markPlaces(fails: Uint16Array, facts: Facts, { withSites, paths }: Known, filter: Filter): void {
  const { place, sites } = facts
  const inPlaces = below(facts.places, paths, filter.places)
  const inPrimary = below(facts.places, paths, filter.primaryPlaces)
  const passes = inPlaces.map((isIn, index) => isIn & (inPrimary[index] as number))
  for (let row = 0; row < fails.length; row++)
    if (passes[place[row] as number] === 0) fail(fails, row, 'places')
  if (filter.places.length === 0) return
  for (const row of withSites) {
    if (inPrimary[place[row] as number] === 0) continue
    for (let s = sites.offset[row] as number; s < (sites.offset[row + 1] as number); s++)
      if (inPlaces[sites.place[s] as number] === 1) pass(fails, row, 'places')
  }
}

/** A row without a point of its own is where its place is; without that too, in no area. */
function markArea(fails: Uint16Array, { lat, lon, place, places }: Facts, area: Area): void {
  const within = areaInParts(area)
  const isIn = Uint8Array.from(places, ({ point }) =>
    Number(point !== null && isInArea(within, point.lon, point.lat)),
  )
  for (let row = 0; row < fails.length; row++) {
    const own = lat[row] as number
    const passes =
      own === NO_POINT ? isIn[place[row] as number] === 1 : isInArea(within, lon[row] as number, own)
    if (!passes) fail(fails, row, 'area')
  }
}

/** A row of which none of the reports tells fails. */
function markReports(fails: Uint16Array, facts: Facts, { told }: Known, { reports }: Filter): void {
  const { offset, report } = facts.tellings
  const isAsked = Uint8Array.from(facts.reports, ({ id }) => Number(reports.includes(id)))
  for (let row = 0; row < fails.length; row++) fail(fails, row, 'reports')
  for (const row of told)
    for (let k = offset[row] as number; k < (offset[row + 1] as number); k++)
      if (isAsked[report[k] as number] === 1) pass(fails, row, 'reports')
}

function markTexts(fails: Uint16Array, { id }: Facts, textMatches: ReadonlySet<number>): void {
  const isMatch = isAmong(textMatches, id)
  for (let row = 0; row < fails.length; row++) if (!isMatch(id[row] as number)) fail(fails, row, 'more')
}

function fail(fails: Uint16Array, row: number, dimension: Dimension): void {
  fails[row] = (fails[row] as number) | bitOf(dimension)
}

function pass(fails: Uint16Array, row: number, dimension: Dimension): void {
  fails[row] = (fails[row] as number) & ~bitOf(dimension)
}

/** 1 for each place that is one of those wanted or lies below one; for all, where none is wanted. */
function below(
  places: Facts['places'],
  { offset, place }: Known['paths'],
  wanted: readonly number[],
): Uint8Array {
  if (wanted.length === 0) return new Uint8Array(places.length).fill(1)
  const isWanted = Uint8Array.from(places, ({ id }) => Number(wanted.includes(id)))
  const isIn = new Uint8Array(places.length)
  for (let index = 0; index < isIn.length; index++)
    for (let k = offset[index] as number; k < (offset[index + 1] as number); k++)
      if (isWanted[place[k] as number] === 1) isIn[index] = 1
  return isIn
}

/** Whether an id is in a set: by a column of bits, which is looked up several times faster, unless ids are far apart. */
function isAmong(ids: ReadonlySet<number>, all: Uint32Array): (id: number) => boolean {
  const most = all.reduce((greatest, id) => Math.max(greatest, id), 0)
  if (most > all.length * 32) return (id) => ids.has(id)
  const bits = new Uint8Array((most >> 3) + 1)
  for (const id of ids) if (id <= most) bits[id >> 3] = (bits[id >> 3] as number) | (1 << (id & 7))
  return (id) => ((bits[id >> 3] as number) & (1 << (id & 7))) !== 0
}
