import 'server-only'
import { tokenForm } from '@/lib/access/api-token'
import { needsSecondFactor, readSettings, settingKeys } from '@/lib/access/settings'
import type { Member } from '@/lib/access/viewer'
import { memberOfToken } from '@/lib/db/tokens'
import { Refusal } from '@/lib/problem'
import { tokenDigest } from './keep-tokens'

/**
 * Who sends a request with this token: its owner, narrowed to its scopes. Refuses with `unauthenticated`, in the same
 * words whether it was never there, has ended, was revoked or its owner's account is closed; and with a code of its own
 * where the owner's role must have a second factor and has none, which halts their sessions too.
 */
export async function tokenAsks(text: string): Promise<{ member: Member; tokenId: string }> {
  const found = tokenForm.test(text) ? await memberOfToken(tokenDigest(text)) : null
  if (found === null) throw new Refusal('unauthenticated', [{ path: [], code: 'token-not-good' }])
  const settings = readSettings(
    new Map([[settingKeys.secondFactorRoles, found.secondFactorRoles ?? undefined]]),
  )
  if (needsSecondFactor(settings, found.role) && !found.secondFactor)
    throw new Refusal('unauthenticated', [{ path: [], code: 'second-factor-needed' }])
  const { tokenId, id, name, role, scopes } = found
  return { member: { kind: 'member', id, name, role, scopes }, tokenId }
}
