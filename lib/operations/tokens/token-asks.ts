import 'server-only'
import { tokenForm } from '@/lib/access/api-token'
import type { Member } from '@/lib/access/viewer'
import { memberOfToken } from '@/lib/db/tokens'
import { Refusal } from '@/lib/problem'
import { tokenDigest } from './keep-tokens'

/**
 * Who sends a request with this token: its owner, narrowed to its scopes. Refuses with `unauthenticated`, in the same
 * words whether it was never there, has ended, was revoked or its owner's account is closed.
 */
export async function tokenAsks(text: string): Promise<{ member: Member; tokenId: string }> {
  const found = tokenForm.test(text) ? await memberOfToken(tokenDigest(text)) : null
  if (found === null) throw new Refusal('unauthenticated', [{ path: [], code: 'token-not-good' }])
  const { tokenId, id, name, role, scopes } = found
  return { member: { kind: 'member', id, name, role, scopes }, tokenId }
}
