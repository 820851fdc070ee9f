import 'server-only'
import { asMember, type Holder } from '@/lib/access/holder'
import { sessionToken } from '@/lib/access/session-token'
import { needsSecondFactor, readSettings, type Settings, settingKeys } from '@/lib/access/settings'
import type { Halt, Viewer } from '@/lib/access/viewer'
import { type Installation, installation, type SessionRow, sessionOf, touchSession } from '@/lib/db/accounts'
import { sessionCookie } from './auth'
import { tokenHash } from './hashed-sessions'

/** What a request brings to say who sends it. */
export interface Credentials {
  cookie: (name: string) => string | undefined
}

/** When a session was last used is written at most this often. */
const TOUCH_S = 60

/**
 * Who sends a request: a member by a good session, or nobody known. Never refuses. `isUse`: the session counts as used, which
 * keeps it from being locked; not so where a page asks by itself.
 */
export async function whoAsks(credentials: Credentials, isUse = true): Promise<Viewer> {
  const holder = await whoHolds(credentials, isUse)
  if (holder === null) return { kind: 'anonymous', name: '', sees: seenByAnybody(await installation()) }
  if (holder.halt) return { kind: 'anonymous', name: '', sees: 'nothing', halt: holder.halt }
  return asMember(holder)
}

/** Whose session comes with the request, also where it is halted; null without a good one. */
export async function whoHolds({ cookie }: Credentials, isUse = true): Promise<Holder | null> {
  const token = sessionToken(cookie(sessionCookie()))
  const row = token === null ? null : await sessionOf(tokenHash(token))
  if (!row) return null
  const halt = haltOf(row)
  if (isUse && halt !== 'locked' && row.idleS > TOUCH_S) await touchSession(row.sessionId)
  const { sessionId, id, name, email, role, secondFactor } = row
  return { sessionId, id, name, email, role, secondFactor, halt }
}

function haltOf(row: SessionRow): Halt | null {
  const settings = settingsOf(row)
  if (row.idleS > settings.idleMinutes * 60) return 'locked'
  return needsSecondFactor(settings, row.role) && !row.secondFactor ? 'second-factor-missing' : null
}

/** Those of the settings that may halt a session; they came with its row, to ask the database but once. */
function settingsOf({ idleMinutes, secondFactorRoles }: SessionRow): Settings {
  const stored: [string, unknown][] = [
    [settingKeys.idleMinutes, idleMinutes ?? undefined],
    [settingKeys.secondFactorRoles, secondFactorRoles ?? undefined],
  ]
  return readSettings(new Map(stored))
}

/** Demo mode ends with the first account or the first incident of one's own. */
function seenByAnybody({ claimed, hasOwn, publicReading }: Installation) {
  if (!claimed && !hasOwn) return 'sample'
  return publicReading ? 'published' : 'nothing'
}
