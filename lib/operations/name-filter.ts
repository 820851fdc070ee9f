import 'server-only'
import type { Filter } from '@/lib/analysis/filter'
import type { FilterNames } from '@/lib/analysis/filter-names'
import { database } from '@/lib/db/client'
import { datasetNames } from '@/lib/db/datasets'
import { actorNames, namedPlaces } from '@/lib/db/names'

/** Names of what `filter` names by id, and of every dataset. Registries are no secret: whoever reads may read these. */
export async function nameFilter({
  actors,
  places,
}: Pick<Filter, 'actors' | 'places'>): Promise<FilterNames> {
  const db = database()
  const [byActor, byPlace, datasets] = await Promise.all([
    actorNames(db, actors),
    namedPlaces(db, places),
    datasetNames(db),
  ])
  return {
    actors: Object.fromEntries(byActor),
    places: Object.fromEntries([...byPlace].map(([id, { names }]) => [id, names])),
    datasets,
  }
}
