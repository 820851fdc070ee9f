import type { Casts } from './casts'
import type { Facts } from './facts'
import type { Known } from './known'
import { addCounts, addIncident, addSide, addSilent, HAS_SIDES, HAS_UNDECIDED, type Losses } from './losses'
import { add, COUNTS, newSums, STRIDE } from './sums'

/** What the view of actors shows, summed over some of the rows. */
export class ActorTally {
  /** By actor: the incidents that it took part in, counted once each; {@link COUNTS} numbers. */
  readonly counts: Float64Array
  /** By actor: its parties, of which there may be several in one incident. */
  readonly parties: Float64Array
  /** By actor: what its own side lost, as the figures of a group in which nothing is counted. */
  readonly sides: Float64Array
  /** By cast: incidents. */
  readonly casts: Int32Array
  /** Incidents in which anybody took part: {@link COUNTS} numbers. */
  readonly taken = new Float64Array(COUNTS)
  /** One group: the incidents themselves. */
  readonly whole = newSums(1)
  /** One group: the figures without a best of incidents of whose sides no party's figure tells. */
  readonly silent = newSums(1)
  readonly columns: readonly (Float64Array | Int32Array)[]
  readonly #casts: Casts
  readonly #losses: Losses
  readonly #parties: Facts['parties']
  readonly #sides: Losses

  constructor(facts: Facts, { casts, losses, sides }: Pick<Known, 'casts' | 'losses' | 'sides'>) {
    this.#casts = casts
    this.#sides = sides
    this.#losses = losses
    this.#parties = facts.parties
    this.counts = new Float64Array(facts.actors.length * COUNTS)
    this.parties = new Float64Array(facts.actors.length)
    this.sides = newSums(facts.actors.length)
    this.casts = new Int32Array(casts.size)
    this.columns = [this.counts, this.parties, this.sides, this.casts, this.taken, this.whole, this.silent]
  }

  /** Adds rows, or takes them away where `sign` is -1. */
  add(rows: Uint32Array, sign: 1 | -1): void {
    this.#addLosses(rows, sign)
    if (rows.length < this.casts.length) this.#addCasts(rows, sign)
    else this.#countCasts()
  }

  #addLosses(rows: Uint32Array, sign: number): void {
    const { ofRow, traits } = this.#losses
    const castOf = this.#casts.ofRow
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number
      const cast = castOf[row] as number
      const has = traits[ofRow[row] as number] as number
      this.casts[cast] = (this.casts[cast] as number) + sign
      addIncident(this.whole, 0, this.#losses, row, sign)
      if (has & HAS_SIDES) this.#addSides(row, sign, has)
      if (has & HAS_UNDECIDED) addSilent(this.silent, this.#losses, row, sign, this.#toldOf(row))
    }
  }

  #addCasts(rows: Uint32Array, sign: number): void {
    for (let k = 0; k < rows.length; k++) this.#addCast(this.#casts.ofRow[rows[k] as number] as number, sign)
  }

  /** Counts who took part anew, cast by cast. */
  #countCasts(): void {
    for (const column of [this.counts, this.parties, this.taken]) column.fill(0)
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
      const index = actor[k] as number
      add(this.parties, index, incidents)
      if (k === first || actor[k - 1] !== index) addCounts(this.counts, index * COUNTS, has, incidents)
    }
  }

  #addSides(row: number, sign: number, has: number): void {
    const { offset, actor } = this.#parties
    const past = offset[row + 1] as number
    for (let p = offset[row] as number; p < past; p++)
      addSide(this.sides, (actor[p] as number) * STRIDE, this.#sides, p, sign, has)
  }

  /** What the parties of a row tell of their own losses: all of their traits. */
  #toldOf(row: number): number {
    const { ofRow, traits } = this.#sides
    const past = this.#parties.offset[row + 1] as number
    let told = 0
    for (let p = this.#parties.offset[row] as number; p < past; p++)
      told |= traits[ofRow[p] as number] as number
    return told
  }
}
