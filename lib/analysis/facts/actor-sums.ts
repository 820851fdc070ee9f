import { addLoss, addSides, addSilent } from './add-losses'
import { addCounts, type Casts } from './casts'
import type { Known } from './known'
import type { Losses } from './losses'
import type { Patterns } from './patterns'
import { add, COUNTS, newSums } from './sums'

/** What the view of actors shows. */
export interface ActorSums {
  /** One group: all incidents, whoever took part. */
  whole: Float64Array
  /**
   * By actor: the incidents that it took part in, counted once each, {@link COUNTS} numbers; then its parties, of which there
   * may be several in one incident.
   */
  counts: Float64Array
  /** By actor: what its own side lost, as the figures of a group in which nothing is counted. */
  sides: Float64Array
  /** By cast: incidents. */
  casts: Int32Array
  /** Incidents in which anybody took part: {@link COUNTS} numbers. */
  taken: Float64Array
  /** One group: the figures without a best of incidents of whose sides no party's figure tells. */
  silent: Float64Array
}

/** How many numbers stand for what an actor took part in. */
const PARTS = COUNTS + 1

/** In how many parties an actor took part. */
export const partiesOf = ({ counts }: ActorSums, index: number): number =>
  counts[index * PARTS + COUNTS] as number

/** The counts of an actor begin there. */
export const countsAt = (index: number): number => index * PARTS

/** Room for the sums, which each step fills anew: made for each, they would keep the garbage collector busy. */
export const newActorSums = (actors: number, casts: number): ActorSums => ({
  ...{ whole: newSums(1), silent: newSums(1), sides: newSums(actors) },
  ...{ counts: new Float64Array(actors * PARTS), taken: new Float64Array(COUNTS) },
  casts: new Int32Array(casts),
})

/** Puts in place of what the sums hold those of so many rows of each pattern. */
export function sumUpActors(
  sums: ActorSums,
  rows: Int32Array,
  { patterns, casts, losses, sideLosses }: Pick<Known, 'patterns' | 'casts' | 'losses' | 'sideLosses'>,
): void {
  for (const column of Object.values(sums)) column.fill(0)
  for (let pattern = 0; pattern < patterns.size; pattern++) {
    const times = rows[pattern] as number
    if (times === 0) continue
    const loss = patterns.loss[pattern] as number
    const cast = patterns.cast[pattern] as number
    sums.casts[cast] = (sums.casts[cast] as number) + times
    addLoss(sums.whole, 0, losses, loss, times)
    addSides(sums.sides, patterns.sides, sideLosses, pattern, losses.traits[loss] as number, times)
    addSilent(sums.silent, losses, loss, toldOf(patterns, sideLosses, pattern), times)
  }
  for (let cast = 0; cast < casts.size; cast++) if (sums.casts[cast] !== 0) addCast(sums, casts, cast)
}

/** All traits of the sides of a pattern. */
function toldOf({ sides: { from, loss } }: Patterns, { traits }: Losses, pattern: number): number {
  let told = 0
  for (let s = from[pattern] as number; s < (from[pattern + 1] as number); s++)
    told |= traits[loss[s] as number] as number
  return told
}

/** Adds the incidents of a cast to those of its actors; one that has several parts stands beside itself. */
function addCast({ casts, counts, taken }: ActorSums, { offset, actor, bits }: Casts, cast: number): void {
  const has = bits[cast] as number
  const incidents = casts[cast] as number
  const first = offset[cast] as number
  const past = offset[cast + 1] as number
  if (first < past) addCounts(taken, 0, has, incidents)
  for (let k = first; k < past; k++) {
    const at = (actor[k] as number) * PARTS
    add(counts, at + COUNTS, incidents)
    if (k === first || actor[k - 1] !== actor[k]) addCounts(counts, at, has, incidents)
  }
}
