import 'server-only'
import { z } from 'zod'
import type { Holder } from '@/lib/access/holder'
import { LONGEST } from '@/lib/access/password'
import { findAccount } from '@/lib/db/accounts'
import { database } from '@/lib/db/client'
import { Refusal } from '@/lib/problem'
import { isPasswordOf } from './auth'
import { withinLimits } from './limits'

/** A password that is compared with the one there is. */
export const knownPassword = z
  .string({ error: 'password-missing' })
  .max(LONGEST * 2, { error: 'password-too-long' })

/**
 * Asks somebody with a session for the password again, before what a stranger at an open screen must not do. Refuses with
 * `forbidden`, at `field`, one that is wrong; guessing counts as at the sign-in.
 */
export async function checkPassword(
  holder: Pick<Holder, 'id'>,
  password: string,
  address: string,
  field = 'password',
): Promise<void> {
  await withinLimits({ kind: 'password', whose: holder.id, address }, async () => {
    const account = await findAccount(database(), { id: holder.id })
    if (!account || !(await isPasswordOf(account.passwordHash, password)))
      throw new Refusal('forbidden', [{ path: [field], code: 'password-wrong' }])
  })
}
