import type { Viewer } from '@/lib/access/viewer'
import { lookUpActors, lookUpPlaces } from '@/lib/db/name-lookup'
import { type ActorEntry, actorEntries, type PlaceEntry, placeEntries } from '@/lib/db/registry-rows'

const MOST = 10

/** Places whose name is like `text`, the best first. The gazetteer is open to every viewer. */
export async function findPlaces(_viewer: Viewer, text: string): Promise<PlaceEntry[]> {
  return placeEntries(await lookUpPlaces(text, MOST))
}

/** Actors whose name is like `text`, the best first. */
export async function findActors(_viewer: Viewer, text: string): Promise<ActorEntry[]> {
  return actorEntries(await lookUpActors(text, MOST))
}

/** Places and actors that a shared link or a stored incident names by id. */
export const namedPlaces = (_viewer: Viewer, ids: readonly number[]): Promise<PlaceEntry[]> =>
  placeEntries(ids)
export const namedActors = (_viewer: Viewer, ids: readonly number[]): Promise<ActorEntry[]> =>
  actorEntries(ids)
