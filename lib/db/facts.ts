import type { Viewer } from '@/lib/access/viewer'
import { casualtiesBeyond } from '@/lib/analysis/episode-casualties'
import type { Facts } from '@/lib/analysis/facts/facts'
import { type Column, filled } from '@/lib/analysis/facts/filled'
import { numbersIn } from '@/lib/analysis/facts/numbers-in'
import { placesOf } from '@/lib/analysis/facts/places-of'
import type { Filter } from '@/lib/analysis/filter'
import { kinds } from '@/lib/incident/kinds'
import { grades, meansOfAttack, parts, statuses } from '@/lib/incident/lists'
import { wherePrecisions } from '@/lib/place/where'
import { Prisma } from '@/prisma/generated/client'
import { readEpisodes } from './episodes'
import { readColumns } from './fact-columns'
import { type IncidentFacts, incidentFacts } from './fact-incidents'
import { attackFacts, type PartyFacts, partyFacts, siteFacts, tellingFacts } from './fact-parties'
import {
  actorsPresent,
  allRelations,
  datasetSlugs,
  duplicateLinks,
  factActors,
  factPlaces,
  factReports,
  relationsAbove,
} from './fact-words'
import { matching } from './filter-sql'
import { othersFigures } from './incidents-of'
import { episodesWithin } from './summary-scope'
import type { Transaction } from './transaction'
import { presentIncidents, tellingReports } from './visible-to'
import { leavesOutClaims } from './withheld-figures'

/** So many ids are looked up one by one; of more, the whole table is looked at. */
const FEW_IDS = 20_000

/** Facts of all incidents that the viewer may read, as the viewer knows them, and of nothing else. */
export async function readFacts(db: Transaction, viewer: Viewer): Promise<Facts> {
  const incidents = await incidentFacts(db, viewer)
  const parties = await partyFacts(db, viewer, incidents.id)
  const hanging = await hangingOnAll(db, viewer, distinct(parties.actorId))
  return await together(db, viewer, { incidents, parties, hanging })
}

/**
 * The same for somebody who has those of `everybody`, who reads what is published and nothing else: of the incidents only those
 * that everybody may not read or knows other facts of (lib/analysis/facts/with-more.ts).
 */
export async function readMoreFacts(
  db: Transaction,
  viewer: Viewer,
  everybody: Viewer,
  fewIds = FEW_IDS,
): Promise<Facts> {
  const { which, areFew } = await knownOtherwise(db, viewer, everybody, fewIds)
  const incidents = await incidentFacts(db, viewer, which, areFew)
  const parties = await partyFacts(db, viewer, incidents.id)
  const hanging = await hangingOnAll(db, viewer, await actorsPresent(db, viewer))
  return await together(db, viewer, { incidents, parties, hanging })
}

/**
 * Of the incidents only those of `ids`, and of what hangs on incidents rarely what hangs on any of these; but all relations
 * between actors, since others may be known of now (lib/analysis/facts/with-changes.ts).
 */
export async function readFactsOf(db: Transaction, viewer: Viewer, ids: number[]): Promise<Facts> {
  const incidents = await incidentFacts(db, viewer, Prisma.sql`i.id = any(${ids}::int[])`, true)
  const parties = await partyFacts(db, viewer, incidents.id)
  const relations = await allRelations(db)
  const hanging = {
    ...(await factActors(db, viewer, distinct(parties.actorId), relations)),
    duplicates: await duplicateLinks(
      db,
      viewer,
      Prisma.sql`(l.from_id = any(${ids}) or l.to_id = any(${ids}))`,
    ),
    episodes: await episodeFacts(db, viewer, ids),
  }
  return await together(db, viewer, { incidents, parties, hanging })
}

/**
 * Which `incident i` the viewer may know something else of than everybody: not whether it is something else. Where these are few,
 * as in a record that is mostly published, their ids are found first, mostly by indexes; asked of each incident, all would be
 * looked at for all of it.
 */
async function knownOtherwise(
  db: Transaction,
  viewer: Viewer,
  everybody: Viewer,
  fewIds: number,
): Promise<{ which: Prisma.Sql; areFew: boolean }> {
  const isHidden = Prisma.sql`${presentIncidents(everybody)} is not true`
  const [left, leftByAll] = [await leavesOutClaims(db, viewer), await leavesOutClaims(db, everybody)]
  const isMarked = left.sql === leftByAll.sql ? Prisma.sql`false` : Prisma.sql`${left} <> ${leftByAll}`
  const told = Prisma.sql`select h.incident_id from incident_report h join report r on r.id = h.report_id
    where ${tellingReports(viewer)} and ${tellingReports(everybody)} is not true`
  const figured = Prisma.sql`select incident_id from incident_team_facts
    union all select incident_id from figure where audience <> 'all'`
  const isSame = othersFigures(viewer) === othersFigures(everybody)
  const listed = isSame ? told : Prisma.sql`${told} union all ${figured}`
  const found = await db.$queryRaw<{ id: number }[]>`
    select i.id from incident i
    where (i.status <> 'published' or i.visibility <> 'everyone' or i.embargo is not null) and ${isHidden}
    union all select i.id from incident i where ${isMarked}
    union all ${listed} limit ${fewIds + 1}`
  const areFew = found.length <= fewIds
  const which = areFew
    ? Prisma.sql`i.id = any(${found.map(({ id }) => id)}::int[])`
    : Prisma.sql`(${isHidden} or ${isMarked} or i.id in (${listed}))`
  return { which, areFew }
}

/** What hangs on incidents rarely, and the actors to name. */
type Hanging = Pick<Facts, 'actors' | 'partOf' | 'duplicates' | 'episodes'>

async function hangingOnAll(db: Transaction, viewer: Viewer, actors: number[]): Promise<Hanging> {
  return {
    ...(await factActors(db, viewer, actors, await relationsAbove(db, actors))),
    duplicates: await duplicateLinks(db, viewer),
    episodes: await episodeFacts(db, viewer),
  }
}

interface Rows {
  incidents: IncidentFacts
  parties: PartyFacts
  hanging: Hanging
}

async function together(db: Transaction, viewer: Viewer, rows: Rows): Promise<Facts> {
  const { placeId, datasetId, ...incidents } = rows.incidents
  const { actorId, ...parties } = rows.parties
  const sites = await siteFacts(db, incidents.id)
  const attacks = await attackFacts(db, incidents.id)
  const tellings = await tellingFacts(db, viewer, incidents.id)
  const reports = await factReports(db, distinct(tellings.reportId))
  const places = await factPlaces(db, distinct(placeId, sites.placeId))
  const datasets = await datasetSlugs(db, distinct(datasetId))
  const placeAt = placesOf(places.map(({ id }) => id))
  const reportAt = placesOf(reports.map(({ id }) => id))
  const actorAt = placesOf(rows.hanging.actors.map(({ id }) => id))
  return {
    ...incidents,
    place: mapped(new Uint32Array(placeId.length), placeId, placeAt),
    dataset: mapped(new Uint8Array(datasetId.length), datasetId, datasets.placeOf),
    parties: { ...parties, actor: mapped(new Uint32Array(actorId.length), actorId, actorAt) },
    attacks,
    sites: {
      offset: sites.offset,
      place: mapped(new Uint32Array(sites.placeId.length), sites.placeId, placeAt),
    },
    tellings: {
      offset: tellings.offset,
      report: mapped(new Uint32Array(tellings.reportId.length), tellings.reportId, reportAt),
    },
    ...{ kinds, statuses, grades, means: meansOfAttack, parts, precisions: wherePrecisions },
    ...{ datasets: datasets.slugs, places, reports },
    ...rows.hanging,
  }
}

/** What claims of several incidents add, where the viewer may read all of these; of `ids` those that any of them is of. */
async function episodeFacts(db: Transaction, viewer: Viewer, ids?: number[]): Promise<Facts['episodes']> {
  const scope = { from: Prisma.sql`incident`, where: presentIncidents(viewer) }
  const episodes = await readEpisodes(db, viewer, await episodesWithin(db, scope, ids))
  return episodes.map(({ incidentIds, figures }) => ({
    incidents: incidentIds,
    casualties: casualtiesBeyond(figures),
  }))
}

const mapped = <T extends Column>(target: T, column: Int32Array, of: (number: number) => number): T =>
  filled(target, (i) => of(column[i] as number))

const distinct = (...columns: Int32Array[]): number[] => [...numbersIn(columns)]

/** Ids of the incidents of `filter`, ascending. */
export async function idsMatching(db: Transaction, filter: Filter, viewer: Viewer): Promise<number[]> {
  const { incidents, inside } = await matching(db, filter, viewer)
  const { id } = await readColumns(
    db,
    { id: Prisma.sql`i.id` },
    { from: Prisma.sql`${incidents} i`, where: inside, id: { table: 'incident', alias: 'i', column: 'id' } },
  )
  return [...id.sort()]
}
