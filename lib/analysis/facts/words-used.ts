import type { FactRows, Facts, FactWords } from './facts'
import type { Column } from './filled'

/** What rows name: places, actors and reports by their ids, datasets by where they stand in the list. */
export interface Named {
  places: ReadonlySet<number>
  actors: ReadonlySet<number>
  reports: ReadonlySet<number>
  datasets: ReadonlySet<number>
}

/** The columns that name them. */
export const naming: Record<keyof Named, (rows: FactRows) => Column[]> = {
  places: ({ place, sites }) => [place, sites.place],
  actors: ({ parties }) => [parties.actor],
  reports: ({ tellings }) => [tellings.report],
  datasets: ({ dataset }) => [dataset],
}

/** What the rows of facts name. */
export function namedBy(facts: Facts): Named {
  const { places, actors, reports, datasets } = facts
  const ids = (of: 'places' | 'actors' | 'reports', list: readonly { id: number }[]) =>
    new Set(marked(list, naming[of](facts)).map(({ id }) => id))
  return {
    ...{ places: ids('places', places), actors: ids('actors', actors), reports: ids('reports', reports) },
    datasets: new Set(marked([...datasets.keys()], naming.datasets(facts))),
  }
}

/** Only the places, actors, relations, reports and datasets that rows name, and what these are in or were part of. */
export function wordsUsed<Words extends FactWords>(words: Words, named: Named): Words {
  const places = new Set(words.places.flatMap(({ id, path }) => (named.places.has(id) ? [id, ...path] : [])))
  const actors = withWholes(named.actors, words.partOf)
  return {
    ...words,
    places: words.places.filter(({ id }) => places.has(id)),
    actors: words.actors.filter(({ id }) => actors.has(id)),
    reports: words.reports.filter(({ id }) => named.reports.has(id)),
    datasets: words.datasets.filter((_, at) => at === 0 || named.datasets.has(at)),
    partOf: words.partOf.filter(({ actor }) => actors.has(actor)),
  }
}

function withWholes(actors: ReadonlySet<number>, partOf: FactWords['partOf']): Set<number> {
  const above = new Map<number, number[]>()
  for (const { actor, whole } of partOf) above.set(actor, [...(above.get(actor) ?? []), whole])
  const found = new Set(actors)
  // A set is walked in the order in which it grows.
  for (const actor of found) for (const whole of above.get(actor) ?? []) found.add(whole)
  return found
}

/** What of a list any of the columns names by where it stands. */
function marked<T>(list: readonly T[], columns: Column[]): T[] {
  const marks = new Uint8Array(list.length)
  for (const column of columns) for (let i = 0; i < column.length; i++) marks[column[i] as number] = 1
  return list.filter((_, at) => marks[at] === 1)
}
