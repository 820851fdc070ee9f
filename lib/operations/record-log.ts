import { withAudience } from '@/lib/access/audience'
import { mayRecord } from '@/lib/access/questions'
import { mayChange } from '@/lib/access/review'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { closeDraft, lockDraft } from '@/lib/db/draft-rows'
import type { LogReports } from '@/lib/db/log/attached-reports'
import { lockIncidents, type StoredIncident, storedById } from '@/lib/db/log/incident-rows'
import { unknownIds } from '@/lib/db/log/known-ids'
import { readLog, seenBy } from '@/lib/db/log/read-log'
import { type Ids, idOf, saveReports, saveStatements } from '@/lib/db/log/report-rows'
import { incidentsResting, lockShared } from '@/lib/db/log/shared-rows'
import { type RevisionNote, writeRevisions } from '@/lib/db/log/version-rows'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import type { IncidentDraft } from '@/lib/incident/draft'
import { keepUnseen } from '@/lib/incident/keep-unseen'
import type { LogDraft } from '@/lib/incident/log-draft'
import { type Problem, Refusal } from '@/lib/problem'
import { type SharedChange, sharedChanges } from '@/lib/report/shared-changes'
import { changedIn, refuseShared, sharedNotes } from './change-shared'
import { draftRecorded } from './drafts'
import { withoutOthers } from './private-parts'
import { guardEpisodes } from './protect-episodes'
import { guardShared, saveSharedTruths } from './protect-shared'
import { guardPlace, type PlaceTruth } from './protect-where'
import { episodeCompanions, recordEpisodes } from './record-episodes'
import { createIncidents, fillIncident, finishIncident, versionAnew } from './record-incident'
import { refuseUnchangeable } from './review/locked-incident'

export interface RecordedIncident {
  /** Key of the incident in the draft. */
  key: string
  code: string
  version: number
}

/**
 * Records a log: its reports, statements and incidents with their claims; derives every figure; writes versions and
 * revisions; closes the draft it was typed in. All of it in one transaction, or none.
 *
 * Refuses with `forbidden` (recording at all, or changing what others wrote or vouched for); `invalid` (an id or a linked code that nothing has, a change of a dataset's own report);
 * `not-found` (an incident to change is gone); `stale` with `{ code, version, document }` (somebody saved a newer version
 * of it, or, without code, of a report or statement); `gone` (the draft was recorded already).
 */
export function recordLog(
  viewer: Viewer,
  sent: LogDraft,
  draftId: string | null = null,
): Promise<RecordedIncident[]> {
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  return inTransaction(async (tx) => {
    if (draftId !== null) await refuseRecorded(tx, viewer, draftId)
    const shared = await lockShared(tx, viewer, sent)
    const guarded = guardShared(viewer, sent, shared)
    const changes = sharedChanges(guarded.log, shared)
    const behind = await incidentsResting(tx, changes)
    const resting = await incidentsResting(tx, changes.filter(isTold))
    const there = await lockNamed(tx, viewer, sent, behind)
    const stored = await storedOf(tx, viewer, sent, there)
    await refuseSettled(tx, viewer, [...behind])
    refuse(await unknownIds(tx, viewer, sent))
    refuse(guarded.problems)
    refuseShared(viewer, changes, shared)
    const { log, places } = await keepWhole(tx, viewer, guarded.log, stored)
    refuse(titleProblems(log, stored))
    const reports = await saveReports(tx, viewer, log.reports, changedIn(changes, 'reports'))
    const statements = await saveStatements(
      tx,
      viewer,
      log.statements,
      reports.ids,
      changedIn(changes, 'statements'),
    )
    await saveSharedTruths(tx, guarded, { reports: reports.ids, statements: statements.ids })
    const incidents = await createIncidents(tx, viewer, log.incidents, stored)
    const names = {
      reports: reports.ids,
      statements: statements.ids,
      incidents,
      createdBy: accountOf(viewer),
    }
    for (const [i, draft] of log.incidents.entries()) {
      const place = placeOf(places, draft.key)
      const problems = await fillIncident(tx, viewer, idOf(incidents, draft.key), draft, { ...names, place })
      refuse(problems.map((problem) => ({ ...problem, path: ['incidents', i, ...problem.path] })))
    }
    const episodes = await recordEpisodes(tx, viewer, log, there, names)
    refuse(episodes.problems)
    await guardEpisodes(tx, [...incidents.values()], liftedOf(places, incidents))
    const recorded = await finishAll(tx, viewer, log, incidents, reports)
    const touched = await touchOthers(tx, viewer, new Set([...episodes.incidents, ...resting]), incidents)
    await writeRevisions(tx, viewer, [
      ...[
        ...sharedNotes(changes, { reports: reports.created, statements: statements.created }),
        ...incidentNotes(recorded, incidents),
        ...episodes.notes,
        ...touched,
      ].map((note) => ({ ...note, why: log.why })),
    ])
    const codes = recorded.map(({ code }) => code)
    if (draftId !== null) await closeDraft(tx, draftId, codes)
    return recorded
  })
}

/**
 * The incidents of the log as they shall be: with all that whoever sent it does not see of them, and with their division
 * in place of what is protected.
 */
async function keepWhole(
  tx: Transaction,
  viewer: Viewer,
  log: LogDraft,
  stored: ReadonlyMap<string, StoredIncident>,
): Promise<{ log: LogDraft; places: Map<string, PlaceTruth> }> {
  const places = new Map<string, PlaceTruth>()
  const incidents: IncidentDraft[] = []
  for (const sent of log.incidents) {
    const id = sent.code === null ? undefined : stored.get(sent.code)?.id
    const read = id === undefined ? null : await readLog(tx, id, { withText: false })
    const before = read?.log.incidents[0]
    const seen = read && (await seenBy(tx, viewer, read)).incidents[0]
    const blank = { ...sent, claims: [], conflictSets: [] }
    const whole = keepUnseen(withAudience(sent, before), { stored: before ?? blank, seen: seen ?? blank })
    const { draft, truth } = await guardPlace(tx, viewer, whole, before)
    places.set(draft.key, truth)
    incidents.push(draft)
  }
  return { log: { ...log, incidents }, places }
}

function placeOf(places: ReadonlyMap<string, PlaceTruth>, key: string): PlaceTruth {
  const place = places.get(key)
  if (!place) throw new Error(`incident ${key} was not guarded`)
  return place
}

/** Ids of the incidents whose place is not protected any more. */
const liftedOf = (places: ReadonlyMap<string, PlaceTruth>, incidents: Ids): ReadonlySet<number> =>
  new Set([...places].flatMap(([key, { lifted }]) => (lifted ? [idOf(incidents, key)] : [])))

function refuse(problems: Problem[]): void {
  if (problems.length > 0) throw new Refusal('invalid', problems)
}

/** A draft is recorded once, however often it is sent: an answer may be lost, and two tabs may hold it. */
async function refuseRecorded(tx: Transaction, viewer: Viewer, draftId: string): Promise<void> {
  const codes = await lockDraft(tx, viewer, draftId)
  if (codes === null) throw new Refusal('not-found', [{ path: ['draftId'], code: 'draft-unknown' }])
  if (codes.length > 0) throw draftRecorded(codes)
}

/**
 * The incidents that the log changes, that its episodes join, or that rest on what it changes, locked in one go so that
 * two logs do not entangle.
 */
async function lockNamed(
  tx: Transaction,
  viewer: Viewer,
  log: LogDraft,
  resting: ReadonlySet<number>,
): Promise<Map<string, StoredIncident>> {
  const codes = log.incidents.flatMap(({ code }) => code ?? [])
  const rows = await lockIncidents(
    tx,
    viewer,
    [...codes, ...(await episodeCompanions(tx, viewer, log))],
    resting,
  )
  return new Map(rows.map((row) => [row.code, row]))
}

/** Those that the log changes; refuses when one is gone or newer than what was read. */
async function storedOf(
  tx: Transaction,
  viewer: Viewer,
  log: LogDraft,
  there: ReadonlyMap<string, StoredIncident>,
): Promise<Map<string, StoredIncident>> {
  const stored = new Map<string, StoredIncident>()
  for (const [i, { code, version }] of log.incidents.entries()) {
    if (code === null) continue
    const row = there.get(code)
    const path = ['incidents', i, 'code']
    if (!row) throw new Refusal('not-found', [{ path, code: 'incident-unknown', params: { code } }])
    refuseUnchangeable(viewer, [row])
    if (row.version !== version) await refuseStale(tx, viewer, row, i)
    stored.set(code, row)
  }
  return stored
}

async function refuseStale(tx: Transaction, viewer: Viewer, row: StoredIncident, i: number): Promise<never> {
  const newer = await readLog(tx, row.id, { withText: false })
  const params = { code: row.code, version: row.version }
  throw new Refusal('stale', [{ path: ['incidents', i, 'version'], code: 'version-stale', params }], {
    ...params,
    document: newer && withoutOthers(viewer, await seenBy(tx, viewer, newer), newer.creators),
  })
}

/** Whatever no dataset names must have a title of its own. */
function titleProblems(log: LogDraft, stored: Map<string, StoredIncident>): Problem[] {
  return log.incidents.flatMap(({ title, code }, i) => {
    const imported = code !== null && stored.get(code)?.datasetId != null
    return title.ar || title.en || imported
      ? []
      : [{ path: ['incidents', i, 'title'], code: 'title-missing' }]
  })
}

async function finishAll(
  tx: Transaction,
  viewer: Viewer,
  log: LogDraft,
  incidents: Ids,
  reports: LogReports,
): Promise<RecordedIncident[]> {
  const recorded: RecordedIncident[] = []
  for (const { key } of log.incidents) {
    recorded.push({ key, ...(await finishIncident(tx, viewer, idOf(incidents, key), reports)) })
  }
  return recorded
}

/** A new version of each incident outside the log whose episodes, reports or statements changed with it. */
async function touchOthers(
  tx: Transaction,
  viewer: Viewer,
  touched: ReadonlySet<number>,
  own: Ids,
): Promise<RevisionNote[]> {
  const mine = new Set(own.values())
  const others = await storedById(
    tx,
    [...touched].filter((id) => !mine.has(id)),
  )
  refuseOthers(viewer, others)
  const notes: RevisionNote[] = []
  for (const incident of others) {
    const version = await versionAnew(tx, viewer, incident)
    notes.push({ entity: 'incident', entityId: incident.id, action: 'change', version })
  }
  return notes
}

/** Whoever changes a report or a statement must be one who may change whatever incident rests on it. */
async function refuseSettled(tx: Transaction, viewer: Viewer, ids: number[]): Promise<void> {
  refuseOthers(viewer, await storedById(tx, ids))
}

/** Without a code: it may be one that the viewer knows nothing of. */
function refuseOthers(viewer: Viewer, others: readonly StoredIncident[]): void {
  if (others.every((incident) => mayChange(viewer, incident))) return
  throw new Refusal('forbidden', [{ path: [], code: 'shared-settled' }])
}

/** A version says all of a report but its pasted text: where that alone changed, no version follows. */
const isTold = ({ fields }: SharedChange): boolean => fields.some((field) => field !== 'text')

const incidentNotes = (recorded: RecordedIncident[], incidents: Ids): RevisionNote[] =>
  recorded.map(({ key, version }) => ({
    entity: 'incident',
    entityId: idOf(incidents, key),
    action: version === 1 ? 'record' : 'change',
    version,
  }))
