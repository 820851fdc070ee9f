import { type Facts, type FigureColumns, sortDay } from './facts'
import { type Column, filled } from './filled'

/** A row of one of the two: below 0 it is of `more`, -1 its first. */
const ofMore = (row: number): number => -1 - row

/** The rows of both in the order of facts; an incident that is in both as `more` has it, without those of `gone`. */
export function joined(base: Facts, more: Facts, gone: readonly number[] = []) {
  const rows = orderOf(base, more, gone)
  const pick = <T extends Column>(column: (facts: Facts) => T): T => {
    const [a, b] = [column(base), column(more)]
    const target = new (a.constructor as new (length: number) => T)(rows.length)
    return filled(target, (i) => at(rows[i] as number, a, b))
  }
  const lists = (of: (facts: Facts) => { offset: Uint32Array }) =>
    listRows(rows, of(base).offset, of(more).offset)
  const [parties, attacks, sites] = [lists((f) => f.parties), lists((f) => f.attacks), lists((f) => f.sites)]
  const inList = <T extends Column>({ items }: Lists, column: (facts: Facts) => T): T => {
    const [a, b] = [column(base), column(more)]
    const target = new (a.constructor as new (length: number) => T)(items.length)
    return filled(target, (i) => at(items[i] as number, a, b))
  }
  const figures = (
    of: (facts: Facts) => FigureColumns,
    take: <T extends Column>(column: (facts: Facts) => T) => T,
  ): FigureColumns => ({
    low: take((facts) => of(facts).low),
    best: take((facts) => of(facts).best),
    high: take((facts) => of(facts).high),
    flags: take((facts) => of(facts).flags),
  })
  const ofParty = <T extends Column>(column: (facts: Facts) => T) => inList(parties, column)
  return {
    id: pick((facts) => facts.id),
    start: pick((facts) => facts.start),
    end: pick((facts) => facts.end),
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
    attacks: { offset: attacks.offset, mean: inList(attacks, (facts) => facts.attacks.mean) },
    sites: { offset: sites.offset, place: inList(sites, (facts) => facts.sites.place) },
  }
}

const at = (row: number, base: Column, more: Column): number =>
  (row < 0 ? more[ofMore(row)] : base[row]) as number

function orderOf(base: Facts, more: Facts, gone: readonly number[]): Int32Array {
  const replaced = new Set([...more.id, ...gone])
  const order: number[] = []
  let next = 0
  for (let row = 0; row < base.id.length; row++) {
    if (replaced.has(base.id[row] as number)) continue
    while (next < more.id.length && isBefore(more, next, base, row)) order.push(ofMore(next++))
    order.push(row)
  }
  while (next < more.id.length) order.push(ofMore(next++))
  return Int32Array.from(order)
}

function isBefore(a: Facts, row: number, b: Facts, other: number): boolean {
  const days = sortDay(a, row) - sortDay(b, other)
  return days < 0 || (days === 0 && (a.id[row] as number) < (b.id[other] as number))
}

interface Lists {
  offset: Uint32Array
  /** Items of both, in the order of the rows; below 0 of `more`, as rows are. */
  items: Int32Array
}

function listRows(rows: Int32Array, base: Uint32Array, more: Uint32Array): Lists {
  const offset = new Uint32Array(rows.length + 1)
  const items: number[] = []
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const [own, list] = row < 0 ? [ofMore(row), more] : [row, base]
    for (let item = list[own] as number; item < (list[own + 1] as number); item++)
      items.push(row < 0 ? ofMore(item) : item)
    offset[i + 1] = items.length
  }
  return { offset, items: Int32Array.from(items) }
}
