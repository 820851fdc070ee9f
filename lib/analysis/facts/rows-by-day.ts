import type { Filter } from '../filter'
import { dayNumber, type Facts, NO_DAY, sortDay } from './facts'
import type { Patterns } from './patterns'

/** A period as days, both inclusive; infinite where the filter's is open. */
export interface Days {
  first: number
  last: number
}

export const daysOf = ({ from, to }: Filter): Days => ({
  first: from === null ? -Infinity : dayNumber(from),
  last: to === null ? Infinity : dayNumber(to),
})

/** Spans of more steps than this from the first day to the last are long: looked at one by one, since they are few. */
const SHORT = 31

/** Rows that fail none of `heeded`, themselves or by their patterns, and that a view does not leave out for being duplicates. */
export interface AskedRows {
  fails: Uint16Array
  patternFails: Uint16Array
  ofRow: Patterns['ofRow']
  heeded: number
  leftOut: Uint16Array
  view: number
}

/** The first row from `from` on that is asked for, or how many rows there are; backwards where `step` is -1, and then -1. */
function nextAsked(asked: AskedRows, from: number, step: 1 | -1): number {
  const { fails, patternFails, ofRow, heeded, leftOut, view } = asked
  let row = from
  for (; row >= 0 && row < fails.length; row += step) {
    const failed = (fails[row] as number) | (patternFails[ofRow[row] as number] as number)
    if ((failed & heeded) === 0 && ((leftOut[row] as number) & view) === 0) return row
  }
  return row
}

/** Finds rows by day, without a look at all of them: rows stand in the order of their days. */
export class RowsByDay {
  readonly #facts: Facts
  /** Rows whose span is long or has an open end, and their spans, so that these are near at hand. */
  readonly #long: Uint32Array
  readonly #longStart: Int32Array
  readonly #longEnd: Int32Array

  constructor(facts: Facts) {
    this.#facts = facts
    const long: number[] = []
    for (let row = 0; row < facts.id.length; row++) if (this.#isLong(row)) long.push(row)
    this.#long = Uint32Array.from(long)
    this.#longStart = Int32Array.from(long, (row) => facts.start[row] as number)
    this.#longEnd = Int32Array.from(long, (row) => facts.end[row] as number)
  }

  /** Whether the whole span of a row lies in a period. An open end lies in none that is closed on its side. */
  isInside(row: number, period: Days): boolean {
    return lies(this.#facts.start[row] as number, this.#facts.end[row] as number, period)
  }

  /** The rows among which are all that lie in a period: from `first` to before `past`. */
  around({ first, last }: Days): { first: number; past: number } {
    return { first: this.#firstFrom(first), past: this.#firstFrom(last + 1) }
  }

  /** Tells every row that may be inside one of two periods only; some rows twice, and some that are in both or none. */
  betweenPeriods(one: Days, other: Days, tell: (row: number) => void): void {
    if (one.first !== other.first)
      this.#startingIn(Math.min(one.first, other.first), Math.max(one.first, other.first), tell)
    if (one.last !== other.last)
      this.#startingIn(Math.min(one.last, other.last) - SHORT, Math.max(one.last, other.last) + 1, tell)
    for (let k = 0; k < this.#long.length; k++) {
      const start = this.#longStart[k] as number
      const end = this.#longEnd[k] as number
      if (lies(start, end, one) !== lies(start, end, other)) tell(this.#long[k] as number)
    }
  }

  /** How many of the rows that pass `isAsked` reach both into a period and out of it. */
  partlyInside(period: Days, isAsked: (row: number) => boolean): number {
    const { first, last } = period
    if (first === -Infinity && last === Infinity) return 0
    const { start, end } = this.#facts
    let count = 0
    const look = (row: number) => {
      if (!this.#isLong(row) && reaches(start[row] as number, end[row] as number, period) && isAsked(row))
        count++
    }
    if (first !== -Infinity) this.#startingIn(first - SHORT, first, look)
    if (last !== Infinity) this.#startingIn(Math.max(last - SHORT, first), last + 1, look)
    for (let k = 0; k < this.#long.length; k++)
      if (
        reaches(this.#longStart[k] as number, this.#longEnd[k] as number, period) &&
        isAsked(this.#long[k] as number)
      )
        count++
    return count
  }

  /** First and last day on which any of the rows asked for may have been; null where there is no such row. */
  extent(asked: AskedRows): Days | null {
    const { length } = this.#facts.id
    const firstRow = nextAsked(asked, 0, 1)
    if (firstRow === length) return null
    const first = sortDay(this.#facts, firstRow)
    let last = first
    // Rows with a short span that stand further up cannot reach beyond what was found.
    for (let row = nextAsked(asked, length - 1, -1); row >= 0; row = nextAsked(asked, row - 1, -1)) {
      if (sortDay(this.#facts, row) + SHORT < last) break
      last = Math.max(last, this.#lastDay(row))
    }
    for (const long of this.#long)
      if (this.#lastDay(long) > last && nextAsked(asked, long, 1) === long) last = this.#lastDay(long)
    return { first, last }
  }

  #isLong(row: number): boolean {
    const { start, end } = this.#facts
    return (
      start[row] === NO_DAY || end[row] === NO_DAY || (end[row] as number) - (start[row] as number) > SHORT
    )
  }

  #lastDay(row: number): number {
    const end = this.#facts.end[row] as number
    return end === NO_DAY ? (this.#facts.start[row] as number) : end
  }

  /** Tells the rows whose day is `from` or later and before `past`. */
  #startingIn(from: number, past: number, tell: (row: number) => void): void {
    const stop = this.#firstFrom(past)
    for (let row = this.#firstFrom(from); row < stop; row++) tell(row)
  }

  /** The first row whose day is `day` or later. */
  #firstFrom(day: number): number {
    let [low, high] = [0, this.#facts.id.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sortDay(this.#facts, middle) < day) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Whether a whole span lies in a period. */
const lies = (start: number, end: number, { first, last }: Days): boolean =>
  start >= first && (last === Infinity || (end !== NO_DAY && end <= last))

/** Whether a span reaches into a period and out of it. */
const reaches = (start: number, end: number, period: Days): boolean =>
  (start === NO_DAY || start <= period.last) &&
  (end === NO_DAY || end >= period.first) &&
  !lies(start, end, period)
