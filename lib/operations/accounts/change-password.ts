import 'server-only'
import { z } from 'zod'
import type { Holder } from '@/lib/access/holder'
import { typedPassword } from '@/lib/access/password'
import { database } from '@/lib/db/client'
import { endTokens } from '@/lib/db/members'
import { auth } from './auth'
import { checkPassword, knownPassword } from './check-password'
import { noteOwn } from './note'
import { requireGoodPassword } from './require-good-password'
import type { Asking } from './sign-in'

export const passwordChange = z.strictObject({ current: knownPassword, password: typedPassword })
export type PasswordChange = z.output<typeof passwordChange>

/**
 * Gives the holder another password and ends all other sessions and the API tokens, which whoever knew the one before may
 * have made. This session goes on under a new token: gives its cookies.
 */
export async function changePassword(
  holder: Holder,
  { current, password }: PasswordChange,
  { headers, address }: Asking,
): Promise<string[]> {
  requireGoodPassword(password, holder)
  await checkPassword(holder, current, address, 'current')
  await endTokens(database(), holder.id)
  const answer = await auth().api.changePassword({
    body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
    headers,
    asResponse: true,
  })
  if (!answer.ok) throw new Error(`better-auth could not change the password (${answer.status})`)
  await noteOwn(holder, 'change-password', address)
  return answer.headers.getSetCookie()
}
