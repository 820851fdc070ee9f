import { MOST_ROWS, rollUpActors } from '../roll-up'
import type { Summary } from '../summary'
import type { ActorTally as ActorRow } from '../tally'
import { type ActorSums, countsAt, partiesOf } from './actor-sums'
import { addCounts, type Casts } from './casts'
import type { Facts } from './facts'
import {
  add,
  addGroup,
  COUNTS,
  countedAt,
  KILLED,
  newSums,
  STRIDE,
  UNDECIDED,
  undecidedAt,
  WOUNDED,
} from './sums'

/** The view of actors: those that took part most often, and the others together. */
export function byActor({ actors }: Facts, casts: Casts, tally: ActorSums): Summary['byActor'] {
  const shown = mostParties(actors, tally)
  const rows = shown.map((index) => ({
    actor: actors[index]?.id ?? 0,
    actors: 1,
    ...rowOf(tally.counts, countsAt(index), tally.sides, [index]),
  }))
  rows.sort((a, b) => b.incidents - a.incidents || a.actor - b.actor)
  const names = new Map(
    shown.flatMap((index) => actors.slice(index, index + 1)).map((one) => [one.id, one.names]),
  )
  return rollUpActors(
    [...rows, ...othersRow(casts, tally, shown, actors.length)],
    names,
    countedAt(tally.whole, 0).casualties,
    {
      killed: undecidedAt(tally.silent, KILLED + UNDECIDED),
      wounded: undecidedAt(tally.silent, WOUNDED + UNDECIDED),
    },
  )
}

/** The actors with most parties, by their place in the list; of as many, the first on record. */
function mostParties(actors: Facts['actors'], tally: ActorSums): number[] {
  const isBefore = (a: number, b: number) => {
    const more = partiesOf(tally, a) - partiesOf(tally, b)
    return more > 0 || (more === 0 && (actors[a]?.id ?? 0) < (actors[b]?.id ?? 0))
  }
  const shown: number[] = []
  for (let index = 0; index < actors.length; index++) {
    const last = shown[MOST_ROWS - 1]
    if (partiesOf(tally, index) === 0 || (last !== undefined && !isBefore(index, last))) continue
    const at = shown.findIndex((other) => isBefore(index, other))
    shown.splice(at === -1 ? shown.length : at, 0, index)
    if (shown.length > MOST_ROWS) shown.pop()
  }
  return shown
}

/** All actors but those shown, in one row: the incidents in which any of them took part, once each. None: no row. */
function othersRow(casts: Casts, tally: ActorSums, shown: readonly number[], actors: number): ActorRow[] {
  const isShown = new Uint8Array(actors)
  for (const index of shown) isShown[index] = 1
  const others: number[] = []
  for (let index = 0; index < actors; index++)
    if (partiesOf(tally, index) !== 0 && isShown[index] === 0) others.push(index)
  if (others.length === 0) return []
  const counts = tally.taken.slice()
  for (const first of shown)
    for (const second of [-1, ...shown.filter((index) => index >= first)])
      takeThoseWithin(counts, casts, tally, isShown, first, second)
  return [{ actor: null, actors: others.length, ...rowOf(counts, 0, tally.sides, others) }]
}

/**
 * Takes away the incidents in which none but those shown took part, these two the first of them. Nearly none of the
 * thousands of casts that an actor may lead is such.
 */
function takeThoseWithin(
  counts: Float64Array,
  casts: Casts,
  tally: ActorSums,
  isShown: Uint8Array,
  first: number,
  second: number,
): void {
  const past = casts.ledFrom[first + 1] as number
  for (let k = firstWith(casts, first, second); k < past; k++) {
    if (casts.ledWith[k] !== second) return
    const cast = casts.led[k] as number
    if (isWithin(casts, cast, isShown))
      addCounts(counts, 0, casts.bits[cast] as number, -(tally.casts[cast] as number))
  }
}

/** Where among the casts that `first` leads those with a second actor begin, or would. */
function firstWith({ ledFrom, ledWith }: Casts, first: number, second: number): number {
  let low = ledFrom[first] as number
  let high = ledFrom[first + 1] as number
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ledWith[middle] as number) < second) low = middle + 1
    else high = middle
  }
  return low
}

function isWithin({ offset, actor }: Casts, cast: number, isShown: Uint8Array): boolean {
  const past = offset[cast + 1] as number
  let at = offset[cast] as number
  while (at < past && isShown[actor[at] as number] === 1) at++
  return at === past
}

/** What is counted at `at`, with what the sides of some actors lost. */
function rowOf(counts: Float64Array, at: number, sides: Float64Array, actors: readonly number[]) {
  const group = newSums(1)
  for (const index of actors) addGroup(group, 0, sides, index * STRIDE)
  for (let n = 0; n < COUNTS; n++) add(group, n, counts[at + n] as number)
  return countedAt(group, 0)
}
