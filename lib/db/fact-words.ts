import type { Viewer } from '@/lib/access/viewer'
import type { DuplicateLink } from '@/lib/analysis/duplicates'
import {
  dayNumber,
  type FactActor,
  type FactPlace,
  type FactRelation,
  type FactReport,
  NO_DAY,
  PARTS_OF_DEGREE,
} from '@/lib/analysis/facts/facts'
import { withoutUnknown } from '@/lib/analysis/facts/part-of'
import { OWN_DATASET } from '@/lib/analysis/filter'
import type { PlaceKind } from '@/lib/place/where'
import { Prisma } from '@/prisma/generated/client'
import { betweenPresent } from './incident-links'
import { actorNames, namedPlaces, reportNames } from './names'
import { seenActorIds } from './seen-registry'
import type { Database } from './transaction'
import { presentIncidents } from './visible-to'

interface PlaceRow {
  id: number
  path: number[]
  kind: PlaceKind
  country: string | null
  lat: number | null
  lon: number | null
}

/** The places with these ids, and all that their paths name, by id. */
export async function factPlaces(db: Database, ids: number[]): Promise<FactPlace[]> {
  const rows = await db.$queryRaw<PlaceRow[]>`
    select p.id, p.path, p.kind, p.country, round(p.lat * ${PARTS_OF_DEGREE}::int)::int lat,
      round(p.lon * ${PARTS_OF_DEGREE}::int)::int lon
    from place p
    where p.id in (select unnest(path) from place where id = any(${ids}::int[]) union select unnest(${ids}::int[]))
    order by p.id`
  const named = await namedPlaces(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ lat, lon, ...place }) => ({
    ...place,
    point: lat === null || lon === null ? null : { lat, lon },
    names: named.get(place.id)?.names ?? { ar: null, en: null },
  }))
}

/** The reports with these ids, by id. */
export async function factReports(db: Database, ids: number[]): Promise<FactReport[]> {
  return [...(await reportNames(db, ids)).values()].map(({ report, ...name }) => ({ id: report, ...name }))
}

/**
 * The actors with these ids and those that the relations name, as far as the viewer may know of these; and what was part
 * of what and when. What leads over an actor that the viewer may not know of leads there at once.
 */
export async function factActors(
  db: Database,
  viewer: Viewer,
  ids: number[],
  relations: FactRelation[],
): Promise<{ actors: FactActor[]; partOf: FactRelation[] }> {
  const ends = [...new Set(relations.flatMap(({ actor, whole }) => [actor, whole]))]
  const known = [...new Set([...ids, ...(await seenActorIds(db, viewer, ends))])].sort((a, b) => a - b)
  const names = await actorNames(db, known)
  return {
    actors: known.map((id) => ({ id, names: names.get(id) ?? { ar: null, en: null } })),
    partOf: withoutUnknown(relations, new Set(known)),
  }
}

/** What these actors were part of, and what that was part of. */
export const relationsAbove = (db: Database, ids: number[]): Promise<FactRelation[]> =>
  relationsOf(
    db,
    Prisma.sql`r.actor_id in (
      with recursive above(id) as (
        select unnest(${ids}::int[])
        union
        select r.other_id from above join actor_relation r on r.actor_id = above.id where r.kind = 'part-of'
      ) select id from above)`,
  )

/** What any actor was part of. */
export const allRelations = (db: Database): Promise<FactRelation[]> => relationsOf(db, Prisma.sql`true`)

async function relationsOf(db: Database, which: Prisma.Sql): Promise<FactRelation[]> {
  const rows = await db.$queryRaw<
    { actor: number; whole: number; from: string | null; until: string | null }[]
  >`
    select r.actor_id actor, r.other_id whole, to_char(r.started_on, 'YYYY-MM-DD') "from",
      to_char(r.ended_on, 'YYYY-MM-DD') "until"
    from actor_relation r where r.kind = 'part-of' and ${which}
    order by r.actor_id, r.other_id`
  const day = (date: string | null) => (date === null ? NO_DAY : dayNumber(date))
  return rows.map(({ actor, whole, from, until }) => ({ actor, whole, from: day(from), until: day(until) }))
}

/** Which incidents that the viewer may read are marked duplicates of which, by such a `incident_link l` as `which` says. */
export const duplicateLinks = (
  db: Database,
  viewer: Viewer,
  which = Prisma.sql`true`,
): Promise<DuplicateLink[]> => {
  return db.$queryRaw<DuplicateLink[]>`
    select l.from_id "from", l.to_id "to" from incident_link l
    where l.kind = 'duplicate-of' and ${which} and ${betweenPresent(viewer)}
    order by l.from_id, l.to_id`
}

/** Actors that took part in any incident that the viewer may read. */
export async function actorsPresent(db: Database, viewer: Viewer): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select a.id from actor a where exists (
      select from party p join incident i on i.id = p.incident_id
      where p.actor_id = a.id and ${presentIncidents(viewer)} offset 0)`
  return rows.map(({ id }) => id)
}

/** Slugs of the datasets, that of what was logged here first, and the place of each by the dataset's id. */
export async function datasetSlugs(
  db: Database,
  ids: number[],
): Promise<{ slugs: string[]; placeOf: (id: number) => number }> {
  const rows = await db.$queryRaw<{ id: number; slug: string }[]>(
    Prisma.sql`select d.id, d.slug from dataset d where d.id = any(${ids}::int[]) order by d.slug collate "C"`,
  )
  const places = new Map(rows.map(({ id }, k) => [id, k + 1]))
  return { slugs: [OWN_DATASET, ...rows.map(({ slug }) => slug)], placeOf: (id) => places.get(id) ?? 0 }
}
