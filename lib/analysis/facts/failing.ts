import { type Kind, type KindType, kindsOfType, kindTypes } from '@/lib/incident/kinds'
import type { Filter } from '../filter'
import { type AskedActors, askedActors, isAskedAt } from './asked-actors'
import type { Casts } from './casts'
import { bitOf } from './dimensions'
import { DISPUTED, type Facts } from './facts'
import type { Known } from './known'
import { daysOf } from './rows-by-day'
import type { Strata } from './strata'
import { bitsOf } from './views'

/** Dimensions that a stratum passes or fails as a whole. */
const ofStrata = bitsOf('kinds', 'datasets', 'statuses')

/** What is asked for: the filter, and the ids of the incidents whose texts match; null where no text is asked for. */
export interface Asked {
  filter: Filter
  textMatches: ReadonlySet<number> | null
}

/** Notes anew which rows fail each of the `changed` dimensions. */
export function mark(
  fails: Uint8Array,
  changed: number,
  facts: Facts,
  known: Known,
  { filter, textMatches }: Asked,
): void {
  if (changed & ofStrata) {
    const { ofRow } = known.graded
    const strataFail = failsOfStrata(facts, known.graded, filter)
    for (let row = 0; row < fails.length; row++)
      fails[row] = ((fails[row] as number) & ~ofStrata) | (strataFail[ofRow[row] as number] as number)
  }
  if (changed & bitOf('time')) markTime(fails, known, filter)
  if (changed & bitOf('actors')) markActors(fails, facts, known, filter)
  if (changed & bitOf('places')) markPlaces(fails, facts, known, filter)
  if (changed & bitOf('more')) markMore(fails, facts, filter, textMatches)
}

/** Of each stratum, which of {@link ofStrata} it fails. */
export function failsOfStrata(facts: Facts, { size, keys }: Strata, filter: Filter): Uint8Array {
  const kinds = among(facts.kinds, kindsMeant(filter.kinds))
  const datasets = among(facts.datasets, filter.datasets)
  const shown = facts.statuses.filter((status) => status !== 'rejected' && status !== 'withdrawn')
  const statuses = among(facts.statuses, filter.statuses.length > 0 ? filter.statuses : shown)
  const { kind, dataset, status } = keys
  const fails = new Uint8Array(size)
  for (let stratum = 0; stratum < size; stratum++)
    fails[stratum] =
      (kinds[kind?.[stratum] as number] ? 0 : bitOf('kinds')) |
      (datasets[dataset?.[stratum] as number] ? 0 : bitOf('datasets')) |
      (statuses[status?.[stratum] as number] ? 0 : bitOf('statuses'))
  return fails
}

/** Which of the words are asked for; all, where none is. */
const among = <T>(words: readonly T[], wanted: readonly T[]): boolean[] =>
  words.map((word) => wanted.length === 0 || wanted.includes(word))

function kindsMeant(codes: readonly (Kind | KindType)[]): Kind[] {
  const isType = (code: Kind | KindType): code is KindType => (kindTypes as readonly string[]).includes(code)
  return codes.flatMap((code) => (isType(code) ? kindsOfType(code) : [code]))
}

function setBit(fails: Uint8Array, row: number, bit: number, passes: boolean): void {
  const without = (fails[row] as number) & ~bit
  fails[row] = passes ? without : without | bit
}

function markTime(fails: Uint8Array, { rows }: Known, filter: Filter): void {
  const period = daysOf(filter)
  for (let row = 0; row < fails.length; row++) setBit(fails, row, bitOf('time'), rows.isInside(row, period))
}

/** Both who was, at the time, part of what `actors` asks for, and whoever `parties` asks for. */
function markActors(
  fails: Uint8Array,
  { actors, partOf, start, end }: Facts,
  { casts }: Known,
  filter: Filter,
) {
  const asked = askedActors(actors, partOf, filter.actors)
  const passes = castsAsked(casts, asked, actors, filter.parties)
  const bit = bitOf('actors')
  for (let row = 0; row < fails.length; row++) {
    const cast = casts.ofRow[row] as number
    const answer = passes[cast] as number
    const isIn =
      answer === AT_TIMES
        ? isAskedAt(asked, casts, cast, start[row] as number, end[row] as number)
        : answer === ALWAYS
    setBit(fails, row, bit, isIn)
  }
}

const NEVER = 0
const ALWAYS = 1
const AT_TIMES = 2

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
  for (let cast = 0; cast < size; cast++) {
    const past = offset[cast + 1] as number
    let found = asked.isAny ? ALWAYS : NEVER
    for (let k = offset[cast] as number; k < past && found !== ALWAYS; k++)
      if (isMeant[actor[k] as number] !== NEVER) found = isMeant[actor[k] as number] as number
    passes[cast] = found
  }
  for (const index of needed) keepThoseOf(passes, offset, actor, index)
  return passes
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
function markPlaces(fails: Uint8Array, facts: Facts, { withSites, paths }: Known, filter: Filter): void {
  const { place, sites } = facts
  const inPlaces = below(facts.places, paths, filter.places)
  const inPrimary = below(facts.places, paths, filter.primaryPlaces)
  const isIn = inPlaces.map((within, index) => within & (inPrimary[index] as number))
  const bit = bitOf('places')
  for (let row = 0; row < fails.length; row++) setBit(fails, row, bit, isIn[place[row] as number] === 1)
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

function markMore(
  fails: Uint8Array,
  { id, killed, flags }: Facts,
  { killedAtLeast, disputedOnly }: Filter,
  textMatches: ReadonlySet<number> | null,
): void {
  const bit = bitOf('more')
  const needed = disputedOnly ? DISPUTED : 0
  // A figure without a best is -1 in the column, and at least nothing.
  const least = killedAtLeast === null ? -1 : Math.max(0, killedAtLeast)
  const isMatch = textMatches && isAmong(textMatches, id)
  for (let row = 0; row < fails.length; row++) {
    const isIn = (killed.best[row] as number) >= least && ((flags[row] as number) & needed) === needed
    setBit(fails, row, bit, isIn && (isMatch === null || isMatch(id[row] as number)))
  }
}

/** Whether an id is in a set: by a column of bits, which is looked up several times faster, unless ids are far apart. */
function isAmong(ids: ReadonlySet<number>, all: Uint32Array): (id: number) => boolean {
  const most = all.reduce((greatest, id) => (id > greatest ? id : greatest), 0)
  if (most > all.length * 32) return (id) => ids.has(id)
  const bits = new Uint8Array((most >> 3) + 1)
  for (const id of ids) if (id <= most) bits[id >> 3] = (bits[id >> 3] as number) | (1 << (id & 7))
  return (id) => ((bits[id >> 3] as number) & (1 << (id & 7))) !== 0
}
