import { type FactRows, type Facts, type FactWords, type FigureColumns, sortDay, wordsOf } from './facts'
import { concatenated } from './joined-rows'
import { byIds, byPlaces } from './renumbered'
import { rowsMade, type Take } from './rows-made'
import { type Named, namedBy } from './words-used'

/** The rows of a period. They name places, actors and reports by their ids, so that they stay while lists become others. */
export interface Block {
  period: number
  rows: FactRows
}

/**
 * Facts cut into blocks by the days of their rows alone: whoever has the same facts has the same blocks. Nothing of them is
 * ever written to: a change makes new blocks, and shares those that it leaves as they are.
 */
export interface FactBlocks {
  words: FactWords
  /** By their periods; none is empty. */
  blocks: readonly Block[]
  named: Named
}

/** So many days are a period: fewer would be more blocks to make and to sum up, more would be more rows to make anew. */
const DAYS = 64

const periodOf = (rows: FactRows, row: number): number => Math.floor(sortDay(rows, row) / DAYS)

/** The facts, cut. */
export function inBlocks(facts: Facts): FactBlocks {
  const rows = byIds(facts, facts)
  const blocks: Block[] = []
  for (let [start, end] = [0, 0]; start < rows.id.length; start = end) {
    const period = periodOf(rows, start)
    while (end < rows.id.length && periodOf(rows, end) === period) end++
    blocks.push({ period, rows: rowsBetween(rows, start, end) })
  }
  return { words: wordsOf(facts), blocks, named: namedBy(facts) }
}

/** And put together again. */
export function whole({ words, blocks }: FactBlocks): Facts {
  const rows = concatenated([noRows, ...blocks.map((block) => block.rows)])
  return { ...words, ...byPlaces(rows, words) }
}

/** The same columns, seen in part. */
function rowsBetween(rows: FactRows, start: number, end: number): FactRows {
  const taking =
    (from: number, to: number): Take =>
    <T>(column: (rows: FactRows) => T) =>
      (column(rows) as Uint8Array).subarray(from, to) as T
  return rowsMade(taking(start, end), (of) => {
    const { offset } = of(rows)
    const [first, last] = [offset[start] as number, offset[end] as number]
    const own = offset.slice(start, end + 1)
    for (let i = 0; i < own.length; i++) own[i] = (own[i] as number) - first
    return { offset: own, take: taking(first, last) }
  })
}

const figures = (): FigureColumns => ({
  low: new Int32Array(0),
  best: new Int32Array(0),
  high: new Int32Array(0),
  flags: new Uint8Array(0),
})

const offset = new Uint32Array(1)

/** None. */
export const noRows: FactRows = {
  ...{ id: new Uint32Array(0), start: new Int32Array(0), end: new Int32Array(0) },
  ...{ lat: new Int32Array(0), lon: new Int32Array(0), precision: new Uint8Array(0) },
  ...{ kind: new Uint8Array(0), place: new Uint32Array(0), dataset: new Uint8Array(0) },
  ...{ status: new Uint8Array(0), grade: new Uint8Array(0), flags: new Uint8Array(0) },
  ...{ killed: figures(), wounded: figures() },
  parties: {
    ...{ offset, actor: new Uint32Array(0), part: new Uint8Array(0) },
    ...{ killed: figures(), wounded: figures() },
  },
  attacks: { offset, mean: new Uint8Array(0) },
  sites: { offset, place: new Uint32Array(0) },
  tellings: { offset, report: new Uint32Array(0) },
}
