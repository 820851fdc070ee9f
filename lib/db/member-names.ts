import 'server-only'
import { accountsAround } from './comments'
import type { Database } from './transaction'

export interface MemberName {
  id: string
  name: string
}

/** Names of the open accounts, and nothing else of them. */
export function openAccountNames(db: Database): Promise<MemberName[]> {
  return db.user.findMany({
    where: { closedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/** Of these the ones that had a hand in what this account logged. */
export async function namesAroundOwn(db: Database, account: string): Promise<MemberName[]> {
  const own = await db.incident.findMany({
    where: { createdBy: account, deletedAt: null },
    select: { id: true },
  })
  const around = await accountsAround(
    db,
    own.map(({ id }) => id),
  )
  return (await openAccountNames(db)).filter(({ id }) => around.has(id))
}
