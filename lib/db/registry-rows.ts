import type { Prisma } from '@/prisma/generated/client'
import { database } from './client'

/** Primary names by language; null where a language has none. */
export interface Names {
  ar: string | null
  en: string | null
}

interface NameRow {
  lang: string
  name: string
}

const anyName = {
  select: { lang: true, name: true },
  orderBy: [{ primary: 'desc' }, { id: 'asc' }],
} satisfies Prisma.PlaceNameFindManyArgs & Prisma.ActorNameFindManyArgs

/** One name for each language; a thing named in neither keeps the first name it has, as if English. */
function namesOf(rows: readonly NameRow[]): Names {
  const of = (lang: string) => rows.find((row) => row.lang === lang)?.name ?? null
  const names = { ar: of('ar'), en: of('en') }
  return names.ar === null && names.en === null ? { ar: null, en: rows[0]?.name ?? null } : names
}

/** Names of places by id. */
export async function placeNames(ids: readonly number[]): Promise<Map<number, Names>> {
  const rows = await database().place.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, names: anyName },
  })
  return new Map(rows.map(({ id, names }) => [id, namesOf(names)]))
}

/** A place as a chooser shows it: names, what it lies in (nearest first), its point. */
export interface PlaceEntry {
  id: number
  kind: string
  country: string | null
  names: Names
  parents: { id: number; names: Names }[]
  point: { lat: number; lon: number } | null
}

/** Places by id, in the order asked for. */
export async function placeEntries(ids: readonly number[]): Promise<PlaceEntry[]> {
  const rows = await database().place.findMany({
    where: { id: { in: [...ids] } },
    include: { names: anyName },
  })
  const parents = await placeNames(rows.flatMap(({ path }) => path))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { kind, country, path, lat, lon, names } = row
    const above = path.slice(0, -1).reverse()
    return [
      {
        id,
        kind,
        country,
        names: namesOf(names),
        parents: above.map((parent) => ({
          id: parent,
          names: parents.get(parent) ?? { ar: null, en: null },
        })),
        point: lat === null || lon === null ? null : { lat, lon },
      },
    ]
  })
}

/** An actor as a chooser shows it. */
export interface ActorEntry {
  id: number
  kind: string
  country: string | null
  names: Names
  partOf: { id: number; names: Names }[]
}

/** Actors by id, in the order asked for. */
export async function actorEntries(ids: readonly number[]): Promise<ActorEntry[]> {
  const rows = await database().actor.findMany({
    where: { id: { in: [...ids] } },
    include: {
      names: anyName,
      relations: { where: { kind: 'part-of' }, select: { other: { select: { id: true, names: anyName } } } },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { kind, country, names, relations } = row
    const partOf = relations.map(({ other }) => ({ id: other.id, names: namesOf(other.names) }))
    return [{ id, kind, country, names: namesOf(names), partOf }]
  })
}
