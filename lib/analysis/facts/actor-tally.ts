import { addSides, addSilent } from './add-losses'
import { addCounts, type Casts } from './casts'
import type { Known } from './known'
import type { Losses } from './losses'
import type { Sides } from './sides'
import { add, COUNTS, newSums } from './sums'

/** What the view of actors shows, summed over some of the rows. */
export class ActorTally {
  /**
   * By actor: the incidents that it took part in, counted once each, {@link COUNTS} numbers; then its parties, of which there
   * may be several in one incident.
   */
  readonly counts: Float64Array
  /** By actor: what its own side lost, as the figures of a group in which nothing is counted. */
  readonly sides: Float64Array
  /** By cast: incidents. */
  readonly casts: Int32Array
  /** Incidents in which anybody took part: {@link COUNTS} numbers. */
  readonly taken = new Float64Array(COUNTS)
  /** One group: the figures without a best of incidents of whose sides no party's figure tells. */
  readonly silent = newSums(1)
  readonly columns: readonly (Float64Array | Int32Array)[]
  readonly #casts: Casts
  readonly #losses: Losses
  readonly #sides: Sides

  constructor(actors: number, { casts, losses, sides }: Known) {
    this.#casts = casts
    this.#sides = sides
    this.#losses = losses
    this.counts = new Float64Array(actors * (COUNTS + 1))
    this.sides = newSums(actors)
    this.casts = new Int32Array(casts.size)
    this.columns = [this.counts, this.sides, this.casts, this.taken, this.silent]
  }

  /** In how many parties an actor took part. */
  parties(index: number): number {
    return this.counts[index * (COUNTS + 1) + COUNTS] as number
  }

  /** Adds rows, or takes them away where `sign` is -1. */
  add(rows: Uint32Array, sign: 1 | -1): void {
    addSides(this.sides, this.#sides, this.#losses, rows, sign)
    addSilent(this.silent, this.#sides, this.#losses, rows, sign)
    addEach(this.casts, this.#casts.ofRow, rows, sign)
    if (rows.length < this.casts.length) this.#addCasts(rows, sign)
    else this.#countCasts()
  }

  #addCasts(rows: Uint32Array, sign: number): void {
    for (let k = 0; k < rows.length; k++) this.#addCast(this.#casts.ofRow[rows[k] as number] as number, sign)
  }

  /** Counts who took part anew, cast by cast. */
  #countCasts(): void {
    this.counts.fill(0)
    this.taken.fill(0)
    for (let cast = 0; cast < this.casts.length; cast++)
      if (this.casts[cast] !== 0) this.#addCast(cast, this.casts[cast] as number)
  }

  /** Adds as many incidents of a cast to those of its actors; one that has several parts stands beside itself. */
  #addCast(cast: number, incidents: number): void {
    const { offset, actor, bits } = this.#casts
    const has = bits[cast] as number
    const first = offset[cast] as number
    const past = offset[cast + 1] as number
    if (first < past) addCounts(this.taken, 0, has, incidents)
    for (let k = first; k < past; k++) {
      const at = (actor[k] as number) * (COUNTS + 1)
      add(this.counts, at + COUNTS, incidents)
      if (k === first || actor[k - 1] !== actor[k]) addCounts(this.counts, at, has, incidents)
    }
  }
}

function addEach(counts: Int32Array, placeOf: Uint32Array, rows: Uint32Array, sign: number): void {
  for (let k = 0; k < rows.length; k++) {
    const at = placeOf[rows[k] as number] as number
    counts[at] = (counts[at] as number) + sign
  }
}
