import 'server-only'
import { database } from './client'

/** Names of the open accounts, and nothing else of them. */
export function openAccountNames(): Promise<{ id: string; name: string }[]> {
  return database().user.findMany({
    where: { closedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}
