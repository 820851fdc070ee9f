import 'server-only'
import type { Holder } from '@/lib/access/holder'
import { database } from '@/lib/db/client'
import { endSession as endRow, endSessions, type ListedSession, listedSessions } from '@/lib/db/members'
import { Refusal } from '@/lib/problem'
import { noteOwn } from './note'

export interface OwnSession extends ListedSession {
  /** The one that asks. */
  current: boolean
}

/** The holder's open sessions, the last used first. */
export async function listSessions(holder: Holder): Promise<OwnSession[]> {
  const rows = await listedSessions(database(), holder.id)
  return rows.map((row) => ({ ...row, current: row.id === holder.sessionId }))
}

/** Ends one of the holder's own sessions. */
export async function endSession(holder: Holder, id: string, address: string): Promise<void> {
  if (!(await endRow(database(), holder.id, id)))
    throw new Refusal('not-found', [{ path: ['id'], code: 'session-unknown' }])
  await noteOwn(holder, 'end-session', address)
}

/** Ends all of the holder's sessions but the one that asks. */
export async function endOtherSessions(holder: Holder, address: string): Promise<void> {
  await endSessions(database(), holder.id, holder.sessionId)
  await noteOwn(holder, 'end-other-sessions', address)
}
