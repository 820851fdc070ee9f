import type { Viewer } from '@/lib/access/viewer'
import type { NamesByLanguage } from '@/lib/analysis/summary'
import { database } from './client'
import { actorNames, namedPlaces } from './names'
import { seenActorIds, seenPlaceIds } from './seen-registry'

/** A place as a chooser shows it: names, what it lies in (nearest first), its point. */
export interface PlaceEntry {
  id: number
  kind: string
  country: string | null
  names: NamesByLanguage
  parents: { id: number; names: NamesByLanguage }[]
  point: { lat: number; lon: number } | null
}

/** An actor as a chooser shows it. */
export interface ActorEntry {
  id: number
  kind: string
  country: string | null
  names: NamesByLanguage
  partOf: { id: number; names: NamesByLanguage }[]
}

const nameless: NamesByLanguage = { ar: null, en: null }

/** Places by id, in the order asked for; an id that nothing has, or nothing that the viewer may know of, is left out. */
export async function placeEntries(viewer: Viewer, ids: readonly number[]): Promise<PlaceEntry[]> {
  const shown = await seenPlaceIds(database(), viewer, ids)
  const rows = await database().place.findMany({ where: { id: { in: shown } } })
  const above = await seenPlaceIds(database(), viewer, [...new Set(rows.flatMap(({ path }) => path))])
  const named = await namedPlaces(database(), above)
  const namesOf = (id: number) => named.get(id)?.names ?? nameless
  return inOrder(ids, rows).map(({ id, kind, country, path, lat, lon }) => ({
    id,
    kind,
    country,
    names: namesOf(id),
    parents: path
      .slice(0, -1)
      .reverse()
      .filter((parent) => named.has(parent))
      .map((parent) => ({ id: parent, names: namesOf(parent) })),
    point: lat === null || lon === null ? null : { lat, lon },
  }))
}

/** Actors by id, in the order asked for, without those that the viewer may not know of. */
export async function actorEntries(viewer: Viewer, ids: readonly number[]): Promise<ActorEntry[]> {
  const shown = await seenActorIds(database(), viewer, ids)
  const rows = await database().actor.findMany({
    where: { id: { in: shown } },
    include: { relations: { where: { kind: 'part-of' }, select: { otherId: true } } },
  })
  const wholes = rows.flatMap(({ relations }) => relations.map(({ otherId }) => otherId))
  const around = await seenActorIds(database(), viewer, wholes)
  const names = await actorNames(database(), [...new Set([...shown, ...around])])
  const namesOf = (id: number) => names.get(id) ?? nameless
  return inOrder(ids, rows).map(({ id, kind, country, relations }) => ({
    id,
    kind,
    country,
    names: namesOf(id),
    partOf: relations
      .filter(({ otherId }) => names.has(otherId))
      .map(({ otherId }) => ({ id: otherId, names: namesOf(otherId) })),
  }))
}

function inOrder<Row extends { id: number }>(ids: readonly number[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
