import type { Viewer } from '@/lib/access/viewer'
import type { LogDraft } from '@/lib/incident/log-draft'
import { idOfKey, type KeyedRow, rowKey } from '@/lib/incident/row-key'
import { seenLog, seenParts } from '@/lib/incident/seen-log'
import { lastClaims } from '../incident-versions'
import { readStated } from '../statements'
import type { Database } from '../transaction'
import { claimOf } from './read-claim'
import { eyesOf } from './read-log'

/**
 * What the viewer sees of a past version of an incident that they may read: what they would have seen of it then and may
 * still see, since whom a row is for can have been narrowed since, and what it hides now it hides in the past too.
 */
export async function pastSeenBy(
  db: Database,
  viewer: Viewer,
  incident: { id: number; code: string },
  log: LogDraft,
): Promise<LogDraft> {
  const { creators, ...parts } = await partsNow(db, incident.id, log)
  const eyes = await eyesOf(db, viewer, log, creators, [incident.code])
  const now = seenParts(parts, eyes)
  return seenLog(log, { ...eyes, sees: (part) => now.has(part.key) && eyes.sees(part) })
}

/** What the log names as it now is, and who made it; a claim that is gone as it last was. */
async function partsNow(db: Database, incidentId: number, log: LogDraft) {
  const named = [...log.incidents, ...log.episodes].flatMap(({ claims }) => claims.map(({ key }) => key))
  const rows = await db.claim.findMany({ where: { id: { in: idsOf('claim', named) } } })
  const there = new Map(rows.map((row) => [rowKey('claim', row.id), row.createdBy]))
  const gone = named.filter((key) => !there.has(key))
  const claims = [...rows.map(claimOf), ...(await lastClaims(db, incidentId, gone))]
  const statements = [...log.statements.map(({ key }) => key), ...claims.map(({ statement }) => statement)]
  const reports = [...log.reports.map(({ key }) => key), ...claims.flatMap(({ report }) => report ?? [])]
  const stated = await readStated(db, idsOf('statement', statements), idsOf('report', reports))
  return { ...stated, claims, creators: new Map([...there, ...stated.creators]) }
}

const idsOf = (row: KeyedRow, keys: string[]): number[] => [
  ...new Set(keys.flatMap((key) => idOfKey(row, key) ?? [])),
]
