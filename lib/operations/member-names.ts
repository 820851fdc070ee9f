import { mayRecord } from '@/lib/access/questions'
import type { Viewer } from '@/lib/access/viewer'
import { openAccountNames } from '@/lib/db/member-names'
import { Refusal } from '@/lib/problem'

/** Names of those who have an account: whom a record can be opened to by name. Refuses with `forbidden`. */
export async function memberNames(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  return openAccountNames()
}
