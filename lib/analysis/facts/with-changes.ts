import type { FactChanges } from './changes-wire'
import { type Facts, type FactWords, wordsOf } from './facts'
import { joined } from './joined-rows'
import { renumbered } from './renumbered'
import { bothDatasets, byId } from './with-more'
import { namedBy, wordsUsed } from './words-used'

/** The facts as they are after the changes; words that no row names any more are gone with their rows. */
export function withChanges(base: Facts, changes: FactChanges): Facts {
  const words = wordsWithChanges(base, changes)
  const rows = joined(renumbered(base, words), renumbered(changes.facts, words), touchedBy(changes))
  return withoutUnused({ ...words, ...rows })
}

/** Whatever may be another or gone. */
export const touchedBy = ({ facts, gone }: FactChanges): Set<number> => new Set([...facts.id, ...gone])

/** The words of both, with those that only what is no longer there may have named. */
export function wordsWithChanges(base: FactWords, changes: FactChanges): FactWords {
  const { facts } = changes
  const touched = touchedBy(changes)
  const isTouched = (incidents: readonly number[]) => incidents.some((id) => touched.has(id))
  return {
    ...wordsOf(facts),
    places: byId(base.places, facts.places),
    actors: byId(base.actors, facts.actors),
    reports: byId(base.reports, facts.reports),
    datasets: bothDatasets(base.datasets, facts.datasets),
    duplicates: [
      ...base.duplicates.filter(({ from, to }) => !isTouched([from, to])),
      ...facts.duplicates,
    ].sort((a, b) => a.from - b.from || a.to - b.to),
    episodes: [...base.episodes.filter(({ incidents }) => !isTouched(incidents)), ...facts.episodes],
  }
}

/** The same facts in the one order that depends on nothing but what they say, without words that nothing names. */
export function settled(facts: Facts): Facts {
  const used = withoutUnused(facts)
  return { ...used, ...inOneOrder(used) }
}

/** What has no order of its own, in one. */
export function inOneOrder(words: FactWords): Pick<FactWords, 'partOf' | 'episodes'> {
  return {
    partOf: [...words.partOf].sort(
      (a, b) => a.actor - b.actor || a.whole - b.whole || a.from - b.from || a.until - b.until,
    ),
    episodes: [...words.episodes].sort((a, b) => inOrder(JSON.stringify(a), JSON.stringify(b))),
  }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function withoutUnused(facts: Facts): Facts {
  const words = wordsUsed(wordsOf(facts), namedBy(facts))
  const isSame = (['places', 'actors', 'reports', 'datasets'] as const).every(
    (list) => words[list].length === facts[list].length,
  )
  return isSame ? { ...facts, ...words } : { ...renumbered(facts, words), ...words }
}
