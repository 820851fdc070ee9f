import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { mayInvite, mayRecover } from '@/lib/access/questions'
import { roles } from '@/lib/access/roles'
import type { Viewer } from '@/lib/access/viewer'
import { writeAccessLog } from '@/lib/db/access-log'
import { findAccount } from '@/lib/db/accounts'
import { database } from '@/lib/db/client'
import {
  createInvitation,
  type ListedInvitation,
  openInvitations,
  revokeInvitationRow,
} from '@/lib/db/invitations'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { cleanText } from '@/lib/text/clean-text'
import { mayNot, requireAdministrator } from './require-administrator'

const INVITATION_DAYS = 7
const RECOVERY_DAYS = 1
const DAY_MS = 24 * 3600 * 1000

export const invitationDraft = z.strictObject({
  email: z.email({ error: 'email-wrong' }).max(254, { error: 'email-wrong' }).toLowerCase(),
  name: cleanText({ max: 100, required: true }),
  role: z.enum(roles),
})
export type InvitationDraft = z.output<typeof invitationDraft>

export interface MadeLink {
  id: string
  /** Shown once: of it the database keeps a hash. */
  token: string
  expiresAt: Date
}

/** Invites somebody who has no account. Refuses an email that has one. An earlier invitation of theirs ends. */
export async function invite(viewer: Viewer, draft: InvitationDraft): Promise<MadeLink> {
  if (!mayInvite(viewer)) throw mayNot()
  if (await findAccount(database(), { email: draft.email }))
    throw new Refusal('duplicate', [{ path: ['email'], code: 'email-taken' }])
  return await makeLink(viewer, { ...draft, userId: null, resetsFactor: false }, INVITATION_DAYS)
}

export const recoveryDraft = z.strictObject({ resetsFactor: z.boolean().default(false) })

/**
 * A link by which a member who lost the password sets another. The second factor stays, unless it is said to be lost
 * too. Whoever makes the link never learns the password.
 */
export async function makeRecoveryLink(
  viewer: Viewer,
  memberId: string,
  resetsFactor: boolean,
): Promise<MadeLink> {
  if (!mayRecover(viewer)) throw mayNot()
  const account = await findAccount(database(), { id: memberId })
  if (!account || account.closedAt) throw unknownMember()
  const { id, email, name, role } = account
  return await makeLink(viewer, { email, name, role, userId: id, resetsFactor }, RECOVERY_DAYS)
}

export const unknownMember = (): Refusal =>
  new Refusal('not-found', [{ path: ['id'], code: 'account-unknown' }])

async function makeLink(
  viewer: Viewer,
  link: InvitationDraft & { userId: string | null; resetsFactor: boolean },
  days: number,
): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url')
  const id = randomUUID()
  const expiresAt = new Date(Date.now() + days * DAY_MS)
  await inTransaction(async (tx) => {
    const invitedBy = viewer.kind === 'member' ? viewer.id : viewer.name
    await createInvitation(tx, { ...link, id, tokenHash: linkHash(token), invitedBy, expiresAt })
    const action = link.userId === null ? 'invite' : link.resetsFactor ? 'recover-with-factor' : 'recover'
    await writeAccessLog(tx, viewer, { action, entity: 'invitation', entityId: id, why: link.role })
  })
  return { id, token, expiresAt }
}

/** The token has 256 random bits. */
export const linkHash = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())

/** The links that can still be used. */
export async function listInvitations(viewer: Viewer): Promise<ListedInvitation[]> {
  requireAdministrator(viewer)
  return await openInvitations(database())
}

/** Takes a link back before it is used. */
export async function revokeInvitation(viewer: Viewer, id: string): Promise<void> {
  requireAdministrator(viewer)
  await inTransaction(async (tx) => {
    if (!(await revokeInvitationRow(tx, id)))
      throw new Refusal('not-found', [{ path: ['id'], code: 'invitation-unknown' }])
    await writeAccessLog(tx, viewer, { action: 'revoke-invitation', entity: 'invitation', entityId: id })
  })
}
