import 'server-only'
import { z } from 'zod'
import type { Holder } from '@/lib/access/holder'
import { touchSession } from '@/lib/db/accounts'
import { checkPassword, knownPassword } from './check-password'
import { noteOwn } from './note'
import type { Asking } from './sign-in'

export const unlockDraft = z.strictObject({ password: knownPassword })

/** Opens a session again that was idle too long, by the password of its account. */
export async function unlock(holder: Holder, password: string, { address }: Asking): Promise<void> {
  await checkPassword(holder, password, address)
  await touchSession(holder.sessionId)
  await noteOwn(holder, 'unlock', address)
}
