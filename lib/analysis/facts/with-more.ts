import { type FactPlace, type Facts, type FigureColumns, sortDay } from './facts'
import { type Column, filled } from './filled'

/**
 * The facts of somebody who may read more than what `base` holds. `more` holds the incidents that are not in it or differ
 * for them, every actor, relation, duplicate and episode of theirs, and of places and datasets those of its own rows.
 */
export function withMore(base: Facts, more: Facts): Facts {
  const places = [
    ...new Map([...base.places, ...more.places].map((place) => [place.id, place])).values(),
  ].sort((a: FactPlace, b: FactPlace) => a.id - b.id)
  const [own, ...others] = base.datasets as [string, ...string[]]
  const datasets = [own, ...[...new Set([...others, ...more.datasets.slice(1)])].sort(bySlug)]
  const words = { ...more, places, datasets }
  return { ...words, ...joined(renumbered(base, words), renumbered(more, words)) }
}

const bySlug = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Places, actors and datasets by where they stand in other lists. */
function renumbered(facts: Facts, to: Pick<Facts, 'places' | 'actors' | 'datasets'>): Facts {
  const ids = (list: readonly { id: number }[]) => list.map(({ id }) => id)
  const place = moves(ids(facts.places), ids(to.places))
  return {
    ...facts,
    place: moved(new Uint32Array(facts.place.length), facts.place, place),
    dataset: moved(new Uint8Array(facts.dataset.length), facts.dataset, moves(facts.datasets, to.datasets)),
    sites: {
      ...facts.sites,
      place: moved(new Uint32Array(facts.sites.place.length), facts.sites.place, place),
    },
    parties: {
      ...facts.parties,
      actor: moved(
        new Uint32Array(facts.parties.actor.length),
        facts.parties.actor,
        moves(ids(facts.actors), ids(to.actors)),
      ),
    },
  }
}

function moves<T>(from: readonly T[], to: readonly T[]): Uint32Array {
  const places = new Map(to.map((one, place) => [one, place]))
  return Uint32Array.from(from, (one) => places.get(one) ?? 0)
}

const moved = <T extends Column>(target: T, column: Column, to: Uint32Array): T =>
  filled(target, (i) => to[column[i] as number] as number)

/** A row of one of the two: below 0 it is of `more`, -1 its first. */
const ofMore = (row: number): number => -1 - row

/** The rows of both in the order of facts; an incident that is in both as `more` has it. */
function joined(base: Facts, more: Facts) {
  const rows = orderOf(base, more)
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

function orderOf(base: Facts, more: Facts): Int32Array {
  const replaced = new Set(more.id)
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
