import { type Facts, NO_DAY, sortDay } from './facts'
import { Tuples } from './tuples'

/** A stretch of days; fractions of days are allowed. `to` is not among them. */
export interface TimeWindow {
  from: number
  to: number
}

/** Which lane of a drawing a row is in; several, where it has several actors. */
export type LanesOf = (row: number, tell: (lane: number) => void) => void

/**
 * What a timeline draws of a window. Counts are by lane, then by column: `at[lane * columns + column]`. `at` counts rows
 * whose whole span lies in a column; `across` those that may have been in it, since their span reaches over several.
 */
export interface Drawn {
  columns: number
  lanes: number
  at: Uint32Array
  across: Uint32Array
  /** Rows that may have been in the window. */
  rows: number
  /** Each of them by itself, where they are few enough; else null. A row of several lanes stands once for each. */
  single: Single[] | null
}

export interface Single {
  id: number
  /** First and last day of its span, or {@link NO_DAY}. */
  start: number
  end: number
  lane: number
}

type Days = Pick<Facts, 'id' | 'start' | 'end'>

/**
 * Draws windows of time. Rows that have the same span are counted together once for all windows: there are far fewer
 * spans than rows, and a window that is panned or zoomed looks at the spans alone.
 */
export class TimelineDrawing {
  readonly #days: Days
  /** The span of each row, and the first and last day of each span. */
  readonly #spanOf: Uint32Array
  readonly #start: Int32Array
  readonly #end: Int32Array
  /** Rows counted, by span; and by span, then by lane. */
  readonly #rows: Uint32Array
  #inLanes = new Uint32Array(0)
  #lanes = 0
  #passes: (row: number) => boolean = () => false
  #lanesOf: LanesOf = () => {}

  constructor(days: Days) {
    this.#days = days
    const { start, end } = days
    const spans = new Tuples()
    const span = new Uint32Array(2)
    this.#spanOf = Uint32Array.from(start, (first, row) => {
      span[0] = first
      span[1] = end[row] as number
      return spans.numberOf(span, 2)
    })
    this.#start = Int32Array.from(
      { length: spans.size },
      (_, k) => spans.values[spans.starts[k] as number] as number,
    )
    this.#end = Int32Array.from(
      { length: spans.size },
      (_, k) => spans.values[(spans.starts[k] as number) + 1] as number,
    )
    this.#rows = new Uint32Array(spans.size)
  }

  /** Takes other rows, or the same in other lanes. `weights`: how many incidents each row stands for, where that is not one. */
  count(
    passes: (row: number) => boolean,
    lanes: number,
    lanesOf: LanesOf,
    weights: ArrayLike<number> | null = null,
  ): void {
    this.#passes = passes
    this.#lanes = lanes
    this.#lanesOf = lanesOf
    this.#rows.fill(0)
    this.#inLanes = new Uint32Array(this.#rows.length * lanes)
    let [span, weight] = [0, 1]
    const tell = (lane: number) => {
      const at = span * lanes + lane
      this.#inLanes[at] = (this.#inLanes[at] as number) + weight
    }
    for (let row = 0; row < this.#spanOf.length; row++) {
      if (!passes(row)) continue
      span = this.#spanOf[row] as number
      if (weights !== null) weight = weights[row] as number
      this.#rows[span] = (this.#rows[span] as number) + weight
      lanesOf(row, tell)
    }
  }

  /** Draws a window into columns; gives each row by itself where there are at most `mostSingle`. */
  draw(window: TimeWindow, columns: number, mostSingle: number): Drawn {
    const lanes = this.#lanes
    const at = new Uint32Array(lanes * columns)
    const steps = new Int32Array(lanes * (columns + 1))
    const perDay = columns / (window.to - window.from)
    let rows = 0
    for (let span = 0; span < this.#rows.length; span++) {
      const count = this.#rows[span] as number
      if (count === 0 || !reachesInto(window, this.#start[span] as number, this.#end[span] as number))
        continue
      rows += count
      this.#drawSpan(span, { window, columns, perDay, at, steps })
    }
    const across = summedUp(steps, lanes, columns)
    return { columns, lanes, at, across, rows, single: rows > mostSingle ? null : this.#single(window) }
  }

  #drawSpan(span: number, { window, columns, perDay, at, steps }: Canvas): void {
    const [start, end] = [this.#start[span] as number, this.#end[span] as number]
    const last = columns - 1
    const within = (column: number) => Math.min(last, Math.max(0, column))
    const first = start === NO_DAY ? 0 : within(Math.floor((start - window.from) * perDay))
    // A day is drawn to its end: at a wide scale it fills several columns.
    const past = end === NO_DAY ? last : within(Math.ceil((end + 1 - window.from) * perDay) - 1)
    const isWhole = first === past && start !== NO_DAY && end !== NO_DAY
    for (let lane = 0; lane < this.#lanes; lane++) {
      const count = this.#inLanes[span * this.#lanes + lane] as number
      if (count === 0) continue
      if (isWhole) at[lane * columns + first] = (at[lane * columns + first] as number) + count
      else {
        const step = lane * (columns + 1)
        steps[step + first] = (steps[step + first] as number) + count
        steps[step + past + 1] = (steps[step + past + 1] as number) - count
      }
    }
  }

  #single(window: TimeWindow): Single[] {
    const { id, start, end } = this.#days
    const single: Single[] = []
    eachRowIn(this.#days, window, (row) => {
      if (!this.#passes(row)) return
      const [first, last] = [start[row] as number, end[row] as number]
      this.#lanesOf(row, (lane) => single.push({ id: id[row] as number, start: first, end: last, lane }))
    })
    return single
  }
}

interface Canvas {
  window: TimeWindow
  columns: number
  perDay: number
  at: Uint32Array
  /** By lane, then by column and one more: how many more reach over it than over the one before. */
  steps: Int32Array
}

const reachesInto = ({ from, to }: TimeWindow, start: number, end: number): boolean =>
  (start === NO_DAY || start < to) && (end === NO_DAY || end + 1 > from)

/** Rows that may have been in a window. Whoever asks knows that they are few; those to look through are not. */
function eachRowIn({ start, end }: Days, window: TimeWindow, tell: (row: number) => void): void {
  for (let row = 0; row < start.length; row++)
    if (reachesInto(window, start[row] as number, end[row] as number)) tell(row)
}

function summedUp(steps: Int32Array, lanes: number, columns: number): Uint32Array {
  const across = new Uint32Array(lanes * columns)
  for (let lane = 0; lane < lanes; lane++) {
    let now = 0
    for (let column = 0; column < columns; column++) {
      now += steps[lane * (columns + 1) + column] as number
      across[lane * columns + column] = now
    }
  }
  return across
}

/** The days of all rows together; null where there are none. */
export function extentOf(days: Pick<Facts, 'start' | 'end'>): TimeWindow | null {
  const { start, end } = days
  if (start.length === 0) return null
  let [from, to] = [sortDay(days, 0), sortDay(days, 0) + 1]
  for (const column of [start, end])
    for (const day of column) {
      if (day === NO_DAY) continue
      if (day < from) from = day
      if (day >= to) to = day + 1
    }
  return { from, to }
}
