import { randomBytes } from 'node:crypto'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { figuresByAudience } from '@/lib/claim/figures-by-audience'
import { attachReports, type LogReports } from '@/lib/db/log/attached-reports'
import { saveClaims } from '@/lib/db/log/claim-rows'
import { saveConflictSets } from '@/lib/db/log/conflict-rows'
import { toDate, today } from '@/lib/db/log/dates'
import { factColumns, searchText, writeFacts } from '@/lib/db/log/fact-columns'
import { dropFigures, writeFigures } from '@/lib/db/log/figure-rows'
import {
  dropLeftOvers,
  incidentColumns,
  type StoredIncident,
  saveParties,
  saveSites,
} from '@/lib/db/log/incident-rows'
import { saveIncidentLinks } from '@/lib/db/log/link-rows'
import { type ReadLog, readLog } from '@/lib/db/log/read-log'
import type { Ids } from '@/lib/db/log/report-rows'
import { writeVersion } from '@/lib/db/log/version-rows'
import type { Transaction } from '@/lib/db/transaction'
import { incidentCode } from '@/lib/incident/code'
import type { IncidentDraft } from '@/lib/incident/draft'
import { afterChange, type UnderReview } from '@/lib/incident/review'
import { type Problem, Refusal } from '@/lib/problem'
import { type PlaceTruth, savePlaceTruth } from './protect-where'

const CODE_DIGITS = 4
/** What a figure's column holds; more people than that are a slip of the keyboard. */
const MOST_IN_FIGURE = 2_000_000_000

/** Rows for the new incidents and the new columns of the known ones; ids by key, before anything refers to them. */
export async function createIncidents(
  tx: Transaction,
  viewer: Viewer,
  drafts: readonly IncidentDraft[],
  stored: ReadonlyMap<string, StoredIncident>,
): Promise<Ids> {
  const ids = new Map<string, number>()
  for (const draft of drafts) {
    const known = draft.code === null ? undefined : stored.get(draft.code)
    const data = incidentColumns(draft)
    const { id } = known
      ? await tx.incident.update({
          where: { id: known.id },
          data: {
            ...data,
            ...standing(viewer, draft, known),
            version: known.version + 1,
            updatedAt: new Date(),
          },
          select: { id: true },
        })
      : await tx.incident.create({
          data: {
            ...data,
            ...standing(viewer, draft, { status: 'draft', unverifiedChange: false }),
            code: await newCode(tx, draft),
            createdBy: accountOf(viewer),
          },
          select: { id: true },
        })
    ids.set(draft.key, id)
  }
  return ids
}

/**
 * Where the incident stands once it is changed. What the draft says of it counts only from the keeper, who loads what
 * was reviewed elsewhere; for everybody else the steps of a review lead from one status to another.
 */
const standing = (viewer: Viewer, draft: IncidentDraft, before: UnderReview): UnderReview =>
  viewer.kind === 'keeper' ? { status: draft.status, unverifiedChange: false } : afterChange(before)

/** A code that nobody has; two writers who draw the same one at once are told apart by the unique index. */
async function newCode(tx: Transaction, { where, when }: IncidentDraft): Promise<string> {
  const place = await tx.place.findUniqueOrThrow({ where: { id: where.placeId }, select: { country: true } })
  const year = Number((when.start ?? when.end ?? '').slice(0, 4))
  for (;;) {
    const code = incidentCode(place.country, year, randomBytes(CODE_DIGITS))
    if (!(await tx.incident.findUnique({ where: { code }, select: { id: true } }))) return code
  }
}

interface Names {
  reports: Ids
  statements: Ids
  incidents: Ids
  /** Account of whoever records. */
  createdBy: string | null
}

/** Makes all that hangs on the incident what the draft says. Gives links that lead nowhere. */
export async function fillIncident(
  tx: Transaction,
  viewer: Viewer,
  id: number,
  draft: IncidentDraft,
  { place, ...names }: Names & { place: PlaceTruth },
): Promise<Problem[]> {
  const isNew = draft.code === null
  const saved = { id, isNew }
  const sites = await saveSites(tx, saved, draft.where.sites)
  const parties = await saveParties(tx, saved, draft)
  const claims = await saveClaims(tx, { incidentId: id }, draft.claims, { ...names, sites, parties, isNew })
  await savePlaceTruth(tx, id, place, { sites, claims })
  await saveConflictSets(tx, saved, draft.conflictSets, claims, viewer.name)
  await dropFigures(tx, saved)
  await dropLeftOvers(tx, saved, sites, parties)
  return saveIncidentLinks(tx, viewer, saved, draft.links, names.incidents)
}

/** Once everything stands: attaches the reports, derives figures and facts from it, and writes the version. */
export async function finishIncident(
  tx: Transaction,
  viewer: Viewer,
  id: number,
  reports: LogReports | null,
): Promise<{ code: string; version: number }> {
  await attachReports(tx, viewer, id, reports)
  const read = await readLog(tx, id, { withText: false })
  const draft = read?.log.incidents[0]
  if (!read || !draft) throw new Error(`incident ${id} vanished within its own transaction`)
  await deriveFacts(tx, read, await searchText(tx, draft))
  const { code, version } = read.incident
  await writeVersion(tx, id, version, read.log)
  return { code, version }
}

/** Derives the figures of an incident anew, as readers and as the team know them, and its facts from these. */
export async function deriveFacts(tx: Transaction, { log, incident }: ReadLog, text?: string): Promise<void> {
  const { id } = incident
  const { readers, team, deriveOn, ...withheld } = figuresByAudience(log, today())
  if ([...readers, ...(team ?? [])].some(({ high }) => (high ?? 0) > MOST_IN_FIGURE)) {
    throw new Refusal('invalid', [{ path: ['incidents'], code: 'figure-too-large' }])
  }
  await writeFigures(tx, id, { readers, team })
  const collects = incident.dataset?.collects ?? null
  await writeFacts(tx, id, {
    readers: factColumns(readers, collects),
    team: team && factColumns(team, collects),
    rest: { ...withheld, deriveOn: toDate(deriveOn), ...(text === undefined ? {} : { searchText: text }) },
  })
}

/** The next version of an incident outside the log, derived anew from what it shares with others. Gives its number. */
export async function versionAnew(
  tx: Transaction,
  viewer: Viewer,
  { id, ...before }: StoredIncident,
): Promise<number> {
  const { status, unverifiedChange } = viewer.kind === 'keeper' ? before : afterChange(before)
  await tx.incident.update({
    where: { id },
    data: { status, unverifiedChange, version: { increment: 1 }, updatedAt: new Date() },
    select: { version: true },
  })
  await dropFigures(tx, { id, isNew: false })
  const { version } = await finishIncident(tx, viewer, id, null)
  return version
}
