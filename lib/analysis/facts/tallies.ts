import type { BucketUnit } from '../summary'
import { ActorTally } from './actor-tally'
import type { Duplicates, Moves } from './duplicates'
import type { Facts } from './facts'
import { type Changes, Kept } from './kept'
import type { Known } from './known'
import { StrataTally } from './strata'
import { bucketsOf, TimeTally } from './time-tally'

/** The views that are sums of strata. */
const strataViews = ['totals', 'kinds', 'datasets', 'statuses', 'grades', 'means'] as const
export type StrataView = (typeof strataViews)[number]

/** The sums of every view. */
export class Tallies {
  /** What the view by place counts. */
  readonly anywhere: Kept<StrataTally>
  /** What the other views by stratum list; what each of them does not count, being duplicates, is in `leftOut`. */
  readonly inPlaces: Kept<StrataTally>
  readonly leftOut: Record<StrataView, StrataTally>
  /** What the views of actors and over time count. */
  readonly actors: Kept<ActorTally>
  time: Kept<TimeTally>
  readonly #facts: Facts
  readonly #known: Known
  /** Room for a list of rows. */
  readonly #list: Uint32Array

  /** Of no rows yet. */
  constructor(facts: Facts, known: Known, unit: BucketUnit) {
    this.#facts = facts
    this.#known = known
    this.#list = new Uint32Array(facts.id.length)
    const graded = () => new StrataTally(known.graded, known.losses)
    this.anywhere = new Kept('anywhere', () => new StrataTally(known.located, known.losses))
    this.inPlaces = new Kept('inPlaces', graded)
    this.leftOut = {
      totals: graded(),
      kinds: graded(),
      datasets: graded(),
      statuses: graded(),
      grades: graded(),
      means: graded(),
    }
    this.actors = new Kept('actors', () => new ActorTally(facts.actors.length, known))
    this.time = this.#timeBy(unit)
  }

  get unit(): BucketUnit {
    return this.time.tally.buckets.unit
  }

  /** Takes account of the rows that came or went, and of the duplicates that did. */
  follow(fails: Uint16Array, changes: Changes, duplicates: Duplicates): void {
    const moves = duplicates.follow(fails)
    this.inPlaces.follow(fails, changes, this.#list)
    for (const view of strataViews) {
      this.leftOut[view].add(Uint32Array.from(moves[view].into), 1)
      this.leftOut[view].add(Uint32Array.from(moves[view].outOf), -1)
    }
    for (const view of ['places', 'actors', 'time'] as const)
      this.#followCounted(view, fails, changes, duplicates, moves)
  }

  /** Cuts the time into other buckets. */
  cutTime(unit: BucketUnit, fails: Uint16Array, duplicates: Duplicates): void {
    this.time = this.#timeBy(unit)
    this.time.countAnew(fails, this.#list)
    this.time.tally.add(duplicates.leftOutOf('time'), -1)
  }

  /** Duplicates are taken away from what a view of one kept tally lists. */
  #followCounted(
    view: 'places' | 'actors' | 'time',
    fails: Uint16Array,
    changes: Changes,
    duplicates: Duplicates,
    moves: Moves,
  ): void {
    const kept = view === 'places' ? this.anywhere : this[view]
    if (kept.follow(fails, changes, this.#list)) {
      kept.tally.add(duplicates.leftOutOf(view), -1)
      return
    }
    kept.tally.add(Uint32Array.from(moves[view].into), -1)
    kept.tally.add(Uint32Array.from(moves[view].outOf), 1)
  }

  #timeBy(unit: BucketUnit): Kept<TimeTally> {
    const buckets = bucketsOf(this.#facts, this.#known, unit)
    return new Kept('time', () => new TimeTally(this.#facts, buckets, this.#known))
  }
}
