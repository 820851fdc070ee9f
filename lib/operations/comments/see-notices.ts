import { accountOf, type Viewer } from '@/lib/access/viewer'
import { markSeen } from '@/lib/db/comments'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'

/**
 * The viewer has seen these comments; only their own notices end. Refuses a token with `forbidden`: that a program read
 * them, does not say that a person did.
 */
export async function seeNotices(viewer: Viewer, comments: readonly number[]): Promise<void> {
  const account = accountOf(viewer)
  if (account === null) return
  if (viewer.kind === 'member' && viewer.scopes !== null)
    throw new Refusal('forbidden', [{ path: [], code: 'in-person-only' }])
  await inTransaction((tx) => markSeen(tx, account, comments))
}
