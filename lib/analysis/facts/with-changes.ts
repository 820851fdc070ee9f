import type { FactChanges } from './changes-wire'
import type { Facts, FactWords } from './facts'
import { joined } from './joined-rows'
import { bothDatasets, byId, renumbered } from './with-more'

/** The facts as they are after the changes; words that no row names any more are gone with their rows. */
export function withChanges(base: Facts, { facts, gone }: FactChanges): Facts {
  const isTouched = touching([...facts.id, ...gone])
  const words: FactWords = {
    ...facts,
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
  return withoutUnused({
    ...words,
    ...joined(renumbered(base, words), renumbered(facts, words), gone),
  })
}

/** The same facts in the one order that depends on nothing but what they say, without words that nothing names. */
export function settled(facts: Facts): Facts {
  const { partOf, episodes, ...rest } = withoutUnused(facts)
  return {
    ...rest,
    partOf: [...partOf].sort(
      (a, b) => a.actor - b.actor || a.whole - b.whole || a.from - b.from || a.until - b.until,
    ),
    episodes: [...episodes].sort((a, b) => inOrder(JSON.stringify(a), JSON.stringify(b))),
  }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function touching(ids: readonly number[]): (incidents: readonly number[]) => boolean {
  const touched = new Set(ids)
  return (incidents) => incidents.some((id) => touched.has(id))
}

/** Only the places, actors, relations, reports and datasets that rows name, and what these are in or were part of. */
function withoutUnused(facts: Facts): Facts {
  const places = placesUsed(facts)
  const actors = actorsUsed(facts)
  const datasets = marked(facts.datasets.length, facts.dataset)
  const reports = marked(facts.reports.length, facts.tellings.report)
  const words = {
    places: facts.places.filter(({ id }) => places.has(id)),
    actors: facts.actors.filter(({ id }) => actors.has(id)),
    reports: facts.reports.filter((_, at) => reports[at] === 1),
    datasets: facts.datasets.filter((_, at) => at === 0 || datasets[at] === 1),
    partOf: facts.partOf.filter(({ actor }) => actors.has(actor)),
  }
  const isSame =
    words.places.length === facts.places.length &&
    words.actors.length === facts.actors.length &&
    words.reports.length === facts.reports.length &&
    words.datasets.length === facts.datasets.length
  return isSame ? { ...facts, ...words } : { ...renumbered(facts, words), ...words }
}

function placesUsed({ places, place, sites }: Facts): Set<number> {
  const used = marked(places.length, place, sites.place)
  return new Set(places.flatMap(({ id, path }, at) => (used[at] === 1 ? [id, ...path] : [])))
}

function actorsUsed({ actors, parties, partOf }: Facts): Set<number> {
  const used = marked(actors.length, parties.actor)
  const found = new Set(actors.flatMap(({ id }, at) => (used[at] === 1 ? [id] : [])))
  const above = new Map<number, number[]>()
  for (const { actor, whole } of partOf) above.set(actor, [...(above.get(actor) ?? []), whole])
  // A set is walked in the order in which it grows.
  for (const actor of found) for (const whole of above.get(actor) ?? []) found.add(whole)
  return found
}

/** 1 at every place of a list of this length that any of the columns names. */
function marked(length: number, ...columns: ArrayLike<number>[]): Uint8Array {
  const marks = new Uint8Array(length)
  for (const column of columns) for (let i = 0; i < column.length; i++) marks[column[i] as number] = 1
  return marks
}
