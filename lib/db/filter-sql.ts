import type { Viewer } from '@/lib/access/viewer'
import { PARTS_OF_DEGREE } from '@/lib/analysis/facts/facts'
import { type Filter, NO_GRADE, OWN_DATASET } from '@/lib/analysis/filter'
import { isIncidentCode } from '@/lib/incident/code'
import { type Kind, type KindType, kindsOfType, kindTypes } from '@/lib/incident/kinds'
import { type Area, areaInParts } from '@/lib/place/area'
import { foldedWords } from '@/lib/text/fold'
import { Prisma } from '@/prisma/generated/client'
import { incidentsOf } from './incidents-of'
import type { Database } from './transaction'
import { tellingReports, visibleIncidents } from './visible-to'

/** Conditions on `incident i` for what `viewer` may read. Values are parameters throughout. */
interface Matching {
  /** The incidents, for `from … i`: with their facts as the viewer knows them. */
  incidents: Prisma.Sql
  /** Meets the filter; the whole span lies in its period. */
  inside: Prisma.Sql
  /** Meets the rest of the filter, but the span lies only partly in its period. */
  partlyInside: Prisma.Sql
}

/** What `filter` asks of an incident. */
export async function matching(db: Database, filter: Filter, viewer: Viewer): Promise<Matching> {
  const rest = besidesPeriod(filter, viewer, await onlyBySite(db, filter.places))
  const incidents = await incidentsOf(db, viewer)
  return {
    incidents,
    inside: all([...rest, wholeInside(filter)]),
    partlyInside: all([...rest, partlyInside(filter)]),
  }
}

function partlyInside(filter: Filter): Prisma.Sql {
  const { from, to } = filter
  if (from === null && to === null) return Prisma.sql`false`
  return all([
    ...(to === null ? [] : [Prisma.sql`(i.start_on is null or i.start_on <= ${to}::date)`]),
    ...(from === null ? [] : [Prisma.sql`(i.end_on is null or i.end_on >= ${from}::date)`]),
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

function besidesPeriod(filter: Filter, viewer: Viewer, bySite: number[]): Prisma.Sql[] {
  return [
    Prisma.sql`i.deleted_at is null`,
    visibleIncidents(viewer),
    ...textConditions(filter.text),
    ...listed(filter.kinds, (kinds) => Prisma.sql`i.kind = any(${kindsMeant(kinds)}::text[])`),
    ...listed(filter.actors, takesPart),
    ...filter.parties.map(isParty),
    ...listed(filter.places, (places) => hasPlaceIn(places, bySite)),
    ...listed(filter.primaryPlaces, liesIn),
    ...(filter.area === null ? [] : [liesInArea(filter.area)]),
    ...(filter.killedAtLeast === null ? [] : [Prisma.sql`i.killed_best >= ${filter.killedAtLeast}::int`]),
    statusCondition(filter),
    ...listed(filter.grades, isGraded),
    ...listed(filter.means, (means) => Prisma.sql`i.means && ${means}::text[]`),
    ...listed(filter.datasets, comesFrom),
    ...listed(filter.reports, (reports) => isToldOf(viewer, reports)),
    ...(filter.disputedOnly ? [Prisma.sql`i.disputed`] : []),
  ]
}

function listed<T>(values: T[], condition: (values: T[]) => Prisma.Sql): Prisma.Sql[] {
  return values.length === 0 ? [] : [condition(values)]
}

/**
 * Folding leaves no character that LIKE gives a meaning to; a word anywhere in the text is found by its trigrams. A code is
 * looked up as one: the random letters of all codes would make up half of the index of trigrams.
 */
function textConditions(text: string): Prisma.Sql[] {
  const code = text.trim().toUpperCase()
  if (isIncidentCode(code)) return [Prisma.sql`i.code = ${code}`]
  return foldedWords(text).map((word) => Prisma.sql`i.search_text like ${`%${word}%`}`)
}

function kindsMeant(codes: (Kind | KindType)[]): Kind[] {
  const isType = (code: Kind | KindType): code is KindType => (kindTypes as readonly string[]).includes(code)
  return [...new Set(codes.flatMap((code) => (isType(code) ? kindsOfType(code) : [code])))]
}

/**
 * `with … meant(id, since, until)`: the actors themselves and whatever is, by however many steps, part of them, for as
 * long as all of these relations held together. Narrowing what is known already ends circles.
 */
export function meant(actors: number[]): Prisma.Sql {
  return Prisma.sql`with recursive meant(id, since, until) as (
      select asked.id, date '-infinity', date 'infinity' from unnest(${actors}::int[]) asked(id)
      union
      select r.actor_id, greatest(m.since, r.started_on), least(m.until, r.ended_on)
      from actor_relation r join meant m on m.id = r.other_id
      where r.kind = 'part-of' and greatest(m.since, r.started_on) <= least(m.until, r.ended_on)
    )`
}

/**
 * That any of the meant actors took part, in an incident that may have been within the time for which it is meant.
 * Actors as arrays, since the planner takes a recursive query for a large one and would read every incident; and dates
 * looked at last, since most relations have none.
 */
function takesPart(actors: number[]): Prisma.Sql {
  return Prisma.sql`i.id in (
    ${meant(actors)}
    select p.incident_id from party p
    where p.actor_id = any(array(select id from meant)) and (
      p.actor_id = any(array(select id from meant where since = '-infinity' and until = 'infinity'))
      or exists (
        select from meant m join incident at on at.id = p.incident_id
        where m.id = p.actor_id and (at.start_on is null or at.start_on <= m.until)
          and (at.end_on is null or at.end_on >= m.since))))`
}

function isParty(actor: number): Prisma.Sql {
  return Prisma.sql`i.id in (select p.incident_id from party p where p.actor_id = ${actor}::int)`
}

function hasPlaceIn(places: number[], bySite: number[]): Prisma.Sql {
  if (bySite.length === 0) return liesIn(places)
  return Prisma.sql`(${liesIn(places)} or i.id = any(${bySite}::int[]))`
}

/**
 * Incidents of which only a further site lies in any of `places`. Found out beforehand: there are few, mostly none, and
 * an "or" in the condition would keep every query from the index of places.
 */
async function onlyBySite(db: Database, places: number[]): Promise<number[]> {
  if (places.length === 0) return []
  const rows = await db.$queryRaw<{ id: number }[]>`
    select distinct s.incident_id id
    from site s
    join place p on p.id = s.place_id
    join incident i on i.id = s.incident_id
    join place home on home.id = i.place_id
    where p.path && ${places}::int[] and not home.path && ${places}::int[]`
  return rows.map((row) => row.id)
}

function liesIn(places: number[]): Prisma.Sql {
  return Prisma.sql`i.place_id in (select p.id from place p where p.path && ${places}::int[])`
}

/** In whole parts of a degree, as lib/place/area.ts counts them: between them nothing is rounded otherwise. */
function liesInArea(area: Area): Prisma.Sql {
  const polygon = areaInParts(area).corners.map(({ x, y }) => `(${x},${y})`)
  const holds = (alias: 'i' | 'p') => Prisma.sql`cast(${`(${polygon.join()})`}::text as polygon)
    @> point(round(${Prisma.raw(alias)}.lon * ${PARTS_OF_DEGREE}::int), round(${Prisma.raw(alias)}.lat * ${PARTS_OF_DEGREE}::int))`
  return Prisma.sql`(i.lat is not null and ${holds('i')}
    or i.lat is null and i.place_id in (select p.id from place p where p.lat is not null and ${holds('p')}))`
}

function statusCondition({ statuses }: Filter): Prisma.Sql {
  if (statuses.length === 0) return Prisma.sql`i.status not in ('rejected', 'withdrawn')`
  return Prisma.sql`i.status = any(${statuses}::text[])`
}

function comesFrom(datasets: string[]): Prisma.Sql {
  const slugs = datasets.filter((slug) => slug !== OWN_DATASET)
  const ways = [
    ...(datasets.includes(OWN_DATASET) ? [Prisma.sql`i.dataset_id is null`] : []),
    ...(slugs.length > 0
      ? [Prisma.sql`i.dataset_id in (select d.id from dataset d where d.slug = any(${slugs}::text[]))`]
      : []),
  ]
  return Prisma.sql`(${Prisma.join(ways, ' or ')})`
}

function isGraded(grades: Filter['grades']): Prisma.Sql {
  const given = Prisma.sql`i.grade = any(${grades.filter((grade) => grade !== NO_GRADE)}::text[])`
  return grades.includes(NO_GRADE) ? Prisma.sql`(i.grade is null or ${given})` : given
}

/** Only reports that the viewer reads: by asking for one nobody learns what a hidden one tells of. */
function isToldOf(viewer: Viewer, reports: number[]): Prisma.Sql {
  return Prisma.sql`i.id in (select h.incident_id from incident_report h join report r on r.id = h.report_id
    where r.id = any(${reports}::int[]) and ${tellingReports(viewer)})`
}
