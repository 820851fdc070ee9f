import { unitFor, unitThatFits } from '../buckets'
import type { Filter } from '../filter'
import type { Bucket, BucketUnit, Summary } from '../summary'
import { addCasualties } from '../totals'
import type { Answer } from './answer'
import { bitOf, differing } from './dimensions'
import { Duplicates } from './duplicates'
import { Episodes } from './episodes'
import { dateOfDay, type Facts } from './facts'
import { type Asked, failsOfStrata, mark, ofStrata } from './failing'
import { Changes } from './kept'
import { type Known, knownOf } from './known'
import { byActor } from './read-actors'
import { byPair } from './read-pairs'
import { byReport } from './read-reports'
import {
  byDataset,
  byGrade,
  byKind,
  byMeans,
  byPlace,
  byStatus,
  type Source,
  wholeFilter,
} from './read-strata'
import { overTime } from './read-time'
import { daysOf } from './rows-by-day'
import { Tallies } from './tallies'
import { EVERY, type View, viewBit } from './views'

type Unit = 'auto' | BucketUnit
type TextMatches = Asked['textMatches']

/**
 * Cross-filters the facts: `answer` gives what every view shows of the filter. A step costs what it changes: rows that it
 * lets in or keeps out are added to sums or taken away from them.
 */
export class CrossFilter {
  /** Of each row, a bit (bitOf) for each dimension that it fails; 0: it passes the whole filter. */
  readonly fails: Uint16Array
  readonly #facts: Facts
  readonly #known: Known
  readonly #episodes: Episodes
  readonly #duplicates: Duplicates
  readonly #tallies: Tallies
  readonly #changes: Changes
  #asked: Asked
  #strataFail: Uint16Array
  #unit: Unit
  /** First and last day of what the view over time counts. */
  #period: Bucket | null = null
  /** What the view over time shows, until anything in it changes: a brush, which it leaves out, does not. */
  #overTime: Summary['overTime'] | null = null

  /** `textMatches`: ids of the incidents whose texts hold the filter's, since facts hold none; null: no text is asked for. */
  constructor(facts: Facts, filter: Filter, unit: Unit, textMatches: TextMatches = null) {
    this.#facts = facts
    this.#known = knownOf(facts)
    this.#episodes = new Episodes(facts)
    this.#duplicates = new Duplicates(facts)
    this.#unit = unit
    this.#tallies = new Tallies(facts, this.#known, this.#unitFor(null))
    this.#changes = new Changes(facts.id.length)
    this.#asked = { filter, textMatches }
    this.#strataFail = this.#failsOfStrata()
    // As if every row had failed everything until now: the sums hold none.
    this.fails = new Uint16Array(facts.id.length).fill(EVERY)
    this.#mark(EVERY)
    this.#follow(EVERY)
  }

  /** Takes another filter; see the constructor for the texts. */
  setFilter(filter: Filter, textMatches: TextMatches = null): void {
    const before = this.#asked
    const otherTexts = textMatches === before.textMatches ? 0 : bitOf('more')
    const changed = differing(before.filter, filter) | otherTexts
    this.#asked = { filter, textMatches }
    if (changed === bitOf('time')) this.#markBetween(before.filter)
    else this.#mark(changed)
    this.#follow(changed)
  }

  /** Takes another width of the buckets; `auto` follows the period of what is counted. */
  setUnit(unit: Unit): void {
    this.#unit = unit
    this.#cutTime()
  }

  /** What every view shows now. */
  answer(): Answer {
    const facts = this.#facts
    const source: Source = {
      facts,
      known: this.#known,
      tallies: this.#tallies,
      strataFail: this.#strataFail,
    }
    const whole = wholeFilter(source)
    const ofActors = this.#tallies.actors.tally.of(this.#strataFail)
    const actors = byActor(facts, this.#known.casts, ofActors)
    const episodes = this.#episodes.within((row) => this.fails[row] === 0 && !this.#isLeftOut(row, 'totals'))
    this.#overTime ??= overTime(this.#tallies.time.tally, this.#strataFail, this.#period)
    return {
      incidents: whole.incidents,
      withheld: whole.withheld,
      duplicates: this.#tallies.leftOut.totals.incidents,
      partlyInside: this.#partlyInside(),
      totals: addCasualties(whole.casualties, episodes.casualties),
      episodes,
      overTime: this.#overTime,
      byKind: byKind(source),
      byActor: actors,
      byPair: byPair(facts, this.#known.casts, ofActors, actors.rows),
      byPlace: byPlace(source),
      byDataset: byDataset(source),
      byStatus: byStatus(source),
      byGrade: byGrade(source),
      byMeans: byMeans(source),
      byReport: byReport(facts, this.#known, this.fails, this.#duplicates.leftOut),
    }
  }

  /** Marks anew what rows fail, and notes those of which that changed. */
  #mark(changed: number): void {
    const { fails } = this
    if (changed & ofStrata) this.#strataFail = this.#failsOfStrata()
    this.#changes.clear()
    const movesRows = (changed & ~ofStrata) !== 0
    if (movesRows) this.#changes.before.set(fails)
    mark(fails, changed, this.#facts, this.#known, this.#asked)
    if (movesRows) this.#changes.noteAll(fails)
  }

  #failsOfStrata(): Uint16Array {
    return failsOfStrata(this.#facts, this.#known, this.#asked.filter)
  }

  /** The same where only the period changed: looks at rows near both periods' ends and between them. */
  #markBetween(before: Filter): void {
    const { rows } = this.#known
    const period = daysOf(this.#asked.filter)
    const bit = bitOf('time')
    this.#changes.clear()
    rows.betweenPeriods(daysOf(before), period, (row) => {
      const was = this.fails[row] as number
      const is = rows.isInside(row, period) ? was & ~bit : was | bit
      if (was === is) return
      this.fails[row] = is
      this.#changes.before[row] = was
      this.#changes.note(row, was, is)
    })
  }

  /** Brings the sums up to what rows fail now. */
  #follow(changed: number): void {
    this.#tallies.follow(this.fails, this.#changes, this.#duplicates)
    if ((changed & ~bitOf('time')) === 0) return
    const { fails } = this
    const time = bitOf('time')
    const extent = this.#known.rows.extent(
      (row) => ((fails[row] as number) & ~time) === 0 && !this.#isLeftOut(row, 'time'),
    )
    this.#period = extent && { start: dateOfDay(extent.first), end: dateOfDay(extent.last) }
    this.#overTime = null
    this.#cutTime()
  }

  #cutTime(): void {
    const unit = this.#unitFor(this.#period)
    if (unit === this.#tallies.unit) return
    this.#tallies.cutTime(unit, this.fails, this.#duplicates)
    this.#overTime = null
  }

  #unitFor(period: Bucket | null): BucketUnit {
    if (period === null) return this.#unit === 'auto' ? 'month' : this.#unit
    return unitThatFits(this.#unit === 'auto' ? unitFor(period) : this.#unit, period)
  }

  #isLeftOut(row: number, view: View): boolean {
    return ((this.#duplicates.leftOut[row] as number) & viewBit(view)) !== 0
  }

  #partlyInside(): number {
    const { fails } = this
    const time = bitOf('time')
    return this.#known.rows.partlyInside(
      daysOf(this.#asked.filter),
      (row) => ((fails[row] as number) & ~time) === 0,
    )
  }
}
