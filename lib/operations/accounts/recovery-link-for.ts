import 'server-only'
import type { Viewer } from '@/lib/access/viewer'
import { findAccount } from '@/lib/db/accounts'
import { database } from '@/lib/db/client'
import { type MadeLink, makeRecoveryLink } from './invite'

/** A recovery link for the open account of this email; null where there is none. */
export async function recoveryLinkFor(
  viewer: Viewer,
  email: string,
  resetsFactor: boolean,
): Promise<MadeLink | null> {
  const account = await findAccount(database(), { email: email.toLowerCase() })
  return account && !account.closedAt ? await makeRecoveryLink(viewer, account.id, resetsFactor) : null
}
