import type { FactPlace, FactReport, Facts } from './facts'
import { joined } from './joined-rows'
import { renumbered } from './renumbered'

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
