import 'server-only'
import { sessionToken } from '@/lib/access/session-token'
import type { Viewer } from '@/lib/access/viewer'
import { type Installation, installation, memberOfSession } from '@/lib/db/accounts'
import { sessionCookie } from './auth'

/** What a request brings to say who sends it. */
export interface Credentials {
  cookie: (name: string) => string | undefined
}

/** Who sends a request: a member by a good session, or nobody known. Never refuses. */
export async function whoAsks({ cookie }: Credentials): Promise<Viewer> {
  const token = sessionToken(cookie(sessionCookie()))
  const member = token === null ? null : await memberOfSession(token)
  if (member) return { kind: 'member', id: member.id, name: member.name, role: member.role, scopes: null }
  return { kind: 'anonymous', name: '', sees: seenByAnybody(await installation()) }
}

/** Demo mode ends with the first account or the first incident of one's own. */
function seenByAnybody({ claimed, hasOwn, publicReading }: Installation) {
  if (!claimed && !hasOwn) return 'sample'
  return publicReading ? 'published' : 'nothing'
}
