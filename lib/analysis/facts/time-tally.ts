import { type Kind, kindTypes, typeOfKind } from '@/lib/incident/kinds'
import { addLoss } from './add-losses'
import { bitOf } from './dimensions'
import type { Facts } from './facts'
import type { Known } from './known'
import { newSums, STRIDE } from './sums'
import type { TimeCells } from './time-cells'

/** How many types of kinds there are. */
const TYPES = kindTypes.length

/** What the view over time shows: a group for each bucket, the last one for what fits none. */
export interface TimeSums {
  sums: Float64Array
  /** Incidents of each type, as many numbers a bucket as there are types. */
  types: Float64Array
}

/** Counts rows by cell, and sums up the cells whose patterns are asked for. */
export class TimeTally {
  readonly cells: TimeCells
  readonly #known: Known
  /** By pattern: the type of its kind. */
  readonly #typeOf: Uint8Array
  /** By cell: the rows that fail nothing by themselves but the period. */
  readonly #rows: Int32Array

  /** Holds nothing yet. */
  constructor({ kinds }: Facts, cells: TimeCells, known: Known) {
    this.cells = cells
    this.#known = known
    const ofStratum = Uint8Array.from(known.strata.keys.kind, (kind) =>
      kindTypes.indexOf(typeOfKind(kinds[kind] as Kind)),
    )
    this.#typeOf = Uint8Array.from(known.patterns.stratum, (stratum) => ofStratum[stratum] as number)
    this.#rows = new Int32Array(cells.pattern.length)
  }

  /** Counts the rows by what each fails by itself. */
  count(fails: Uint16Array): void {
    const others = ~bitOf('time')
    const rows = this.#rows
    const { ofRow } = this.cells
    rows.fill(0)
    for (let row = 0; row < fails.length; row++) {
      const cell = ofRow[row] as number
      rows[cell] = (rows[cell] as number) + Number(((fails[row] as number) & others) === 0)
    }
  }

  /** Of the patterns that fail nothing, without the rows `leftOut`, which are among them. */
  sums(patternFails: Uint16Array, leftOut: Uint32Array): TimeSums {
    const rows = this.#rows
    const { losses, patterns } = this.#known
    const { from, pattern: patternOf, ofRow } = this.cells
    for (const row of leftOut) add(rows, ofRow[row] as number, -1)
    const buckets = from.length - 1
    const sums = newSums(buckets)
    const types = new Float64Array(buckets * TYPES)
    for (let bucket = 0; bucket < buckets; bucket++) {
      const past = from[bucket + 1] as number
      for (let cell = from[bucket] as number; cell < past; cell++) {
        const pattern = patternOf[cell] as number
        const times = rows[cell] as number
        if (times === 0 || patternFails[pattern] !== 0) continue
        addLoss(sums, bucket * STRIDE, losses, patterns.loss[pattern] as number, times)
        const type = bucket * TYPES + (this.#typeOf[pattern] as number)
        types[type] = (types[type] as number) + times
      }
    }
    for (const row of leftOut) add(rows, ofRow[row] as number, 1)
    return { sums, types }
  }
}

function add(rows: Int32Array, cell: number, n: number): void {
  rows[cell] = (rows[cell] as number) + n
}
