import { type FactRows, sortDay } from './facts'
import type { Column } from './filled'
import { rowsMade, type Take } from './rows-made'

/** Rows of one of several that stay together, or items of lists: from `start`, up to but without `end`. */
interface Run {
  /** Which of the several. */
  of: number
  start: number
  end: number
}

/** The rows of both in the order of facts, of the first those without whose ids are `left` out: by default what `more` has too. */
export const joined = (
  base: FactRows,
  more: FactRows,
  left: ReadonlySet<number> = new Set(more.id),
): FactRows => gathered([base, more], runsOf(base, more, left))

/** All rows of several, of one at least, one after another. */
export const concatenated = (several: readonly FactRows[]): FactRows =>
  gathered(
    several,
    several.map(({ id }, of) => ({ of, start: 0, end: id.length })),
  )

function gathered(several: readonly FactRows[], runs: readonly Run[]): FactRows {
  const taking =
    (those: readonly Run[]): Take =>
    (column) =>
      copied(those, several.map(column))
  return rowsMade(taking(runs), (of) => {
    const { offset, items } = listRuns(
      runs,
      several.map((rows) => of(rows).offset),
    )
    return { offset, take: taking(items) }
  })
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { start, end }) => sum + end - start, 0)

/** So few numbers are copied one by one. */
const FEW = 16

/** Whole runs at a time: where little is other, a million rows are a few runs. */
function copied<T extends Column>(runs: readonly Run[], sources: readonly T[]): T {
  const [first] = sources as [T, ...T[]]
  const target = new (first.constructor as new (length: number) => T)(lengthOf(runs))
  let at = 0
  for (const { of, start, end } of runs) {
    const source = sources[of] as T
    if (end - start > FEW) target.set(source.subarray(start, end), at)
    else for (let i = start; i < end; i++) target[at + i - start] = source[i] as number
    at += end - start
  }
  return target
}

const [BASE, MORE] = [0, 1]

function runsOf(base: FactRows, more: FactRows, left: ReadonlySet<number>): Run[] {
  const runs: Run[] = []
  let [next, start] = [0, 0]
  const upTo = (row: number) => start < row && runs.push({ of: BASE, start, end: row })
  for (let row = 0; row < base.id.length; row++) {
    const from = next
    while (next < more.id.length && isBefore(more, next, base, row)) next++
    if (next > from || left.has(base.id[row] as number)) {
      upTo(row)
      start = left.has(base.id[row] as number) ? row + 1 : row
    }
    if (next > from) runs.push({ of: MORE, start: from, end: next })
  }
  upTo(base.id.length)
  if (next < more.id.length) runs.push({ of: MORE, start: next, end: more.id.length })
  return runs
}

function isBefore(a: FactRows, row: number, b: FactRows, other: number): boolean {
  const days = sortDay(a, row) - sortDay(b, other)
  return days < 0 || (days === 0 && (a.id[row] as number) < (b.id[other] as number))
}

/** Where the lists of the rows begin, and the runs of their items. */
function listRuns(
  rows: readonly Run[],
  lists: readonly Uint32Array[],
): { offset: Uint32Array; items: Run[] } {
  const offset = new Uint32Array(lengthOf(rows) + 1)
  const items: Run[] = []
  let [row, item] = [0, 0]
  for (const { of, start, end } of rows) {
    const list = lists[of] as Uint32Array
    const first = list[start] as number
    for (let i = start; i < end; i++) offset[++row] = item + (list[i + 1] as number) - first
    item = offset[row] as number
    items.push({ of, start: first, end: list[end] as number })
  }
  return { offset, items }
}
