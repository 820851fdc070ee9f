import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedPassword } from '@/lib/access/password'
import type { Viewer } from '@/lib/access/viewer'
import { writeAccessLog } from '@/lib/db/access-log'
import { createAccount, findAccount, setPasswordHash } from '@/lib/db/accounts'
import { lockInvitation, markInvitationUsed, type OpenInvitation } from '@/lib/db/invitations'
import { dropSecondFactor, endSessions, endTokens } from '@/lib/db/members'
import { inTransaction, type Transaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { cleanText } from '@/lib/text/clean-text'
import { hashPassword } from './auth'
import { linkHash } from './invite'
import { forgiveTries, withinLimits } from './limits'
import { requireGoodPassword } from './require-good-password'

const token = z.string({ error: 'invitation-wrong' }).max(100, { error: 'invitation-wrong' })

export const openDraft = z.strictObject({ token })

export const acceptDraft = z.strictObject({
  token,
  /** Left out by somebody who comes back to an account. */
  name: cleanText({ max: 100, required: true }).optional(),
  password: typedPassword,
})
export type AcceptDraft = z.output<typeof acceptDraft>

/** Whom a link is for, as the page before it says. */
export interface Invited {
  email: string
  name: string
  role: string
  recovers: boolean
}

/** What a link is for. Refuses with `gone` one that is not good, or no more: which of the two is nobody's business. */
export async function openInvitation(token: string, address: string): Promise<Invited> {
  const { email, name, role, userId } = await withinLimits({ kind: 'invitation', whose: null, address }, () =>
    inTransaction((tx) => lockedInvitation(tx, token)),
  )
  return { email, name, role, recovers: userId !== null }
}

/**
 * Uses a link once: makes the account, or gives the one it is for another password and ends its sessions and API tokens. Gives the
 * email to sign in with.
 */
export async function acceptInvitation(draft: AcceptDraft, address: string): Promise<string> {
  const email = await withinLimits({ kind: 'invitation', whose: null, address }, async () => {
    // A hash costs 20 ms of a core: none for whoever has no good link.
    await inTransaction((tx) => lockedInvitation(tx, draft.token))
    return await useInvitation(draft, await hashPassword(draft.password), address)
  })
  await forgiveTries('sign-in', email)
  return email
}

const useInvitation = (draft: AcceptDraft, passwordHash: string, address: string): Promise<string> =>
  inTransaction(async (tx) => {
    const invitation = await lockedInvitation(tx, draft.token)
    const person = { ...invitation, name: draft.name ?? invitation.name }
    if (invitation.userId === null) await makeAccount(tx, person, draft.password, passwordHash, address)
    else await openAgain(tx, invitation, invitation.userId, draft.password, passwordHash, address)
    await markInvitationUsed(tx, invitation.id)
    return invitation.email
  })

async function lockedInvitation(tx: Transaction, token: string): Promise<OpenInvitation> {
  const invitation = await lockInvitation(tx, linkHash(token))
  if (!invitation) throw new Refusal('gone', [{ path: [], code: 'invitation-wrong' }])
  return invitation
}

async function makeAccount(
  tx: Transaction,
  { name, email, role }: OpenInvitation,
  password: string,
  passwordHash: string,
  address: string,
): Promise<void> {
  if (await findAccount(tx, { email })) throw new Refusal('gone', [{ path: [], code: 'invitation-wrong' }])
  requireGoodPassword(password, { name, email, secondFactor: false })
  const id = randomUUID()
  await createAccount(tx, { id, name, email, role, passwordHash })
  const viewer: Viewer = { kind: 'member', id, name, role, scopes: null }
  await writeAccessLog(tx, viewer, { action: 'accept-invitation', entity: 'user', entityId: id, address })
}

async function openAgain(
  tx: Transaction,
  { resetsFactor }: OpenInvitation,
  id: string,
  password: string,
  passwordHash: string,
  address: string,
): Promise<void> {
  const account = await findAccount(tx, { id })
  if (!account || account.closedAt) throw new Refusal('gone', [{ path: [], code: 'invitation-wrong' }])
  requireGoodPassword(password, { ...account, secondFactor: account.secondFactor && !resetsFactor })
  await setPasswordHash(tx, id, passwordHash)
  if (resetsFactor) await dropSecondFactor(tx, id)
  await endSessions(tx, id)
  await endTokens(tx, id)
  const { name, role } = account
  const action = resetsFactor ? 'recovered-without-factor' : 'recovered'
  const viewer: Viewer = { kind: 'member', id, name, role, scopes: null }
  await writeAccessLog(tx, viewer, { action, entity: 'user', entityId: id, address })
}
