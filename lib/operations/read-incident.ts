import 'server-only'
import { isOfTeam, mayReadHistory } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import type { IncidentDetail, PastIncident, Withdrawal } from '@/lib/analysis/incident-detail'
import { detailRow, isReadable } from '@/lib/db/incident-detail'
import { versionBody, versionsOf } from '@/lib/db/incident-versions'
import { pastSeenBy } from '@/lib/db/log/past-seen'
import { actorNames, namedPlaces } from '@/lib/db/names'
import { findWithdrawal } from '@/lib/db/review-rows'
import { rowOf } from '@/lib/db/source-row'
import { type Database, readConsistently } from '@/lib/db/transaction'
import { isIncidentCode } from '@/lib/incident/code'
import { Refusal } from '@/lib/problem'
import { describeIncident } from './describe-incident'
import { maySeeSource } from './source-shown'

/**
 * One incident with its claims, figures, links, episodes and versions: what its page and its JSON show. Refuses with
 * `not-found` a code that no incident has, or none that the viewer may read; with `withdrawn` one that they could.
 */
export function readIncident(viewer: Viewer, code: string): Promise<IncidentDetail> {
  return readConsistently(async (db) => {
    const row = isIncidentCode(code) ? await detailRow(db, viewer, code) : null
    if (row === null) throw await gone(db, viewer, code)
    return await describeIncident(db, viewer, row)
  })
}

/** What is told of an incident that was withdrawn to who could read it before; null where there is none. */
export async function readWithdrawal(viewer: Viewer, code: string): Promise<Withdrawal | null> {
  return isIncidentCode(code) ? await readConsistently((db) => findWithdrawal(db, viewer, code)) : null
}

/** Whether there is an incident of this code that the viewer may read, and a version of this number, where one is named. */
export async function hasIncident(viewer: Viewer, code: string, version?: number): Promise<boolean> {
  if (!isIncidentCode(code) || (version !== undefined && !mayReadHistory(viewer))) return false
  return await readConsistently((db) => isReadable(db, viewer, code, version))
}

/**
 * The incident as version `version` had it; its body for the team, as far as each saw what was in it then and may see it now. Refuses with
 * `not-found` a version that there never was, and whoever may not read what was before.
 */
export function readIncidentVersion(viewer: Viewer, code: string, version: number): Promise<PastIncident> {
  return readConsistently(async (db) => {
    const row = isIncidentCode(code) ? await detailRow(db, viewer, code) : null
    if (row === null) throw unknown(code)
    const versions = mayReadHistory(viewer) ? await versionsOf(db, viewer, row.id) : []
    const found = versions.find((one) => one.version === version)
    if (!found)
      throw new Refusal('not-found', [
        { path: ['version'], code: 'version-unknown', params: { code, version } },
      ])
    const body = isOfTeam(viewer) ? await versionBody(db, row.id, version) : null
    const { log: whole, row: replaced } = body ?? { log: null, row: null }
    const source =
      replaced ?? (row.sourceRow?.importId === found.importedFrom?.importId ? rowOf(row.sourceRow) : null)
    const log = whole && (await pastSeenBy(db, viewer, row, whole))
    const then = log?.incidents ?? []
    const actors = await actorNames(db, [
      ...then.flatMap((incident) => incident.parties.map((party) => party.actorId)),
      ...(log?.statements ?? []).flatMap((statement) => statement.actorId ?? []),
    ])
    const places = await namedPlaces(
      db,
      then.flatMap(({ where }) => [where.placeId, ...where.sites.flatMap((site) => site.placeId ?? [])]),
    )
    return {
      ...found,
      code,
      log,
      actors: Object.fromEntries(actors),
      places: Object.fromEntries(places),
      row: source && (await maySeeSource(db, viewer, row)) ? source : null,
    }
  })
}

async function gone(db: Database, viewer: Viewer, code: string): Promise<Refusal> {
  const withdrawal = isIncidentCode(code) ? await findWithdrawal(db, viewer, code) : null
  if (!withdrawal) return unknown(code)
  const { note } = withdrawal
  return new Refusal('withdrawn', [{ path: ['code'], code: 'incident-withdrawn', params: { code, note } }])
}

/** The code is shown only where it has the form of one: whatever else stood in the address is not repeated. */
function unknown(code: string): Refusal {
  const shown = isIncidentCode(code) ? code : '?'
  return new Refusal('not-found', [{ path: ['code'], code: 'incident-unknown', params: { code: shown } }])
}
