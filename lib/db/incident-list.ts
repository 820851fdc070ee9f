import type { Viewer } from '@/lib/access/viewer'
import type { Position } from '@/lib/analysis/cursor'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import type { Fact, IncidentGroup, ListedIncident, ListedParty, NamedPlace } from '@/lib/analysis/listed'
import type { Bucket } from '@/lib/analysis/summary'
import type { Grouping, Order } from '@/lib/analysis/view'
import type { Kind } from '@/lib/incident/kinds'
import type { Status } from '@/lib/incident/lists'
import type { When } from '@/lib/incident/when'
import type { WherePrecision } from '@/lib/place/where'
import { Prisma } from '@/prisma/generated/client'
import { asksForActors, idsByActor } from './actor-walk'
import { matching } from './filter-sql'
import { incidentsOf } from './incidents-of'
import { actorNames, namedPlaces } from './names'
import type { Database } from './transaction'
import { visibleIncidents } from './visible-to'
import { leavesOutClaims } from './withheld-figures'

/** Which page of the list: after a position, at most `limit` rows, only those sorted into `within` if given. */
export interface Page {
  order: Order
  after: Position | null
  limit: number
  within: Bucket | null
}

interface Row extends Omit<ListedIncident, 'title' | 'when' | 'place' | 'within' | 'parties' | 'dataset'> {
  id: number
  sortOn: string
  titleAr: string | null
  titleEn: string | null
  when: When
  placeId: number
  path: number[]
  dataset: string | null
}

/** A page of the incidents of `filter`, each with its position in the order. */
export async function pageOfIncidents(
  db: Database,
  filter: Filter,
  viewer: Viewer,
  page: Page,
): Promise<{ incident: ListedIncident; position: Position }[]> {
  const rows = await db.$queryRaw<Row[]>`
    select ${listedColumns}, ${await leavesOutClaims(db, viewer)} withheld
    from (${await chosen(db, filter, viewer, page)}) i
    join place p on p.id = i.place_id
    left join dataset d on d.id = i.dataset_id
    order by ${inOrder(page.order)}`
  const listed = await listedIncidents(db, rows)
  return rows.map((row, k) => ({
    incident: listed[k] as ListedIncident,
    position: { sortOn: row.sortOn, id: row.id },
  }))
}

/** Ids of the incidents of a page, in its order. */
export async function idsOfPage(db: Database, filter: Filter, viewer: Viewer, page: Page): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select i.id from (${await chosen(db, filter, viewer, page)}) i order by ${inOrder(page.order)}`
  return rows.map(({ id }) => id)
}

/** The page's incidents `i`, ordered and limited. */
async function chosen(db: Database, filter: Filter, viewer: Viewer, page: Page): Promise<Prisma.Sql> {
  const { order, limit } = page
  const ordered = Prisma.sql`order by ${inOrder(order)} limit ${limit}`
  if (asksForActors(filter)) {
    const beyond = Prisma.sql`${afterPosition(page, partyPosition)} and ${within(page.within, partyPosition)}`
    const ids = await idsByActor(db, filter, viewer, { beyond, descending: order === 'newest', limit })
    return Prisma.sql`select i.* from ${await incidentsOf(db, viewer)} i where i.id in (${ids}) ${ordered}`
  }
  const { incidents, inside } = await matching(db, filter, viewer)
  return Prisma.sql`
    select i.* from ${incidents} i
    where ${inside} and ${afterPosition(page, ownPosition)} and ${within(page.within, ownPosition)} ${ordered}`
}

/** Incidents by id, as lists show them; for the links and episodes of a page. Unknown and hidden ones are missing. */
export async function incidentsById(
  db: Database,
  ids: number[],
  viewer: Viewer,
): Promise<Map<number, ListedIncident>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    select ${listedColumns}, ${await leavesOutClaims(db, viewer)} withheld
    from ${await incidentsOf(db, viewer)} i
    join place p on p.id = i.place_id
    left join dataset d on d.id = i.dataset_id
    where i.id = any(${ids}::int[]) and i.deleted_at is null and ${visibleIncidents(viewer)}`
  const listed = await listedIncidents(db, rows)
  return new Map(rows.map((row, k) => [row.id, listed[k] as ListedIncident]))
}

/** Counts of the timeline's headings, in its order. Their sum is the number of incidents of `filter`. */
export async function countGroups(
  db: Database,
  filter: Filter,
  viewer: Viewer,
  { order, group }: { order: Order; group: Grouping },
): Promise<IncidentGroup[]> {
  const unit = Prisma.raw(`'${group}'`)
  const first = (column: Prisma.Sql) => Prisma.sql`date_trunc(${unit}, ${column}::timestamp)::date`
  const start = Prisma.sql`i.start_on`
  const { incidents, inside } = await matching(db, filter, viewer)
  return await db.$queryRaw<IncidentGroup[]>`
    select to_char(g.start, 'YYYY-MM-DD') start,
      to_char(g.start + interval ${Prisma.raw(`'1 ${group}'`)} - interval '1 day', 'YYYY-MM-DD') "end",
      g.whole, g.n - g.whole "reachingBeyond"
    from (
      select ${first(Prisma.sql`i.sort_on`)} start, count(*)::int n,
        (count(*) filter (where i.start_on = i.end_on or ${first(start)} = ${first(Prisma.sql`i.end_on`)}))::int whole
      from ${incidents} i where ${inside}
      group by 1
    ) g
    order by g.start ${Prisma.raw(order === 'newest' ? 'desc' : 'asc')}`
}

/** Years into which incidents are sorted that the viewer may list, the latest first: a look into the index for each. */
export async function yearsListed(db: Database, viewer: Viewer): Promise<number[]> {
  const { inside } = await matching(db, emptyFilter, viewer)
  const edge = (which: 'min' | 'max') =>
    Prisma.sql`(select extract(year from ${Prisma.raw(which)}(sort_on)) from incident)::int`
  const years = await db.$queryRaw<{ year: number }[]>`
    select years.year from generate_series(${edge('min')}, ${edge('max')}) years(year)
    cross join lateral (
      select from incident i
      where i.sort_on between make_date(years.year, 1, 1) and make_date(years.year, 12, 31) and ${inside}
      order by i.sort_on limit 1
    ) one
    order by years.year desc`
  return years.map(({ year }) => year)
}

const day = (column: string) => Prisma.raw(`to_char(${column}, 'YYYY-MM-DD')`)

const fact = (outcome: 'killed' | 'wounded') =>
  Prisma.raw(
    `json_build_object('low', i.${outcome}_low, 'best', i.${outcome}_best, 'high', i.${outcome}_high,
      'open', i.${outcome}_open, 'state', i.${outcome}_state) ${outcome}`,
  )

const listedColumns = Prisma.sql`
  i.id, i.code, i.title_ar "titleAr", i.title_en "titleEn", i.kind, ${day('i.sort_on')} "sortOn",
  json_build_object('start', ${day('i.start_on')}, 'end', ${day('i.end_on')}, 'precision', i.when_precision,
    'sense', i.when_sense, 'open', i.when_open, 'time', i.when_time, 'partOfDay', i.when_part_of_day,
    'phrase', i.when_phrase, 'countedFrom', ${day('i.when_counted_from')}) "when",
  i.place_id "placeId", p.path, i.where_precision "wherePrecision", ${fact('killed')}, ${fact('wounded')},
  d.slug dataset, i.status, i.disputed`

/** Descending, ids descend too, so that one index serves both orders. */
function inOrder(order: Order): Prisma.Sql {
  return order === 'newest' ? Prisma.sql`i.sort_on desc, i.id desc` : Prisma.sql`i.sort_on asc, i.id asc`
}

/** Columns of a position in the order: an incident's own, and the same two as its parties have them. */
const ownPosition = { sortOn: Prisma.raw('i.sort_on'), id: Prisma.raw('i.id') }
const partyPosition = { sortOn: Prisma.raw('p.sort_on'), id: Prisma.raw('p.incident_id') }

function afterPosition({ order, after }: Page, { sortOn, id }: typeof ownPosition): Prisma.Sql {
  if (after === null) return Prisma.sql`true`
  const beyond = Prisma.raw(order === 'newest' ? '<' : '>')
  return Prisma.sql`(${sortOn}, ${id}) ${beyond} (${after.sortOn}::date, ${after.id}::int)`
}

function within(bucket: Bucket | null, { sortOn }: typeof ownPosition): Prisma.Sql {
  if (bucket === null) return Prisma.sql`true`
  return Prisma.sql`${sortOn} between ${bucket.start}::date and ${bucket.end}::date`
}

async function listedIncidents(db: Database, rows: Row[]): Promise<ListedIncident[]> {
  const places = await namedPlaces(db, [...new Set(rows.flatMap((row) => [...row.path, row.placeId]))])
  const parties = await partiesOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    code: row.code,
    title: { ar: row.titleAr, en: row.titleEn },
    kind: row.kind as Kind,
    when: row.when,
    place: places.get(row.placeId) as NamedPlace,
    within: row.path.filter((id) => id !== row.placeId).flatMap((id) => places.get(id) ?? []),
    wherePrecision: row.wherePrecision as WherePrecision,
    parties: parties.get(row.id) ?? [],
    killed: row.killed as Fact,
    wounded: row.wounded as Fact,
    dataset: row.dataset,
    status: row.status as Status,
    disputed: row.disputed,
    withheld: row.withheld,
  }))
}

async function partiesOf(db: Database, incidents: number[]): Promise<Map<number, ListedParty[]>> {
  const parties = await db.$queryRaw<{ incident: number; actor: number; part: ListedParty['part'] }[]>`
    select p.incident_id incident, p.actor_id actor, p.part
    from party p where p.incident_id = any(${incidents}::int[])
    order by p.incident_id, p.position, p.id`
  const names = await actorNames(db, [...new Set(parties.map((party) => party.actor))])
  const byIncident = new Map<number, ListedParty[]>()
  for (const { incident, actor, part } of parties) {
    const listed = byIncident.get(incident) ?? []
    listed.push({ actor, part, names: names.get(actor) ?? { ar: null, en: null } })
    byIncident.set(incident, listed)
  }
  return byIncident
}
