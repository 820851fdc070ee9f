import type { Casts } from './casts'
import { type Facts, NO_NUMBER } from './facts'
import type { Known } from './known'
import {
  add,
  addCounts,
  addFigure,
  addIncident,
  addSide,
  COUNTS,
  HAS_RANGE,
  HAS_SIDES,
  KILLED,
  type Losses,
  newSums,
  STRIDE,
  WOUNDED,
} from './sums'

/** What the view of actors shows, summed over some of the rows. */
export class ActorTally {
  /** By actor: the incidents that it took part in, counted once each; {@link COUNTS} numbers. */
  readonly counts: Float64Array
  /** By actor: its parties, of which there may be several in one incident. */
  readonly parties: Float64Array
  /** By actor: what its own side lost, as the figures of a group in which nothing is counted. */
  readonly sides: Float64Array
  /** By cast: incidents. */
  readonly casts: Float64Array
  /** Incidents in which anybody took part: {@link COUNTS} numbers. */
  readonly taken = new Float64Array(COUNTS)
  /** One group: the incidents themselves. */
  readonly whole = newSums(1)
  /** One group: the figures without a best of incidents of whose sides no party's figure tells. */
  readonly silent = newSums(1)
  readonly columns: readonly Float64Array[]
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
    this.casts = new Float64Array(casts.size)
    this.columns = [this.counts, this.parties, this.sides, this.casts, this.taken, this.whole, this.silent]
  }

  /** Adds rows, or takes them away where `sign` is -1. */
  add(rows: Uint32Array, sign: 1 | -1): void {
    const isLess = rows.length < this.#casts.size
    const { shape } = this.#losses
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k] as number
      const has = shape[row] as number
      add(this.casts, this.#casts.ofRow[row] as number, sign)
      addIncident(this.whole, 0, this.#losses, row, sign)
      if (has & HAS_SIDES) this.#addSides(row, sign)
      if (has & HAS_RANGE) this.#addSilent(row, sign)
      if (isLess) this.#addCast(this.#casts.ofRow[row] as number, sign)
    }
    if (!isLess) this.#countCasts()
  }

  /** Counts who took part anew, cast by cast. */
  #countCasts(): void {
    for (const column of [this.counts, this.parties, this.taken]) column.fill(0)
    for (let cast = 0; cast < this.casts.length; cast++)
      if (this.casts[cast] !== 0) this.#addCast(cast, this.casts[cast] as number)
  }

  /** Adds as many incidents of a cast to those of its actors; one that has several parts stands beside itself. */
  #addCast(cast: number, incidents: number): void {
    const { offset, actor, shape } = this.#casts
    const has = shape[cast] as number
    const first = offset[cast] as number
    const past = offset[cast + 1] as number
    if (first < past) addCounts(this.taken, 0, has, incidents)
    for (let k = first; k < past; k++) {
      const index = actor[k] as number
      add(this.parties, index, incidents)
      if (k === first || actor[k - 1] !== index) addCounts(this.counts, index * COUNTS, has, incidents)
    }
  }

  #addSides(row: number, sign: number): void {
    const { offset, actor } = this.#parties
    const killed = this.#losses.killed.best[row] !== NO_NUMBER
    const wounded = this.#losses.wounded.best[row] !== NO_NUMBER
    for (let p = offset[row] as number; p < (offset[row + 1] as number); p++)
      addSide(this.sides, (actor[p] as number) * STRIDE, this.#sides, p, sign, killed, wounded)
  }

  #addSilent(row: number, sign: number): void {
    const { killed, wounded } = this.#losses
    if (killed.best[row] === NO_NUMBER && !this.#isSideTold('killed', row))
      addFigure(this.silent, KILLED, killed, row, sign, true)
    if (wounded.best[row] === NO_NUMBER && !this.#isSideTold('wounded', row))
      addFigure(this.silent, WOUNDED, wounded, row, sign, true)
  }

  #isSideTold(outcome: 'killed' | 'wounded', row: number): boolean {
    const { offset, [outcome]: sides } = this.#parties
    for (let p = offset[row] as number; p < (offset[row + 1] as number); p++)
      if (sides.low[p] !== NO_NUMBER) return true
    return false
  }
}
