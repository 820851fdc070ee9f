import 'server-only'
import {
  type FilterNames,
  type NamingFilter,
  namesSomething,
  unknownInFilter,
} from '@/lib/analysis/filter-names'
import { database } from '@/lib/db/client'
import { datasetNames } from '@/lib/db/datasets'
import { actorNames, namedPlaces } from '@/lib/db/names'
import { Refusal } from '@/lib/problem'

/** Names of what `filter` names by id, and of every dataset. Registries are no secret: whoever reads may read these. */
export async function nameFilter(filter: NamingFilter): Promise<FilterNames> {
  const db = database()
  const [byActor, byPlace, datasets] = await Promise.all([
    actorNames(db, [...filter.actors, ...filter.parties]),
    namedPlaces(db, [...filter.places, ...filter.primaryPlaces]),
    datasetNames(db),
  ])
  return {
    actors: Object.fromEntries(byActor),
    places: Object.fromEntries([...byPlace].map(([id, { names }]) => [id, names])),
    datasets,
  }
}

/** Refuses (`invalid`) a filter that names an actor, place or dataset that there is not. */
export async function requireNamed(filter: NamingFilter): Promise<void> {
  if (!namesSomething(filter)) return
  const problems = unknownInFilter(filter, await nameFilter(filter))
  if (problems.length > 0) throw new Refusal('invalid', problems)
}
