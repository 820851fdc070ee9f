import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import {
  type FilterNames,
  type NamingFilter,
  namesSomething,
  unknownInFilter,
} from '@/lib/analysis/filter-names'
import { database } from '@/lib/db/client'
import { datasetNames } from '@/lib/db/datasets'
import { actorNames, namedPlaces, reportNames } from '@/lib/db/names'
import { seenActorIds, seenPlaceIds, seenReportIds } from '@/lib/db/seen-registry'
import { Refusal } from '@/lib/problem'

/** Names of what `filter` names by id, as far as the viewer may know of it, and of every dataset. */
export async function nameFilter(viewer: Viewer, filter: NamingFilter): Promise<FilterNames> {
  const db = database()
  const [actors, places, reports] = await Promise.all([
    seenActorIds(db, viewer, [...filter.actors, ...filter.parties]),
    seenPlaceIds(db, viewer, [...filter.places, ...filter.primaryPlaces]),
    seenReportIds(db, viewer, filter.reports),
  ])
  const [byActor, byPlace, byReport, datasets] = await Promise.all([
    actorNames(db, actors),
    namedPlaces(db, places),
    reportNames(db, reports),
    datasetNames(db),
  ])
  return {
    actors: Object.fromEntries(byActor),
    places: Object.fromEntries([...byPlace].map(([id, { names }]) => [id, names])),
    reports: Object.fromEntries(byReport),
    datasets,
  }
}

/** Refuses (`invalid`) a filter that names an actor, place, dataset or report that there is not, for all that the viewer may know. */
export async function requireNamed(viewer: Viewer, filter: NamingFilter): Promise<void> {
  if (!namesSomething(filter)) return
  const problems = unknownInFilter(filter, await nameFilter(viewer, filter))
  if (problems.length > 0) throw new Refusal('invalid', problems)
}
