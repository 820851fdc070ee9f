import { mayRecord } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { findVisibleId } from '@/lib/db/log/find-incident'
import { lockIncidents } from '@/lib/db/log/incident-rows'
import { readLog, seenBy } from '@/lib/db/log/read-log'
import { writeRevisions } from '@/lib/db/log/version-rows'
import { inTransaction } from '@/lib/db/transaction'
import { visibleIncidentWhere } from '@/lib/db/visible-to'
import type { Status } from '@/lib/incident/lists'
import type { LogDraft } from '@/lib/incident/log-draft'
import { Refusal } from '@/lib/problem'
import { isPrivyTo, logWithoutPrivate, withoutOthers } from './private-parts'
import { refuseUnchangeable } from './review/locked-incident'

/**
 * An incident as an editable log: its reports with their texts, statements and claims. One that a dataset brought
 * comes with what its row says, spoken by the dataset. Refuses with `forbidden`, `not-found`.
 */
export async function readIncidentLog(viewer: Viewer, code: string): Promise<LogDraft> {
  if (!mayRecord(viewer)) throw forbidden()
  return inTransaction(async (tx) => {
    const id = await findVisibleId(tx, viewer, code)
    const read = id === null ? null : await readLog(tx, id, { withText: true })
    if (!read) throw unknown(code)
    const log = await seenBy(tx, viewer, read)
    return isPrivyTo(viewer, read.incident)
      ? withoutOthers(viewer, log, read.creators)
      : logWithoutPrivate(log)
  })
}

/** Takes the incident out of every list and count; `restoreIncident` brings it back. Refuses `not-found`, `stale`. */
export function deleteIncident(viewer: Viewer, code: string, version: number): Promise<void> {
  if (!mayRecord(viewer)) throw forbidden()
  return inTransaction(async (tx) => {
    const [row] = await lockIncidents(tx, viewer, [code])
    if (!row) throw unknown(code)
    refuseUnchangeable(viewer, [row])
    if (row.version !== version) {
      const params = { code, version: row.version }
      throw new Refusal('stale', [{ path: ['version'], code: 'version-stale', params }], params)
    }
    await tx.incident.update({ where: { id: row.id }, data: { deletedAt: new Date() }, select: { id: true } })
    await writeRevisions(tx, viewer, [{ entity: 'incident', entityId: row.id, action: 'delete', version }])
  })
}

/** Undoes `deleteIncident`. Refuses with `not-found` where there is no deleted incident of this code. */
export function restoreIncident(viewer: Viewer, code: string): Promise<void> {
  if (!mayRecord(viewer)) throw forbidden()
  return inTransaction(async (tx) => {
    const row = await tx.incident.findFirst({
      where: { code, deletedAt: { not: null }, ...visibleIncidentWhere(viewer) },
      select: { id: true, code: true, version: true, status: true, unverifiedChange: true, createdBy: true },
    })
    if (!row) throw unknown(code)
    refuseUnchangeable(viewer, [{ ...row, status: row.status as Status }])
    await tx.incident.update({ where: { id: row.id }, data: { deletedAt: null }, select: { id: true } })
    const { id, version } = row
    await writeRevisions(tx, viewer, [{ entity: 'incident', entityId: id, action: 'restore', version }])
  })
}

const forbidden = () => new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
const unknown = (code: string) =>
  new Refusal('not-found', [{ path: ['code'], code: 'incident-unknown', params: { code } }])
