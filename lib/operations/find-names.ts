import type { Viewer } from '@/lib/access/viewer'
import { lookUpActors, lookUpPlaces } from '@/lib/db/name-lookup'
import { type ActorEntry, actorEntries, type PlaceEntry, placeEntries } from '@/lib/db/registry-rows'

const MOST = 10

/** Places whose name is like `text`, the best first. The gazetteer is open to every viewer; what was added is not. */
export async function findPlaces(viewer: Viewer, text: string): Promise<PlaceEntry[]> {
  return placeEntries(viewer, await lookUpPlaces(viewer, text, MOST))
}

/** Actors whose name is like `text`, the best first. */
export async function findActors(viewer: Viewer, text: string): Promise<ActorEntry[]> {
  return actorEntries(viewer, await lookUpActors(viewer, text, MOST))
}

/** Places and actors that a shared link or a stored incident names by id. */
export const namedPlaces = (viewer: Viewer, ids: readonly number[]): Promise<PlaceEntry[]> =>
  placeEntries(viewer, ids)
export const namedActors = (viewer: Viewer, ids: readonly number[]): Promise<ActorEntry[]> =>
  actorEntries(viewer, ids)
