import type { FactRows, Facts, FactWords } from './facts'
import type { Column } from './filled'
import { placesOf } from './places-of'

/** The rows, with other numbers for places, actors and reports. */
function renamed<Rows extends FactRows>(
  rows: Rows,
  as: Record<'place' | 'actor' | 'report', <T extends Column>(column: T) => T>,
): Rows {
  return {
    ...rows,
    place: as.place(rows.place),
    sites: { ...rows.sites, place: as.place(rows.sites.place) },
    parties: { ...rows.parties, actor: as.actor(rows.parties.actor) },
    tellings: { ...rows.tellings, report: as.report(rows.tellings.report) },
  }
}

/** Places, actors, reports and datasets by where they stand in other lists. */
export function renumbered(
  facts: Facts,
  to: Pick<FactWords, 'places' | 'actors' | 'reports' | 'datasets'>,
): Facts {
  const rows = renamed(facts, {
    place: moving(idsOf(facts.places), idsOf(to.places)),
    actor: moving(idsOf(facts.actors), idsOf(to.actors)),
    report: moving(idsOf(facts.reports), idsOf(to.reports)),
  })
  return { ...rows, dataset: moving(facts.datasets, to.datasets)(facts.dataset) }
}

/** The rows, with the ids of places, actors and reports for where these stand in the lists. */
export const byIds = (rows: FactRows, { places, actors, reports }: FactWords): FactRows =>
  renamed(rows, {
    place: looking(Uint32Array.from(idsOf(places))),
    actor: looking(Uint32Array.from(idsOf(actors))),
    report: looking(Uint32Array.from(idsOf(reports))),
  })

/** And back. */
export const byPlaces = (rows: FactRows, { places, actors, reports }: FactWords): FactRows =>
  renamed(rows, { place: finding(places), actor: finding(actors), report: finding(reports) })

const idsOf = (list: readonly { id: number }[]) => list.map(({ id }) => id)

/** The column itself where everything stands where it stood. */
function moving<T>(from: readonly T[], to: readonly T[]): <C extends Column>(column: C) => C {
  const places = new Map(to.map((one, place) => [one, place]))
  const moves = Uint32Array.from(from, (one) => places.get(one) ?? 0)
  return moves.every((place, at) => place === at) ? (column) => column : looking(moves)
}

/** Takes numbers for those that a table has at their places: by no function, which would take several times as long. */
const looking =
  (table: Uint32Array) =>
  <T extends Column>(column: T): T => {
    const target = likeIt(column)
    for (let i = 0; i < column.length; i++) target[i] = table[column[i] as number] as number
    return target
  }

function finding(list: readonly { id: number }[]): <T extends Column>(column: T) => T {
  const placeOf = placesOf(idsOf(list))
  return (column) => {
    const target = likeIt(column)
    for (let i = 0; i < column.length; i++) target[i] = placeOf(column[i] as number)
    return target
  }
}

const likeIt = <T extends Column>(column: T): T =>
  new (column.constructor as new (length: number) => T)(column.length)
