import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/access/acts'
import { mayChangeMember } from '@/lib/access/questions'
import { roles } from '@/lib/access/roles'
import type { Viewer } from '@/lib/access/viewer'
import { writeAccessLog } from '@/lib/db/access-log'
import { type AccountRow, findAccount } from '@/lib/db/accounts'
import { database } from '@/lib/db/client'
import {
  changeMemberRow,
  endSessions,
  endTokens,
  hasOtherAdministrator,
  type ListedMember,
  listedMembers,
} from '@/lib/db/members'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { unknownMember } from './invite'
import { requireAdministrator } from './require-administrator'

/** Everybody with an account. */
export async function listMembers(viewer: Viewer): Promise<ListedMember[]> {
  requireAdministrator(viewer)
  return await listedMembers(database())
}

export const memberChange = z
  .strictObject({ role: z.enum(roles).optional(), closed: z.boolean().optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), { error: 'field-missing' })
export type MemberChange = z.output<typeof memberChange>

/**
 * Gives a member another role, or closes or opens the account. Their sessions end, and with a closed account its tokens
 * for good. Refuses to leave the installation without an administrator.
 */
export async function changeMember(viewer: Viewer, id: string, change: MemberChange): Promise<void> {
  await inTransaction(async (tx) => {
    const account = await memberToChange(tx, viewer, id)
    const role = change.role ?? account.role
    const closedAt = change.closed === undefined ? account.closedAt : change.closed ? new Date() : null
    if ((role !== 'administrator' || closedAt !== null) && !(await hasOtherAdministrator(tx, id)))
      throw new Refusal('forbidden', [{ path: [], code: 'last-administrator' }])
    await changeMemberRow(tx, id, { role, closedAt })
    await endSessions(tx, id)
    if (closedAt) await endTokens(tx, id)
    if (role !== account.role) await note(tx, viewer, 'change-role', id, `${account.role} → ${role}`)
    if ((closedAt === null) !== (account.closedAt === null))
      await note(tx, viewer, closedAt ? 'close-account' : 'reopen-account', id)
  })
}

/** Ends all sessions of a member. */
export async function endMemberSessions(viewer: Viewer, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    await memberToChange(tx, viewer, id)
    await endSessions(tx, id)
    await note(tx, viewer, 'end-sessions', id)
  })
}

async function memberToChange(tx: Transaction, viewer: Viewer, id: string): Promise<AccountRow> {
  requireAdministrator(viewer)
  const account = await findAccount(tx, { id })
  if (!account) throw unknownMember()
  if (!mayChangeMember(viewer, account)) throw new Refusal('forbidden', [{ path: [], code: 'not-yourself' }])
  return account
}

const note = (tx: Transaction, viewer: Viewer, action: Act, id: string, why?: string) =>
  writeAccessLog(tx, viewer, { action, entity: 'user', entityId: id, ...(why === undefined ? {} : { why }) })
