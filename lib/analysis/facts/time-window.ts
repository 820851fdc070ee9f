import { type Facts, LASTING, NO_DAY, sortDay } from './facts'
import { filled } from './filled'
import { classAt, classesOf, lowest, type RowsInLanes } from './rows-in-lanes'
import { Tuples } from './tuples'

/** A stretch of days; fractions of days are allowed. `to` is not among them. */
export interface TimeWindow {
  from: number
  to: number
}

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
  /** Of those that went on for more than a day the longest, whether or not all are few. */
  lasting: Single[]
}

export interface Single {
  id: number
  /** First and last day of its span, or {@link NO_DAY}. */
  start: number
  end: number
  lane: number
  /** It went on for all of these days, and not on some day among them. */
  lasting: boolean
}

type Days = Pick<Facts, 'id' | 'start' | 'end' | 'flags'>

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
  readonly #lasting: Uint32Array
  /** Rows counted, by span and then by class. */
  #counted = new Uint32Array(0)
  #lanes = 0
  #drawn: RowsInLanes = {
    ...{ fails: new Uint16Array(0), heeded: 0, ofRow: [] },
    ...classesOf([]),
  }

  constructor(days: Days) {
    this.#days = days
    const { start, end } = days
    const spans = new Tuples()
    const span = new Uint32Array(2)
    this.#spanOf = filled(new Uint32Array(start.length), (row) => {
      span[0] = start[row] as number
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
    this.#lasting = lastingRows(days)
  }

  /** Takes other rows, or the same in other lanes. `weights`: how many incidents each row stands for, where that is not one. */
  count(lanes: number, drawn: RowsInLanes, weights: ArrayLike<number> | null = null): void {
    this.#lanes = lanes
    this.#drawn = drawn
    const length = this.#start.length * drawn.sets.length
    // Made anew for each step it would keep the garbage collector busy.
    if (this.#counted.length === length) this.#counted.fill(0)
    else this.#counted = new Uint32Array(length)
    if (weights === null) this.#countRows(drawn)
    else this.#countWeights(drawn, weights)
  }

  /** A row that is not drawn adds nothing: to leave it out takes longer. */
  #countRows({ fails, heeded, ofRow, classOf, sets }: RowsInLanes): void {
    const [spanOf, counted] = [this.#spanOf, this.#counted]
    const classes = sets.length
    for (let row = 0; row < spanOf.length; row++) {
      const at = (spanOf[row] as number) * classes + (classOf[ofRow[row] as number] as number)
      counted[at] = (counted[at] as number) + Number(((fails[row] as number) & heeded) === 0)
    }
  }

  #countWeights(drawn: RowsInLanes, weights: ArrayLike<number>): void {
    for (const [row, span] of this.#spanOf.entries()) {
      const at = span * drawn.sets.length + classAt(drawn, row)
      this.#counted[at] = (this.#counted[at] as number) + (weights[row] as number)
    }
  }

  /** Draws a window into columns; gives each row by itself where there are at most `mostSingle`. */
  draw(window: TimeWindow, columns: number, mostSingle: number): Drawn {
    const lanes = this.#lanes
    const at = new Uint32Array(lanes * columns)
    const steps = new Int32Array(lanes * (columns + 1))
    const { seen, rows } = this.#seen(window)
    const { first, past, whole } = columnsOf(this.#start, this.#end, seen, window, columns)
    const { sets } = this.#drawn
    const counted = this.#counted
    const classes = sets.length
    for (let span = 0; span < seen.length; span++) {
      if (seen[span] === 0) continue
      const from = first[span] as number
      const after = (past[span] as number) + 1
      for (let one = 1; one < classes; one++) {
        const count = counted[span * classes + one] as number
        if (count === 0) continue
        for (let set = sets[one] as number; set !== 0; set &= set - 1) {
          const lane = lowest(set)
          const step = lane * (columns + 1)
          if (whole[span] === 1) at[lane * columns + from] = (at[lane * columns + from] as number) + count
          else {
            steps[step + from] = (steps[step + from] as number) + count
            steps[step + after] = (steps[step + after] as number) - count
          }
        }
      }
    }
    const across = summedUp(steps, lanes, columns)
    const single = rows > mostSingle ? null : this.#single(seen)
    return { columns, lanes, at, across, rows, single, lasting: this.#longest(window) }
  }

  /** 1 for each span with rows that reaches into the window, and how many rows these have. */
  #seen(window: TimeWindow): { seen: Uint8Array; rows: number } {
    const classes = this.#drawn.sets.length
    const [start, end, counted] = [this.#start, this.#end, this.#counted]
    const seen = new Uint8Array(start.length)
    let rows = 0
    for (let span = 0; span < seen.length; span++) {
      if (!reachesInto(window, start[span] as number, end[span] as number)) continue
      let count = 0
      for (let one = 1; one < classes; one++) count += counted[span * classes + one] as number
      if (count === 0) continue
      seen[span] = 1
      rows += count
    }
    return { seen, rows }
  }

  /** The rows of these spans. */
  #single(seen: Uint8Array): Single[] {
    const single: Single[] = []
    if (!seen.includes(1)) return single
    const spanOf = this.#spanOf
    for (let row = 0; row < spanOf.length; row++)
      if (seen[spanOf[row] as number] === 1) single.push(...this.#inItsLanes(row))
    return single
  }

  #longest(window: TimeWindow): Single[] {
    const { start, end } = this.#days
    const found: Single[] = []
    for (const row of this.#lasting) {
      if (found.length >= MOST_LASTING) break
      if (reachesInto(window, start[row] as number, end[row] as number)) found.push(...this.#inItsLanes(row))
    }
    return found
  }

  /** A row as it stands in each of its lanes; nowhere, where it is not counted. */
  #inItsLanes(row: number): Single[] {
    const { id, start, end, flags } = this.#days
    const lanes: Single[] = []
    for (let set = this.#drawn.sets[classAt(this.#drawn, row)] as number; set !== 0; set &= set - 1)
      lanes.push({
        ...{ id: id[row] as number, start: start[row] as number, end: end[row] as number },
        ...{ lane: lowest(set), lasting: ((flags[row] as number) & LASTING) !== 0 },
      })
    return lanes
  }
}

/** So many bands can still be told from one another. */
export const MOST_LASTING = 60

/** Rows that went on for more than a day, the longest first: an open end is longer than all. */
function lastingRows({ start, end, flags }: Days): Uint32Array {
  const days = (row: number) =>
    start[row] === NO_DAY || end[row] === NO_DAY ? Infinity : (end[row] as number) - (start[row] as number)
  const rows: number[] = []
  for (let row = 0; row < flags.length; row++)
    if ((flags[row] as number) & LASTING && days(row) > 0) rows.push(row)
  return Uint32Array.from(rows.sort((a, b) => (days(a) === days(b) ? a - b : days(b) > days(a) ? 1 : -1)))
}

/** First and last column of each span that is seen, and 1 where that is one column and both its ends are known. */
function columnsOf(
  start: Int32Array,
  end: Int32Array,
  seen: Uint8Array,
  window: TimeWindow,
  columns: number,
) {
  const perDay = columns / (window.to - window.from)
  const last = columns - 1
  const within = (column: number) => (column < 0 ? 0 : Math.min(column, last))
  const [first, past] = [new Uint16Array(seen.length), new Uint16Array(seen.length)]
  const whole = new Uint8Array(seen.length)
  for (let span = 0; span < seen.length; span++) {
    if (seen[span] === 0) continue
    const [from, to] = [start[span] as number, end[span] as number]
    const a = from === NO_DAY ? 0 : within(Math.floor((from - window.from) * perDay))
    // A day is drawn to its end: at a wide scale it fills several columns.
    const b = to === NO_DAY ? last : within(Math.ceil((to + 1 - window.from) * perDay) - 1)
    first[span] = a
    past[span] = b
    whole[span] = Number(a === b && from !== NO_DAY && to !== NO_DAY)
  }
  return { first, past, whole }
}

const reachesInto = ({ from, to }: TimeWindow, start: number, end: number): boolean =>
  (start === NO_DAY || start < to) && (end === NO_DAY || end + 1 > from)

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
    for (let row = 0; row < column.length; row++) {
      const day = column[row] as number
      if (day === NO_DAY) continue
      if (day < from) from = day
      if (day >= to) to = day + 1
    }
  return { from, to }
}
