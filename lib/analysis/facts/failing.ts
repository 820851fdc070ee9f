import { type Kind, type KindType, kindsOfType, kindTypes } from '@/lib/incident/kinds'
import { areaInParts, isInArea } from '@/lib/place/area'
import { type Filter, NO_GRADE } from '../filter'
import { type AskedActors, askedActors, isAskedAt } from './asked-actors'
import type { Casts } from './casts'
import { bitOf } from './dimensions'
import { DISPUTED, type Facts, NO_POINT } from './facts'
import type { Known } from './known'
import { meansIn } from './means-used'
import { type Days, daysOf, type RowsByDay } from './rows-by-day'
import { bitsOf } from './views'

/** Dimensions that a stratum passes or fails as a whole. */
export const ofStrata = bitsOf('kinds', 'datasets', 'statuses', 'grades', 'means')

/** What is asked for: the filter, and the ids of the incidents whose texts match; null where no text is asked for. */
export interface Asked {
  filter: Filter
  textMatches: ReadonlySet<number> | null
}

/** Notes anew which rows fail each of the `changed` dimensions. */
export function mark(
  fails: Uint16Array,
  changed: number,
  facts: Facts,
  known: Known,
  { filter, textMatches }: Asked,
): void {
  if (changed & ofStrata)
    markByTable(fails, ofStrata, known.graded.ofRow, failsOfStrata(facts, known, filter))
  if (changed & bitOf('time')) markTime(fails, known.rows, daysOf(filter), bitOf('time'))
  if (changed & bitOf('actors')) markActors(fails, facts, known, filter)
  if (changed & bitOf('places')) markPlaces(fails, facts, known, filter)
  if (changed & bitOf('more')) markMore(fails, facts, filter, textMatches)
  if (changed & bitOf('area')) markArea(fails, facts, filter)
  if (changed & bitOf('reports')) markReports(fails, facts, known.told, filter)
}

/** Of each stratum, which of {@link ofStrata} it fails. */
export function failsOfStrata(facts: Facts, { graded, usedMeans }: Known, filter: Filter): Uint16Array {
  const { size, keys } = graded
  const kinds = among(facts.kinds, kindsMeant(filter.kinds))
  const datasets = among(facts.datasets, filter.datasets)
  const shown = facts.statuses.filter((status) => status !== 'rejected' && status !== 'withdrawn')
  const statuses = among(facts.statuses, filter.statuses.length > 0 ? filter.statuses : shown)
  const grades = among<Filter['grades'][number]>([...facts.grades, NO_GRADE], filter.grades)
  const means = usedMeans.map((used) => isAnyAsked(meansIn(facts, used), filter.means))
  const { kind, dataset, status, grade, means: used } = keys
  const fails = new Uint16Array(size)
  for (let stratum = 0; stratum < size; stratum++)
    fails[stratum] =
      (kinds[kind?.[stratum] as number] ? 0 : bitOf('kinds')) |
      (datasets[dataset?.[stratum] as number] ? 0 : bitOf('datasets')) |
      (statuses[status?.[stratum] as number] ? 0 : bitOf('statuses')) |
      (grades[grade?.[stratum] as number] ? 0 : bitOf('grades')) |
      (means[used?.[stratum] as number] ? 0 : bitOf('means'))
  return fails
}

/** Which of the words are asked for; all, where none is. */
const among = <T>(words: readonly T[], wanted: readonly T[]): boolean[] =>
  words.map((word) => wanted.length === 0 || wanted.includes(word))

const isAnyAsked = <T>(values: readonly T[], wanted: readonly T[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value))

function kindsMeant(codes: readonly (Kind | KindType)[]): Kind[] {
  const isType = (code: Kind | KindType): code is KindType => (kindTypes as readonly string[]).includes(code)
  return codes.flatMap((code) => (isType(code) ? kindsOfType(code) : [code]))
}

/** Gives each row the bits of `mask` that the table has for what stands in its column. */
function markByTable(
  fails: Uint16Array,
  mask: number,
  column: ArrayLike<number>,
  table: ArrayLike<number>,
): void {
  for (let row = 0; row < fails.length; row++)
    fails[row] = ((fails[row] as number) & ~mask) | (table[column[row] as number] as number)
}

function setBit(fails: Uint16Array, row: number, bit: number, passes: boolean): void {
  fails[row] = ((fails[row] as number) & ~bit) | (bit * Number(!passes))
}

function markTime(fails: Uint16Array, rows: RowsByDay, period: Days, bit: number): void {
  for (let row = 0; row < fails.length; row++) setBit(fails, row, bit, rows.isInside(row, period))
}

/** Both who was, at the time, part of what `actors` asks for, and whoever `parties` asks for. */
function markActors(fails: Uint16Array, facts: Facts, { casts }: Known, filter: Filter): void {
  const asked = askedActors(facts.actors, facts.partOf, filter.actors)
  const answers = castsAsked(casts, asked, facts.actors, filter.parties)
  const bit = bitOf('actors')
  markByTable(
    fails,
    bit,
    casts.ofRow,
    Uint16Array.from(answers, (answer) => (answer === NEVER ? bit : 0)),
  )
  if (answers.includes(AT_TIMES)) markAtTimes(fails, facts, casts, asked, answers)
}

function markAtTimes(
  fails: Uint16Array,
  { start, end }: Facts,
  casts: Casts,
  asked: AskedActors,
  answers: Uint8Array,
): void {
  const bit = bitOf('actors')
  for (let row = 0; row < fails.length; row++) {
    const cast = casts.ofRow[row] as number
    if (answers[cast] === AT_TIMES)
      setBit(fails, row, bit, isAskedAt(asked, casts, cast, start[row] as number, end[row] as number))
  }
}

const NEVER = 0
const AT_TIMES = 1
const ALWAYS = 2

function castsAsked(
  { size, offset, actor }: Casts,
  asked: AskedActors,
  actors: Facts['actors'],
  parties: readonly number[],
): Uint8Array {
  const needed = parties.map((id) => actors.findIndex((one) => one.id === id))
  const isMeant = Uint8Array.from(actors, (_, index) =>
    asked.always[index] === 1 ? ALWAYS : asked.stretches.has(index) ? AT_TIMES : NEVER,
  )
  const passes = new Uint8Array(size)
  if (asked.isAny) passes.fill(ALWAYS)
  else passThoseOf(passes, offset, actor, isMeant)
  for (const index of needed) keepThoseOf(passes, offset, actor, index)
  return passes
}

/** Lets a cast pass as the one of its actors who is meant the most. */
function passThoseOf(passes: Uint8Array, offset: Uint32Array, actor: Uint32Array, isMeant: Uint8Array): void {
  for (let cast = 0; cast < passes.length; cast++) {
    const past = offset[cast + 1] as number
    let most = NEVER
    for (let k = offset[cast] as number; k < past; k++)
      most = Math.max(most, isMeant[actor[k] as number] as number)
    passes[cast] = most
  }
}

/** Lets no cast pass in which an actor is not itself. */
function keepThoseOf(passes: Uint8Array, offset: Uint32Array, actor: Uint32Array, index: number): void {
  for (let cast = 0; cast < passes.length; cast++) {
    const past = offset[cast + 1] as number
    let k = offset[cast] as number
    while (k < past && actor[k] !== index) k++
    if (k === past) passes[cast] = NEVER
  }
}

/** A place brings what lies below it. A further site will do for `places`, but not for `primaryPlaces`. */
function markPlaces(fails: Uint16Array, facts: Facts, { withSites, paths }: Known, filter: Filter): void {
  const { place, sites } = facts
  const inPlaces = below(facts.places, paths, filter.places)
  const inPrimary = below(facts.places, paths, filter.primaryPlaces)
  const bit = bitOf('places')
  markByTable(
    fails,
    bit,
    place,
    Uint16Array.from(inPlaces, (within, index) => (within && inPrimary[index] ? 0 : bit)),
  )
  if (filter.places.length === 0) return
  for (const row of withSites) {
    if (inPrimary[place[row] as number] === 0) continue
    for (let s = sites.offset[row] as number; s < (sites.offset[row + 1] as number); s++)
      if (inPlaces[sites.place[s] as number] === 1) setBit(fails, row, bit, true)
  }
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

/** A row without a point of its own is where its place is; without that too, in no area. */
function markArea(fails: Uint16Array, { lat, lon, place, places }: Facts, { area }: Filter): void {
  const bit = bitOf('area')
  if (area === null) {
    for (let row = 0; row < fails.length; row++) setBit(fails, row, bit, true)
    return
  }
  const within = areaInParts(area)
  const isIn = Uint8Array.from(places, ({ point }) =>
    Number(point !== null && isInArea(within, point.lon, point.lat)),
  )
  for (let row = 0; row < fails.length; row++) {
    const own = lat[row] as number
    const passes =
      own === NO_POINT ? isIn[place[row] as number] === 1 : isInArea(within, lon[row] as number, own)
    setBit(fails, row, bit, passes)
  }
}

/** A row of which no report tells passes only where none is asked for. */
function markReports(fails: Uint16Array, facts: Facts, told: Uint32Array, { reports }: Filter): void {
  const bit = bitOf('reports')
  for (let row = 0; row < fails.length; row++) setBit(fails, row, bit, reports.length === 0)
  if (reports.length === 0) return
  const { offset, report } = facts.tellings
  const isAsked = Uint8Array.from(facts.reports, ({ id }) => Number(reports.includes(id)))
  for (const row of told)
    for (let k = offset[row] as number; k < (offset[row + 1] as number); k++)
      if (isAsked[report[k] as number] === 1) setBit(fails, row, bit, true)
}

function markMore(fails: Uint16Array, facts: Facts, filter: Filter, textMatches: ReadonlySet<number> | null) {
  const bit = bitOf('more')
  // A figure without a best is -1 in the column, and at least nothing.
  const least = filter.killedAtLeast === null ? -1 : Math.max(0, filter.killedAtLeast)
  markFigures(fails, facts, bit, least, filter.disputedOnly ? DISPUTED : 0)
  if (textMatches !== null) failOthers(fails, bit, facts.id, isAmong(textMatches, facts.id))
}

function markFigures(
  fails: Uint16Array,
  { killed, flags }: Facts,
  bit: number,
  least: number,
  needed: number,
) {
  for (let row = 0; row < fails.length; row++) {
    const isFar =
      Number((killed.best[row] as number) < least) | Number(((flags[row] as number) & needed) !== needed)
    fails[row] = ((fails[row] as number) & ~bit) | (bit * isFar)
  }
}

function failOthers(
  fails: Uint16Array,
  bit: number,
  id: Uint32Array,
  isMatch: (id: number) => boolean,
): void {
  for (let row = 0; row < fails.length; row++)
    if (!isMatch(id[row] as number)) fails[row] = (fails[row] as number) | bit
}

/** Whether an id is in a set: by a column of bits, which is looked up several times faster, unless ids are far apart. */
function isAmong(ids: ReadonlySet<number>, all: Uint32Array): (id: number) => boolean {
  const most = all.reduce((greatest, id) => Math.max(greatest, id), 0)
  if (most > all.length * 32) return (id) => ids.has(id)
  const bits = new Uint8Array((most >> 3) + 1)
  for (const id of ids) if (id <= most) bits[id >> 3] = (bits[id >> 3] as number) | (1 << (id & 7))
  return (id) => ((bits[id >> 3] as number) & (1 << (id & 7))) !== 0
}
