import { type AuthoredIncident, mayChange, type ReviewedIncident } from '@/lib/access/review'
import type { Viewer } from '@/lib/access/viewer'
import { lockIncidents, type StoredIncident } from '@/lib/db/log/incident-rows'
import { readLog } from '@/lib/db/log/read-log'
import { writeVersion } from '@/lib/db/log/version-rows'
import { authorsOf } from '@/lib/db/review-rows'
import type { Transaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'

/** The incident that the viewer saw as `version`, locked. Refuses with `not-found`, `stale`. */
export async function lockedIncident(
  tx: Transaction,
  viewer: Viewer,
  code: string,
  version: number,
): Promise<StoredIncident & AuthoredIncident> {
  const [row] = await lockIncidents(tx, viewer, [code])
  if (!row) throw unknownIncident(code)
  if (row.version !== version) {
    const params = { code, version: row.version }
    throw new Refusal('stale', [{ path: ['version'], code: 'version-stale', params }], params)
  }
  return { ...row, authors: await authorsOf(tx, row.id) }
}

/** Keeps what now stands as the incident's version: all of it, whatever the one who moved it may see of it. */
export async function keepVersion(tx: Transaction, incidentId: number, version: number): Promise<void> {
  const read = await readLog(tx, incidentId, { withText: false })
  if (!read) throw new Error(`incident ${incidentId} vanished within its own transaction`)
  await writeVersion(tx, incidentId, version, read.log)
}

export const unknownIncident = (code: string): Refusal =>
  new Refusal('not-found', [{ path: ['code'], code: 'incident-unknown', params: { code } }])

/** Refuses with `forbidden` where the viewer may not change one of these: what others vouched for, or wrote. */
export function refuseUnchangeable(
  viewer: Viewer,
  incidents: Iterable<ReviewedIncident & { code: string }>,
): void {
  for (const incident of incidents) {
    if (mayChange(viewer, incident)) continue
    throw new Refusal('forbidden', [
      { path: [], code: 'may-not-change', params: { code: incident.code, status: incident.status } },
    ])
  }
}
