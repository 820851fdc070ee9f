import { addRows, addSides, addSilent } from './add-losses'
import { addCounts, type Casts } from './casts'
import type { Known } from './known'
import type { Losses } from './losses'
import type { Sides } from './sides'
import { add, addGroup, COUNTS, newSums, STRIDE } from './sums'

/** What the view of actors shows, of the strata that are asked for. */
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

/** The same by role and by stratum in place of actors and of all, summed over some of the rows. */
export class ActorTally {
  readonly #whole: Float64Array
  readonly #counts: Float64Array
  readonly #sums: Float64Array
  readonly #perCast: Int32Array
  readonly #taken: Float64Array
  readonly #silent: Float64Array
  readonly columns: readonly (Float64Array | Int32Array)[]
  readonly #actors: number
  readonly #casts: Casts
  readonly #losses: Losses
  readonly #sides: Sides
  readonly #stratumOf: Uint32Array

  constructor(actors: number, { casts, losses, sides, graded }: Known) {
    this.#actors = actors
    this.#casts = casts
    this.#sides = sides
    this.#losses = losses
    this.#stratumOf = graded.ofRow
    this.#whole = newSums(graded.size)
    this.#counts = new Float64Array(casts.roles.size * PARTS)
    this.#sums = newSums(casts.roles.size)
    this.#perCast = new Int32Array(casts.size)
    this.#taken = new Float64Array(graded.size * COUNTS)
    this.#silent = newSums(graded.size)
    this.columns = [this.#whole, this.#counts, this.#sums, this.#perCast, this.#taken, this.#silent]
  }

  /** Of the strata that fail nothing but the actors. */
  of(strataFail: Uint16Array): ActorSums {
    const { stratum, roles } = this.#casts
    const counts = new Float64Array(this.#actors * PARTS)
    const sides = newSums(this.#actors)
    for (let role = 0; role < roles.size; role++) {
      if (strataFail[roles.stratum[role] as number] !== 0 || this.#counts[role * PARTS + COUNTS] === 0)
        continue
      const actor = roles.group[role] as number
      for (let k = 0; k < PARTS; k++) add(counts, actor * PARTS + k, this.#counts[role * PARTS + k] as number)
      addGroup(sides, actor * STRIDE, this.#sums, role * STRIDE, 1)
    }
    const taken = new Float64Array(COUNTS)
    const [whole, silent] = [newSums(1), newSums(1)]
    for (let one = 0; one * COUNTS < this.#taken.length; one++) {
      if (strataFail[one] !== 0) continue
      for (let k = 0; k < COUNTS; k++) add(taken, k, this.#taken[one * COUNTS + k] as number)
      addGroup(whole, 0, this.#whole, one * STRIDE, 1)
      addGroup(silent, 0, this.#silent, one * STRIDE, 1)
    }
    const casts = this.#perCast.slice()
    for (let cast = 0; cast < casts.length; cast++)
      if (strataFail[stratum[cast] as number] !== 0) casts[cast] = 0
    return { whole, counts, sides, casts, taken, silent }
  }

  /** Adds rows, or takes them away where `sign` is -1. */
  add(rows: Uint32Array, sign: 1 | -1): void {
    addRows(this.#whole, this.#stratumOf, this.#losses, rows, sign)
    addSides(this.#sums, this.#sides, this.#losses, rows, sign)
    addSilent(this.#silent, this.#stratumOf, this.#sides, this.#losses, rows, sign)
    addEach(this.#perCast, this.#casts.ofRow, rows, sign)
    if (rows.length < this.#perCast.length) this.#addCasts(rows, sign)
    else this.#countCasts()
  }

  #addCasts(rows: Uint32Array, sign: number): void {
    for (let k = 0; k < rows.length; k++) this.#addCast(this.#casts.ofRow[rows[k] as number] as number, sign)
  }

  /** Counts who took part anew, cast by cast. */
  #countCasts(): void {
    this.#counts.fill(0)
    this.#taken.fill(0)
    for (let cast = 0; cast < this.#perCast.length; cast++)
      if (this.#perCast[cast] !== 0) this.#addCast(cast, this.#perCast[cast] as number)
  }

  /** Adds as many incidents of a cast to those of its actors; one that has several parts stands beside itself. */
  #addCast(cast: number, incidents: number): void {
    const { offset, actor, role, bits, stratum } = this.#casts
    const has = bits[cast] as number
    const first = offset[cast] as number
    const past = offset[cast + 1] as number
    if (first < past) addCounts(this.#taken, (stratum[cast] as number) * COUNTS, has, incidents)
    for (let k = first; k < past; k++) {
      const at = (role[k] as number) * PARTS
      add(this.#counts, at + COUNTS, incidents)
      if (k === first || actor[k - 1] !== actor[k]) addCounts(this.#counts, at, has, incidents)
    }
  }
}

function addEach(counts: Int32Array, placeOf: Uint32Array, rows: Uint32Array, sign: number): void {
  for (let k = 0; k < rows.length; k++) {
    const at = placeOf[rows[k] as number] as number
    counts[at] = (counts[at] as number) + sign
  }
}
