import { type Facts, type FigureColumns, sortDay } from './facts'
import type { Column } from './filled'

/** Rows of one of the two that stay together, or items of lists: from `start`, up to but without `end`. */
interface Run {
  ofMore: boolean
  start: number
  end: number
}

/** The rows of both in the order of facts; an incident that is in both as `more` has it, without those of `gone`. */
export function joined(base: Facts, more: Facts, gone: readonly number[] = []) {
  const rows = runsOf(base, more, gone)
  const lists = (of: (facts: Facts) => { offset: Uint32Array }) =>
    listRuns(rows, of(base).offset, of(more).offset)
  const [parties, attacks] = [lists((f) => f.parties), lists((f) => f.attacks)]
  const [sites, tellings] = [lists((f) => f.sites), lists((f) => f.tellings)]
  const taking =
    (runs: readonly Run[]) =>
    <T extends Column>(column: (facts: Facts) => T): T =>
      copied(runs, column(base), column(more))
  const pick = taking(rows)
  const ofParty = taking(parties.items)
  return {
    id: pick((facts) => facts.id),
    start: pick((facts) => facts.start),
    end: pick((facts) => facts.end),
    lat: pick((facts) => facts.lat),
    lon: pick((facts) => facts.lon),
    precision: pick((facts) => facts.precision),
    kind: pick((facts) => facts.kind),
    place: pick((facts) => facts.place),
    dataset: pick((facts) => facts.dataset),
    status: pick((facts) => facts.status),
    grade: pick((facts) => facts.grade),
    flags: pick((facts) => facts.flags),
    killed: figures((facts) => facts.killed, pick),
    wounded: figures((facts) => facts.wounded, pick),
    parties: {
      offset: parties.offset,
      actor: ofParty((facts) => facts.parties.actor),
      part: ofParty((facts) => facts.parties.part),
      killed: figures((facts) => facts.parties.killed, ofParty),
      wounded: figures((facts) => facts.parties.wounded, ofParty),
    },
    attacks: { offset: attacks.offset, mean: taking(attacks.items)((facts) => facts.attacks.mean) },
    sites: { offset: sites.offset, place: taking(sites.items)((facts) => facts.sites.place) },
    tellings: {
      offset: tellings.offset,
      report: taking(tellings.items)((facts) => facts.tellings.report),
    },
  }
}

function figures(
  of: (facts: Facts) => FigureColumns,
  take: <T extends Column>(column: (facts: Facts) => T) => T,
): FigureColumns {
  return {
    low: take((facts) => of(facts).low),
    best: take((facts) => of(facts).best),
    high: take((facts) => of(facts).high),
    flags: take((facts) => of(facts).flags),
  }
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { start, end }) => sum + end - start, 0)

/** So few numbers are copied one by one. */
const FEW = 16

/** Whole runs at a time: where little is other, a million rows are a few runs. */
function copied<T extends Column>(runs: readonly Run[], base: T, more: T): T {
  const target = new (base.constructor as new (length: number) => T)(lengthOf(runs))
  let at = 0
  for (const { ofMore, start, end } of runs) {
    const source = ofMore ? more : base
    if (end - start > FEW) target.set(source.subarray(start, end), at)
    else for (let i = start; i < end; i++) target[at + i - start] = source[i] as number
    at += end - start
  }
  return target
}

function runsOf(base: Facts, more: Facts, gone: readonly number[]): Run[] {
  const left = new Set([...more.id, ...gone])
  const runs: Run[] = []
  let [next, start] = [0, 0]
  const upTo = (row: number) => start < row && runs.push({ ofMore: false, start, end: row })
  for (let row = 0; row < base.id.length; row++) {
    const from = next
    while (next < more.id.length && isBefore(more, next, base, row)) next++
    if (next > from || left.has(base.id[row] as number)) {
      upTo(row)
      start = left.has(base.id[row] as number) ? row + 1 : row
    }
    if (next > from) runs.push({ ofMore: true, start: from, end: next })
  }
  upTo(base.id.length)
  if (next < more.id.length) runs.push({ ofMore: true, start: next, end: more.id.length })
  return runs
}

function isBefore(a: Facts, row: number, b: Facts, other: number): boolean {
  const days = sortDay(a, row) - sortDay(b, other)
  return days < 0 || (days === 0 && (a.id[row] as number) < (b.id[other] as number))
}

/** Where the lists of the rows begin, and the runs of their items. */
function listRuns(
  rows: readonly Run[],
  base: Uint32Array,
  more: Uint32Array,
): { offset: Uint32Array; items: Run[] } {
  const offset = new Uint32Array(lengthOf(rows) + 1)
  const items: Run[] = []
  let [row, item] = [0, 0]
  for (const { ofMore, start, end } of rows) {
    const list = ofMore ? more : base
    const first = list[start] as number
    for (let i = start; i < end; i++) offset[++row] = item + (list[i + 1] as number) - first
    item = offset[row] as number
    items.push({ ofMore, start: first, end: list[end] as number })
  }
  return { offset, items }
}
