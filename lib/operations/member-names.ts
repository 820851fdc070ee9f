import { isOfTeam, mayRecord } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import { type MemberName, namesAroundOwn, openAccountNames } from '@/lib/db/member-names'
import { readConsistently } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'

/**
 * Names of those to whom a record can be opened by name: for the team whoever has an account, for a contributor who had a
 * hand in their incidents, so that this tells no more of who has one than comments do. Refuses with `forbidden`.
 */
export async function memberNames(viewer: Viewer): Promise<MemberName[]> {
  if (!mayRecord(viewer)) throw new Refusal('forbidden', [{ path: [], code: 'may-not-record' }])
  return readConsistently((db) =>
    isOfTeam(viewer) ? openAccountNames(db) : namesAroundOwn(db, accountOf(viewer) ?? ''),
  )
}
