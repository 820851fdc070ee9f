import type { FactPlace, FactReport, Facts } from './facts'
import { type Column, filled } from './filled'
import { joined } from './joined-rows'

/**
 * The facts of somebody who may read more than what `base` holds. `more` holds the incidents that are not in it or differ
 * for them, every actor, relation, duplicate and episode of theirs, and of places, reports and datasets those of its own rows.
 */
export function withMore(base: Facts, more: Facts): Facts {
  const words = {
    ...more,
    places: byId<FactPlace>(base.places, more.places),
    reports: byId<FactReport>(base.reports, more.reports),
    datasets: bothDatasets(base.datasets, more.datasets),
  }
  return { ...words, ...joined(renumbered(base, words), renumbered(more, words)) }
}

/** What is in either list, by id; what is in both as the second has it. */
export const byId = <T extends { id: number }>(base: readonly T[], more: readonly T[]): T[] =>
  [...new Map([...base, ...more].map((one) => [one.id, one])).values()].sort((a, b) => a.id - b.id)

/** The first stays the first. */
export function bothDatasets(base: readonly string[], more: readonly string[]): string[] {
  return [...base.slice(0, 1), ...[...new Set([...base.slice(1), ...more.slice(1)])].sort(bySlug)]
}

const bySlug = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Places, actors, reports and datasets by where they stand in other lists. */
export function renumbered(
  facts: Facts,
  to: Pick<Facts, 'places' | 'actors' | 'reports' | 'datasets'>,
): Facts {
  const ids = (list: readonly { id: number }[]) => list.map(({ id }) => id)
  const place = moves(ids(facts.places), ids(to.places))
  return {
    ...facts,
    place: moved(facts.place, place),
    dataset: moved(facts.dataset, moves(facts.datasets, to.datasets)),
    sites: {
      ...facts.sites,
      place: moved(facts.sites.place, place),
    },
    parties: {
      ...facts.parties,
      actor: moved(facts.parties.actor, moves(ids(facts.actors), ids(to.actors))),
    },
    tellings: {
      ...facts.tellings,
      report: moved(facts.tellings.report, moves(ids(facts.reports), ids(to.reports))),
    },
  }
}

function moves<T>(from: readonly T[], to: readonly T[]): Uint32Array {
  const places = new Map(to.map((one, place) => [one, place]))
  return Uint32Array.from(from, (one) => places.get(one) ?? 0)
}

/** The column itself where everything stands where it stood. */
function moved<T extends Column>(column: T, to: Uint32Array): T {
  if (to.every((place, at) => place === at)) return column
  const target = new (column.constructor as new (length: number) => T)(column.length)
  return filled(target, (i) => to[column[i] as number] as number)
}
