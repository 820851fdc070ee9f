import type { Viewer } from '@/lib/access/viewer'
import type { Filter } from '@/lib/analysis/filter'
import { type Kind, type KindType, kindsOfType, kindTypes } from '@/lib/incident/kinds'
import { foldedWords } from '@/lib/text/fold'
import { Prisma } from '@/prisma/generated/client'
import { visibleRows } from './visible-to'

/** Slug by which the filter names what was logged here, outside every dataset. */
const OWN = 'own'

/**
 * The condition that `filter` puts on `incident i`, for what `viewer` may read. Values are parameters throughout.
 * The whole span must lie in the filter's period; see {@link partlyInsideWhere} for those that reach out of it.
 */
export function incidentWhere(filter: Filter, viewer: Viewer): Prisma.Sql {
  return all([...besidesPeriod(filter, viewer), wholeInside(filter)])
}

/** Incidents that meet the rest of the filter and whose span lies only partly in its period. */
export function partlyInsideWhere(filter: Filter, viewer: Viewer): Prisma.Sql {
  const { from, to } = filter
  if (from === null && to === null) return Prisma.sql`false`
  const overlaps = [
    ...(to === null ? [] : [Prisma.sql`(i.start_on is null or i.start_on <= ${to}::date)`]),
    ...(from === null ? [] : [Prisma.sql`(i.end_on is null or i.end_on >= ${from}::date)`]),
  ]
  return all([
    ...besidesPeriod(filter, viewer),
    ...overlaps,
    Prisma.sql`(${wholeInside(filter)}) is not true`,
  ])
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(conditions, ' and ')
}

/** An open end is null and so lies inside no period that is closed on its side. */
function wholeInside({ from, to }: Filter): Prisma.Sql {
  // sort_on is start or else end: asked for too, since it is what has the index.
  return all([
    Prisma.sql`true`,
    ...(from === null ? [] : [Prisma.sql`i.start_on >= ${from}::date and i.sort_on >= ${from}::date`]),
    ...(to === null ? [] : [Prisma.sql`i.end_on <= ${to}::date and i.sort_on <= ${to}::date`]),
  ])
}

function besidesPeriod(filter: Filter, viewer: Viewer): Prisma.Sql[] {
  return [
    Prisma.sql`i.deleted_at is null`,
    visibleRows(viewer, 'i'),
    ...textConditions(filter.text),
    ...listed(filter.kinds, (kinds) => Prisma.sql`i.kind = any(${kindsMeant(kinds)}::text[])`),
    ...listed(filter.actors, takesPart),
    ...listed(filter.places, liesIn),
    ...(filter.killedAtLeast === null ? [] : [Prisma.sql`i.killed_best >= ${filter.killedAtLeast}::int`]),
    statusCondition(filter),
    ...listed(filter.datasets, comesFrom),
    ...(filter.disputedOnly ? [Prisma.sql`i.disputed`] : []),
  ]
}

function listed<T>(values: T[], condition: (values: T[]) => Prisma.Sql): Prisma.Sql[] {
  return values.length === 0 ? [] : [condition(values)]
}

/** Folding leaves no character that LIKE gives a meaning to; a word anywhere in the text is found by its trigrams. */
function textConditions(text: string): Prisma.Sql[] {
  return foldedWords(text).map((word) => Prisma.sql`i.search_text like ${`%${word}%`}`)
}

function kindsMeant(codes: (Kind | KindType)[]): Kind[] {
  const isType = (code: Kind | KindType): code is KindType => (kindTypes as readonly string[]).includes(code)
  return [...new Set(codes.flatMap((code) => (isType(code) ? kindsOfType(code) : [code])))]
}

/**
 * The actors themselves and whatever is, by however many steps, part of them; union ends circles. As an array, since
 * the planner takes a recursive query for a large one and would read every incident.
 */
function takesPart(actors: number[]): Prisma.Sql {
  return Prisma.sql`i.id in (
    select p.incident_id from party p where p.actor_id = any(array(
      with recursive meant(id) as (
        select unnest(${actors}::int[])
        union
        select r.actor_id from actor_relation r join meant m on m.id = r.other_id where r.kind = 'part-of'
      )
      select id from meant)))`
}

function liesIn(places: number[]): Prisma.Sql {
  return Prisma.sql`i.place_id in (select p.id from place p where p.path && ${places}::int[])`
}

function statusCondition({ statuses }: Filter): Prisma.Sql {
  if (statuses.length === 0) return Prisma.sql`i.status <> 'rejected'`
  return Prisma.sql`i.status = any(${statuses}::text[])`
}

function comesFrom(datasets: string[]): Prisma.Sql {
  const slugs = datasets.filter((slug) => slug !== OWN)
  const ways = [
    ...(datasets.includes(OWN) ? [Prisma.sql`i.dataset_id is null`] : []),
    ...(slugs.length > 0
      ? [Prisma.sql`i.dataset_id in (select d.id from dataset d where d.slug = any(${slugs}::text[]))`]
      : []),
  ]
  return Prisma.sql`(${Prisma.join(ways, ' or ')})`
}
