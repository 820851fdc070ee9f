import type { Filter } from '../filter'
import { dayNumber, type Facts, NO_DAY, sortDay } from './facts'

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

/** Finds rows by day, without a look at all of them: rows stand in the order of their days. */
export class RowsByDay {
  readonly #facts: Facts
  /** Rows whose span is long or has an open end. */
  readonly #long: Uint32Array

  constructor(facts: Facts) {
    this.#facts = facts
    const long: number[] = []
    for (let row = 0; row < facts.id.length; row++) if (this.#isLong(row)) long.push(row)
    this.#long = Uint32Array.from(long)
  }

  /** Whether the whole span of a row lies in a period. An open end lies in none that is closed on its side. */
  isInside(row: number, { first, last }: Days): boolean {
    const end = this.#facts.end[row] as number
    return (
      (this.#facts.start[row] as number) >= first && (last === Infinity || (end !== NO_DAY && end <= last))
    )
  }

  /** Tells every row that may be inside one of two periods only; some rows twice, and some that are in both or none. */
  betweenPeriods(one: Days, other: Days, tell: (row: number) => void): void {
    if (one.first !== other.first)
      this.#startingIn(Math.min(one.first, other.first), Math.max(one.first, other.first), tell)
    if (one.last !== other.last)
      this.#startingIn(Math.min(one.last, other.last) - SHORT, Math.max(one.last, other.last) + 1, tell)
    for (const row of this.#long) tell(row)
  }

  /** How many of the rows that pass `isAsked` reach both into a period and out of it. */
  partlyInside(period: Days, isAsked: (row: number) => boolean): number {
    const { first, last } = period
    if (first === -Infinity && last === Infinity) return 0
    let count = 0
    const look = (row: number) => {
      if (this.#touches(row, period) && !this.isInside(row, period) && isAsked(row)) count++
    }
    const short = (row: number) => {
      if (!this.#isLong(row)) look(row)
    }
    if (first !== -Infinity) this.#startingIn(first - SHORT, first, short)
    if (last !== Infinity) this.#startingIn(Math.max(last - SHORT, first), last + 1, short)
    for (const row of this.#long) look(row)
    return count
  }

  /** First and last day on which any of the rows that pass `isAsked` may have been; null where there is no such row. */
  extent(isAsked: (row: number) => boolean): Days | null {
    const { length } = this.#facts.id
    let row = 0
    while (row < length && !isAsked(row)) row++
    if (row === length) return null
    const first = sortDay(this.#facts, row)
    let last = first
    // Rows with a short span that stand further up cannot reach beyond what was found.
    for (row = length - 1; row >= 0 && sortDay(this.#facts, row) + SHORT >= last; row--)
      if (isAsked(row)) last = Math.max(last, this.#lastDay(row))
    for (const long of this.#long) if (this.#lastDay(long) > last && isAsked(long)) last = this.#lastDay(long)
    return { first, last }
  }

  #touches(row: number, { first, last }: Days): boolean {
    const { start, end } = this.#facts
    return (
      (start[row] === NO_DAY || (start[row] as number) <= last) &&
      (end[row] === NO_DAY || (end[row] as number) >= first)
    )
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
