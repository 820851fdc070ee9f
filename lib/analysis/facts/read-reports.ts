import { MOST_ROWS } from '../roll-up'
import { addLoss } from './add-losses'
import type { Answer } from './answer'
import { bitOf } from './dimensions'
import type { Facts } from './facts'
import type { Known } from './known'
import { countedAt, newSums, STRIDE } from './sums'
import { viewBit } from './views'

/**
 * The view of reports: those that tell of most incidents, and what the others tell of, once each. Counted anew each time:
 * of the rows that make a record large, the imported ones, no report tells.
 */
export function byReport(
  facts: Facts,
  known: Known,
  failsAt: (row: number) => number,
  leftOut: Uint16Array,
): Answer['byReport'] {
  const rows = rowsCounted(known.told, failsAt, leftOut)
  const counts = countsOf(facts, rows)
  const shown = mostTold(counts)
  const sums = sumsOf(facts, known, rows, shown)
  return {
    rows: shown.flatMap((index, group) =>
      facts.reports
        .slice(index, index + 1)
        .map(({ id, ...name }) => ({ report: id, ...name, ...countedAt(sums, group * STRIDE) })),
    ),
    others: { reports: some(counts) - shown.length, ...countedAt(sums, shown.length * STRIDE) },
  }
}

/** Those that pass all but the reports asked for, and are no duplicates among these. */
function rowsCounted(told: Uint32Array, failsAt: (row: number) => number, leftOut: Uint16Array): Uint32Array {
  const [others, view] = [~bitOf('reports'), viewBit('reports')]
  const rows = new Uint32Array(told.length)
  let length = 0
  for (let k = 0; k < told.length; k++) {
    const row = told[k] as number
    rows[length] = row
    length += Number(((failsAt(row) & others) | ((leftOut[row] as number) & view)) === 0)
  }
  return rows.subarray(0, length)
}

/** By report: of how many of the rows it tells. */
function countsOf({ reports, tellings: { offset, report } }: Facts, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(reports.length)
  for (let k = 0; k < rows.length; k++) {
    const past = offset[(rows[k] as number) + 1] as number
    for (let at = offset[rows[k] as number] as number; at < past; at++) {
      const index = report[at] as number
      counts[index] = (counts[index] as number) + 1
    }
  }
  return counts
}

/** Of as many incidents, the first on record: reports stand in the order of their ids. */
function mostTold(counts: Uint32Array): number[] {
  const shown: number[] = []
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] as number
    const least = shown.length < MOST_ROWS ? 0 : (counts[shown.at(-1) as number] as number)
    if (count <= least) continue
    const at = shown.findIndex((other) => (counts[other] as number) < count)
    shown.splice(at === -1 ? shown.length : at, 0, index)
    if (shown.length > MOST_ROWS) shown.pop()
  }
  return shown
}

function some(counts: Uint32Array): number {
  let found = 0
  for (let index = 0; index < counts.length; index++) found += Number(counts[index] !== 0)
  return found
}

/** A group for each of the reports shown, and the last one for whatever any other tells of. */
function sumsOf(
  { reports, tellings: { offset, report } }: Facts,
  { losses, patterns }: Known,
  rows: Uint32Array,
  shown: readonly number[],
): Float64Array {
  const others = shown.length
  const groupOf = new Uint8Array(reports.length).fill(others)
  for (const [group, index] of shown.entries()) groupOf[index] = group
  const sums = newSums(others + 1)
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const loss = patterns.loss[patterns.ofRow[row] as number] as number
    const past = offset[row + 1] as number
    let hasOther = false
    for (let at = offset[row] as number; at < past; at++) {
      const group = groupOf[report[at] as number] as number
      if (group === others) hasOther = true
      else addLoss(sums, group * STRIDE, losses, loss, 1)
    }
    if (hasOther) addLoss(sums, others * STRIDE, losses, loss, 1)
  }
  return sums
}
