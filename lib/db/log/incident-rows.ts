import type { Viewer } from '@/lib/access/viewer'
import type { IncidentDraft, WhereDraft } from '@/lib/incident/draft'
import type { Status } from '@/lib/incident/lists'
import { idOfKey } from '@/lib/incident/row-key'
import type { When } from '@/lib/incident/when'
import type { Prisma } from '@/prisma/generated/client'
import type { Transaction } from '../transaction'
import { visibleIncidents } from '../visible-to'
import { toDate } from './dates'
import { audienceColumns, type Ids } from './report-rows'

export interface StoredIncident {
  id: number
  code: string
  version: number
  datasetId: number | null
  status: Status
  unverifiedChange: boolean
  createdBy: string | null
}

/**
 * Locks the incidents of these codes, and those of the ids in `also`, until the transaction ends, in one order whoever
 * asks. Gives those that are not deleted and that the viewer may read.
 */
export async function lockIncidents(
  tx: Transaction,
  viewer: Viewer,
  codes: readonly string[],
  also: ReadonlySet<number> = new Set(),
): Promise<StoredIncident[]> {
  if (codes.length + also.size === 0) return []
  const rows = await tx.$queryRaw<(StoredIncident & { isThere: boolean })[]>`
    select id, code, version, dataset_id as "datasetId", status, unverified_change as "unverifiedChange",
      created_by as "createdBy",
      deleted_at is null and ${visibleIncidents(viewer)} as "isThere"
    from incident i where code = any(${[...codes]}) or id = any(${[...also]}::int[]) order by id for update`
  return rows.filter(({ isThere }) => isThere)
}

/** The incidents of these ids, deleted or not, whoever may read them; the caller has locked them. */
export async function storedById(tx: Transaction, ids: readonly number[]): Promise<StoredIncident[]> {
  if (ids.length === 0) return []
  const rows = await tx.incident.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      code: true,
      version: true,
      datasetId: true,
      status: true,
      unverifiedChange: true,
      createdBy: true,
    },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({ ...row, status: row.status as Status }))
}

/** The incident's own columns, facts apart. Its status is none of the draft's business: lib/operations/review moves it. */
export function incidentColumns(draft: IncidentDraft) {
  const { title, summary, where } = draft
  return {
    titleAr: title.ar,
    titleEn: title.en,
    summaryAr: summary.ar,
    summaryEn: summary.en,
    kind: draft.kind,
    means: draft.means,
    ...whenColumns(draft.when),
    placeId: where.placeId,
    lat: where.point?.lat ?? null,
    lon: where.point?.lon ?? null,
    wherePrecision: where.precision,
    offsetKm: where.offset?.km ?? null,
    offsetBearing: where.offset?.bearing ?? null,
    wherePhrase: where.phrase,
    placeProtected: where.protection === 'protected' || where.protection === 'masked',
    grade: draft.grade,
    ...audienceColumns(draft),
    note: draft.note,
  }
}

function sortedOn({ start, end }: When): Date {
  const day = toDate(start ?? end)
  if (day === null) throw new Error('a date without start and end passed the door')
  return day
}

function whenColumns(when: When) {
  return {
    startOn: toDate(when.start),
    endOn: toDate(when.end),
    whenPrecision: when.precision,
    whenSense: when.sense,
    whenOpen: when.open,
    whenTime: when.time,
    whenPartOfDay: when.partOfDay,
    whenPhrase: when.phrase,
    whenCountedFrom: toDate(when.countedFrom),
    sortOn: sortedOn(when),
  }
}

/** The incident whose details are saved. Of a new one nothing is there yet to read, change or remove. */
export interface SavedIncident {
  id: number
  isNew: boolean
}

/** Makes the incident's sites those of the draft: known ones change, new ones come; `dropLeftOvers` ends the rest. */
export async function saveSites(
  tx: Transaction,
  { id: incidentId, isNew }: SavedIncident,
  sites: WhereDraft['sites'],
): Promise<Ids> {
  const there = isNew ? [] : await tx.site.findMany({ where: { incidentId }, select: { id: true } })
  const known = new Set(there.map(({ id }) => id))
  const ids = new Map<string, number>()
  const fresh: Prisma.SiteCreateManyInput[] = []
  for (const [position, site] of sites.entries()) {
    const data = { ...siteColumns(site), position }
    const id = idOfKey('site', site.key)
    if (id !== null && known.has(id)) {
      await tx.site.update({ where: { id }, data, select: { id: true } })
      ids.set(site.key, id)
    } else {
      fresh.push({ ...data, incidentId })
    }
  }
  if (fresh.length === 0) return ids
  const rows = await tx.site.createManyAndReturn({ data: fresh, select: { id: true, position: true } })
  return withCreated(ids, sites, rows)
}

function siteColumns(site: WhereDraft['sites'][number]) {
  return {
    kind: site.kind,
    nameAr: site.name.ar,
    nameEn: site.name.en,
    placeId: site.placeId,
    lat: site.point?.lat ?? null,
    lon: site.point?.lon ?? null,
    precision: site.precision,
    offsetKm: site.offset?.km ?? null,
    offsetBearing: site.offset?.bearing ?? null,
  }
}

/** `ids` with those of created rows, each of which stands where the draft has the thing that it was made of. */
export function withCreated(
  ids: Map<string, number>,
  things: readonly { key: string }[],
  rows: readonly { id: number; position: number }[],
): Ids {
  for (const { id, position } of rows) {
    const thing = things[position]
    if (thing) ids.set(thing.key, id)
  }
  return ids
}

/**
 * Makes the incident's parties those of the draft. A party is its actor and part: where either changed it is a new
 * one, so that two parties can exchange their parts without meeting each other on the way.
 */
export async function saveParties(
  tx: Transaction,
  { id: incidentId, isNew }: SavedIncident,
  { parties, when }: Pick<IncidentDraft, 'parties' | 'when'>,
): Promise<Ids> {
  const there = isNew ? [] : await tx.party.findMany({ where: { incidentId } })
  const ids = new Map<string, number>()
  const fresh: Prisma.PartyCreateManyInput[] = []
  const sameAs = (party: IncidentDraft['parties'][number]) =>
    there.find(({ actorId, part }) => actorId === party.actorId && part === party.part)
  for (const [position, party] of parties.entries()) {
    const known = sameAs(party)
    const { actorId, part } = party
    if (!known) fresh.push({ incidentId, sortOn: sortedOn(when), position, actorId, part })
    else if (known.position !== position)
      await tx.party.update({ where: { id: known.id }, data: { position } })
    if (known) ids.set(party.key, known.id)
  }
  if (fresh.length === 0) return ids
  const rows = await tx.party.createManyAndReturn({ data: fresh, select: { id: true, position: true } })
  return withCreated(ids, parties, rows)
}

/**
 * Removes sites and parties that the draft no longer has; run once no figure names them. What a claim still names stays:
 * its editor did not see that claim.
 */
export async function dropLeftOvers(
  tx: Transaction,
  { id: incidentId, isNew }: SavedIncident,
  sites: Ids,
  parties: Ids,
): Promise<void> {
  if (isNew) return
  await tx.site.deleteMany({
    where: { incidentId, id: { notIn: [...sites.values()] }, claims: { none: {} } },
  })
  const free = { claims: { none: {} }, owned: { none: {} }, about: { none: {} } }
  await tx.party.deleteMany({ where: { incidentId, id: { notIn: [...parties.values()] }, ...free } })
}
