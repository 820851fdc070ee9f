import { unitFor, unitThatFits } from '../buckets'
import { emptyFilter, type Filter } from '../filter'
import type { Bucket, BucketUnit, Summary } from '../summary'
import { addCasualties } from '../totals'
import { type ActorSums, newActorSums, sumUpActors } from './actor-sums'
import type { Answer } from './answer'
import type { Asked } from './asked'
import { castsAsked } from './casts-asked'
import { bitOf, differing } from './dimensions'
import { Duplicates } from './duplicates'
import { Episodes } from './episodes'
import { dateOfDay, type Facts } from './facts'
import { type Known, knownOf } from './known'
import { PatternCounts } from './pattern-counts'
import { failsOfPatterns, failsOfStrata } from './pattern-fails'
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
  rowsCounted,
  type Source,
  sumsByStratum,
  wholeFilter,
} from './read-strata'
import { overTime } from './read-time'
import { askedOfRows, markRows } from './row-fails'
import { type Days, daysOf } from './rows-by-day'
import { classesOf, type RowsInLanes } from './rows-in-lanes'
import { timeCellsOf } from './time-cells'
import { TimeTally } from './time-tally'
import { EVERY, type View, viewBit } from './views'

type Unit = 'auto' | BucketUnit
type TextMatches = Asked['textMatches']

/**
 * Cross-filters the facts: `answer` gives what every view shows of the filter. A step finds which patterns fail what, and
 * marks rows only where a part that it changes tells rows of one pattern apart; then it counts the rows in the period by
 * pattern. What views show are sums of patterns.
 */
export class CrossFilter {
  readonly #facts: Facts
  readonly known: Known
  readonly #episodes: Episodes
  readonly #duplicates: Duplicates
  readonly #counts: PatternCounts
  readonly #ofActors: ActorSums
  /** Of each row, a bit (bitOf) for each dimension that it fails by itself, besides what its pattern does. */
  readonly #rowFails: Uint16Array
  #patternFails: Uint16Array
  #strataFail: Uint16Array
  /** Dimensions but the period that rows may fail by themselves. */
  #ofRows = 0
  /** What the view over time counts, by unit; those of which the rows are counted; and the unit that is shown. */
  readonly #times = new Map<BucketUnit, TimeTally>()
  readonly #counted = new Set<BucketUnit>()
  #shown: BucketUnit = 'month'
  #asked: Asked
  #unit: Unit
  /** First and last day of what the view over time counts. */
  #period: Bucket | null = null
  /** What the view over time shows, until anything in it changes: a brush, which it leaves out, does not. */
  #overTime: Summary['overTime'] | null = null

  /** `textMatches`: ids of the incidents whose texts hold the filter's, since facts hold none; null: no text is asked for. */
  constructor(facts: Facts, filter: Filter, unit: Unit, textMatches: TextMatches = null) {
    this.#facts = facts
    this.known = knownOf(facts)
    this.#episodes = new Episodes(facts)
    this.#duplicates = new Duplicates(facts)
    this.#unit = unit
    this.#counts = new PatternCounts(this.known.patterns)
    this.#ofActors = newActorSums(facts.actors.length, this.known.casts.size)
    this.#rowFails = new Uint16Array(facts.id.length)
    this.#patternFails = new Uint16Array(this.known.patterns.size)
    this.#strataFail = new Uint16Array(this.known.strata.size)
    this.#asked = { filter: emptyFilter, textMatches: null, casts: new Uint8Array(0) }
    this.#take(filter, textMatches, EVERY)
  }

  /** Takes another filter; see the constructor for the texts. */
  setFilter(filter: Filter, textMatches: TextMatches = null): void {
    const before = this.#asked
    const otherTexts = textMatches === before.textMatches ? 0 : bitOf('more')
    this.#take(filter, textMatches, differing(before.filter, filter) | otherTexts)
  }

  /** Takes another width of the buckets; `auto` follows the period of what is counted. */
  setUnit(unit: Unit): void {
    this.#unit = unit
    this.#showTime()
  }

  /** A bit (bitOf) for each dimension that a row fails; 0: it passes the whole filter. */
  readonly failsAt = (row: number): number =>
    (this.#rowFails[row] as number) | (this.#patternFails[this.known.patterns.ofRow[row] as number] as number)

  /** The rows among which are all that pass the filter's period. */
  rowsInPeriod(): { first: number; past: number } {
    return this.known.rows.around(daysOf(this.#asked.filter))
  }

  /** Rows that fail nothing but the period, in the lanes that their patterns have, a bit each. Holds until the next filter. */
  rowsInLanes(lanesOfPattern: Uint16Array): RowsInLanes {
    const isShown = (pattern: number) => ((this.#patternFails[pattern] as number) & ~TIME) === 0
    return {
      ...{ fails: this.#rowFails, heeded: ~TIME, ofRow: this.known.patterns.ofRow },
      ...classesOf(lanesOfPattern.map((set, pattern) => (isShown(pattern) ? set : 0))),
    }
  }

  /** What every view shows now. */
  answer(): Answer {
    const facts = this.#facts
    const source = this.#source()
    const whole = wholeFilter(source)
    const ofActors = this.#ofActors
    sumUpActors(ofActors, rowsCounted(source, 'actors'), this.known)
    const actors = byActor(facts, this.known.casts, ofActors)
    const episodes = this.#episodes.within(
      (row) => this.failsAt(row) === 0 && !this.#isLeftOut(row, 'totals'),
    )
    return {
      incidents: whole.incidents,
      withheld: whole.withheld,
      duplicates: this.#duplicates.leftOutOf('totals').length,
      partlyInside: this.#partlyInside(),
      totals: addCasualties(whole.casualties, episodes.casualties),
      episodes,
      overTime: this.#overTimeNow(),
      byKind: byKind(source),
      byActor: actors,
      byPair: byPair(facts, this.known.casts, ofActors, actors.rows),
      byPlace: byPlace(source),
      byDataset: byDataset(source),
      byStatus: byStatus(source),
      byGrade: byGrade(source),
      byMeans: byMeans(source),
      byReport: byReport(facts, this.known, this.failsAt, this.#duplicates.leftOut),
    }
  }

  #source(): Source {
    const source = {
      ...{ facts: this.#facts, known: this.known, counts: this.#counts, duplicates: this.#duplicates },
      patternFails: this.#patternFails,
      strataFail: this.#strataFail,
    }
    return { ...source, sums: sumsByStratum(source) }
  }

  /** Takes what is asked for, which differs from before in some dimensions. */
  #take(filter: Filter, textMatches: TextMatches, changed: number): void {
    const before = this.#asked
    const casts = changed & bitOf('actors') ? castsAsked(this.known.casts, this.#facts, filter) : before.casts
    this.#asked = { filter, textMatches, casts }
    const wereOfRows = this.#ofRows
    if (changed & ~TIME) this.#ofRows = askedOfRows(this.#facts, this.known, this.#asked)
    const moving = changed & (TIME | this.#ofRows | wereOfRows)
    this.#mark(changed, moving, before.filter)
    this.#duplicates.follow(this.failsAt)
    if (moving !== 0) this.#counts.count(this.#rowFails, this.rowsInPeriod())
    if ((changed & ~TIME) === 0) return
    if ((moving & ~TIME) !== 0) this.#counted.clear()
    this.#overTime = null
    const { ofRow } = this.known.patterns
    const extent = this.known.rows.extent({
      ...{ fails: this.#rowFails, patternFails: this.#patternFails, ofRow, heeded: ~TIME },
      ...{ leftOut: this.#duplicates.leftOut, view: viewBit('time') },
    })
    this.#period = extent && { start: dateOfDay(extent.first), end: dateOfDay(extent.last) }
    this.#showTime()
  }

  #mark(changed: number, moving: number, before: Filter): void {
    const known = this.known
    const { filter } = this.#asked
    if (changed & ~TIME) {
      this.#strataFail = failsOfStrata(this.#facts, known, filter)
      this.#patternFails = failsOfPatterns(this.#facts, known, this.#strataFail, this.#asked)
    }
    const others = moving & ~TIME
    if (others !== 0) markRows(this.#rowFails, others, this.#ofRows, this.#facts, known, this.#asked)
    if (moving & TIME) this.#markBetween(daysOf(before), daysOf(filter))
  }

  /** Of another period: looks at rows near both periods' ends and between them. */
  #markBetween(before: Days, period: Days): void {
    const { rows } = this.known
    const fails = this.#rowFails
    rows.betweenPeriods(before, period, (row) => {
      fails[row] = ((fails[row] as number) & ~TIME) | (TIME * Number(!rows.isInside(row, period)))
    })
  }

  /** Shows time in other buckets, where these are others now. */
  #showTime(): void {
    const unit = this.#unitFor(this.#period)
    if (unit === this.#shown) return
    this.#shown = unit
    this.#overTime = null
  }

  #overTimeNow(): Summary['overTime'] {
    if (this.#overTime !== null) return this.#overTime
    const tally = this.#timeBy(this.#shown)
    const sums = tally.sums(this.#patternFails, this.#duplicates.leftOutOf('time'))
    this.#overTime = overTime(tally.cells, sums, this.#period)
    return this.#overTime
  }

  /** Counted, if not yet. */
  #timeBy(unit: BucketUnit): TimeTally {
    const tally =
      this.#times.get(unit) ??
      new TimeTally(this.#facts, timeCellsOf(this.#facts, this.known, unit), this.known)
    this.#times.set(unit, tally)
    if (!this.#counted.has(unit)) tally.count(this.#rowFails)
    this.#counted.add(unit)
    return tally
  }

  #unitFor(period: Bucket | null): BucketUnit {
    if (period === null) return this.#unit === 'auto' ? 'month' : this.#unit
    return unitThatFits(this.#unit === 'auto' ? unitFor(period) : this.#unit, period)
  }

  #isLeftOut(row: number, view: View): boolean {
    return ((this.#duplicates.leftOut[row] as number) & viewBit(view)) !== 0
  }

  #partlyInside(): number {
    return this.known.rows.partlyInside(
      daysOf(this.#asked.filter),
      (row) => (this.failsAt(row) & ~TIME) === 0,
    )
  }
}

const TIME = bitOf('time')
