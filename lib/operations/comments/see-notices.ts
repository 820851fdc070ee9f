import { accountOf, type Viewer } from '@/lib/access/viewer'
import { markSeen } from '@/lib/db/comments'
import { inTransaction } from '@/lib/db/transaction'

/** The viewer has seen these comments; only their own notices end. */
export async function seeNotices(viewer: Viewer, comments: readonly number[]): Promise<void> {
  const account = accountOf(viewer)
  if (account === null) return
  await inTransaction((tx) => markSeen(tx, account, comments))
}
