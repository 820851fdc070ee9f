import { ofStrata } from './failing'
import { bitsOf, FAILURES } from './views'

/** Sums over some of the rows. All that they hold is in `columns`. */
interface Tally {
  readonly columns: readonly (Float64Array | Int32Array)[]
  add(rows: Uint32Array, sign: 1 | -1): void
}

/**
 * The tallies that are kept, and the dimensions of which each takes no account: all are by stratum, which itself tells the
 * kind, dataset, status, grade and means, so that asking for any of these moves no row.
 */
const unheeded = {
  inPlaces: ofStrata,
  /** By country: rows in the filter's places and elsewhere. */
  anywhere: ofStrata | bitsOf('places'),
  actors: ofStrata | bitsOf('actors'),
  time: ofStrata | bitsOf('time'),
}
export type KeptName = keyof typeof unheeded
const names = Object.keys(unheeded) as KeptName[]
const bitOf = (name: KeptName): number => 1 << names.indexOf(name)

/** How many sets of tallies there are. */
const SETS = 1 << names.length

/** For each set of failed dimensions, the tallies that such a row is in, a bit each. */
const talliesOf = Uint8Array.from({ length: FAILURES }, (_, fails) =>
  names.reduce((bits, name) => ((fails & ~unheeded[name]) === 0 ? bits | bitOf(name) : bits), 0),
)

/** Rows that one step lets into or out of any tally. */
export class Changes {
  count = 0
  /** The first `count` of them. */
  readonly rows: Uint32Array
  /** By row, for these rows: what it failed before. */
  readonly before: Uint16Array
  /** How many went from one set of tallies to another: the first set times SETS, and the other. */
  readonly #went = new Uint32Array(SETS * SETS)

  constructor(most: number) {
    this.rows = new Uint32Array(most + 1)
    this.before = new Uint16Array(most)
  }

  clear(): void {
    this.count = 0
    this.#went.fill(0)
  }

  /** Notes a row that fails other dimensions than it did. Without a branch, which would be foretold wrongly half the time. */
  note(row: number, was: number, is: number): void {
    const before = talliesOf[was] as number
    const now = talliesOf[is] as number
    const way = before * SETS + now
    this.rows[this.count] = row
    this.count += Number(before !== now)
    this.#went[way] = (this.#went[way] as number) + 1
  }

  /** Lists the rows that came into a tally, or those that went out of it. */
  list(fails: Uint16Array, name: KeptName, list: Uint32Array, into: boolean): number {
    const place = names.indexOf(name)
    const from = into ? 0 : 1
    let length = 0
    for (let k = 0; k < this.count; k++) {
      const row = this.rows[k] as number
      const was = ((talliesOf[this.before[row] as number] as number) >> place) & 1
      const is = ((talliesOf[fails[row] as number] as number) >> place) & 1
      list[length] = row
      length += (was ^ is) & (was ^ from ^ 1)
    }
    return length
  }

  /** Notes all rows that fail other dimensions than `before` says. */
  noteAll(fails: Uint16Array): void {
    const pairs = pairsOf(fails)
    const before = pairsOf(this.before)
    // Two rows at a time, since most stay as they are.
    for (let pair = 0; pair < pairs.length; pair++)
      if (pairs[pair] !== before[pair]) this.#noteRows(fails, pair * 2, pair * 2 + 2)
    this.#noteRows(fails, pairs.length * 2, fails.length)
  }

  #noteRows(fails: Uint16Array, from: number, past: number): void {
    for (let row = from; row < past; row++) this.note(row, this.before[row] as number, fails[row] as number)
  }

  /** How many rows came into a tally or went out of it. */
  moved(name: KeptName): [into: number, outOf: number] {
    const bit = bitOf(name)
    let into = 0
    let outOf = 0
    for (let way = 0; way < this.#went.length; way++) {
      const was = Math.floor(way / SETS) & bit
      const is = way & bit
      if (is > was) into += this.#went[way] as number
      if (was > is) outOf += this.#went[way] as number
    }
    return [into, outOf]
  }
}

const pairsOf = ({ buffer, length }: Uint16Array): Uint32Array => new Uint32Array(buffer, 0, length >> 1)

/** Lists the rows for whose failures the table has 1. */
function listWhere(list: Uint32Array, fails: Uint16Array, table: Uint8Array): number {
  let length = 0
  for (let row = 0; row < fails.length; row++) {
    list[length] = row
    length = (length + (table[fails[row] as number] as number)) | 0
  }
  return length
}

/** Lists all rows. */
function listAll(list: Uint32Array): number {
  for (let row = 0; row < list.length; row++) list[row] = row
  return list.length
}

/** Looking at a row costs this part of adding it. */
const LOOK = 0.2

/**
 * A tally kept up to date as rows come and go: row by row where few do; from nothing, or from everything, where that is
 * less work.
 */
export class Kept<T extends Tally> {
  readonly tally: T
  readonly #name: KeptName
  readonly #another: () => T
  /** How many rows are in it. */
  #size = 0
  /** The same with every row in it; made when first needed. */
  #everything: T | null = null

  /** Holds nothing yet. */
  constructor(name: KeptName, another: () => T) {
    this.#name = name
    this.#another = another
    this.tally = another()
  }

  /**
   * Takes account of a step; `list` is room for as many numbers as there are rows. True: it counted all rows anew, and holds
   * nothing else that was added to it or taken away.
   */
  follow(fails: Uint16Array, changes: Changes, list: Uint32Array): boolean {
    const [into, outOf] = changes.moved(this.#name)
    const size = this.#size + into - outOf
    const anew = Math.min(size, fails.length - size) + fails.length * LOOK
    const isAnew = into + outOf + changes.count * LOOK > anew
    if (isAnew) this.#countAll(fails, list, size)
    else if (into + outOf > 0) this.#move(fails, changes, list)
    this.#size = size
    return isAnew
  }

  /** Counts all rows anew. */
  countAnew(fails: Uint16Array, list: Uint32Array): void {
    this.#size = this.#list(fails, list, true)
    this.#countAll(fails, list, this.#size)
  }

  #countAll(fails: Uint16Array, list: Uint32Array, size: number): void {
    if (size * 2 > fails.length) this.#takeFromAll(fails, list)
    else {
      for (const column of this.tally.columns) column.fill(0)
      this.tally.add(list.subarray(0, this.#list(fails, list, true)), 1)
    }
  }

  #takeFromAll(fails: Uint16Array, list: Uint32Array): void {
    if (this.#everything === null) {
      this.#everything = this.#another()
      this.#everything.add(list.subarray(0, listAll(list)), 1)
    }
    for (const [k, column] of this.#everything.columns.entries()) this.tally.columns[k]?.set(column)
    this.tally.add(list.subarray(0, this.#list(fails, list, false)), -1)
  }

  /** Lists the rows that are in it, or those that are not. */
  #list(fails: Uint16Array, list: Uint32Array, wanted: boolean): number {
    const bit = bitOf(this.#name)
    return listWhere(
      list,
      fails,
      talliesOf.map((tallies) => Number(((tallies & bit) !== 0) === wanted)),
    )
  }

  #move(fails: Uint16Array, changes: Changes, list: Uint32Array): void {
    const into = changes.list(fails, this.#name, list, true)
    this.tally.add(list.subarray(0, into), 1)
    const outOf = changes.list(fails, this.#name, list, false)
    this.tally.add(list.subarray(0, outOf), -1)
  }
}
