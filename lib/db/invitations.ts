import 'server-only'
import type { Role } from '@/lib/access/roles'
import type { Database, Transaction } from './transaction'

interface NewInvitation {
  id: string
  tokenHash: Uint8Array<ArrayBuffer>
  /** Whose account it opens again; null: it makes a new one. */
  userId: string | null
  email: string
  name: string
  role: Role
  invitedBy: string
  expiresAt: Date
  resetsFactor: boolean
}

/** Stores it; those before it, for the same person, are worth nothing from then on. */
export async function createInvitation(tx: Transaction, invitation: NewInvitation): Promise<void> {
  const { email } = invitation
  await tx.invitation.updateMany({
    where: { email, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  await tx.invitation.create({ data: invitation, select: { id: true } })
}

export interface OpenInvitation {
  id: string
  userId: string | null
  email: string
  name: string
  role: Role
  resetsFactor: boolean
}

/** The invitation of this token, if it is still good; locked, so that it is used once. */
export async function lockInvitation(tx: Transaction, tokenHash: Uint8Array): Promise<OpenInvitation | null> {
  const [row] = await tx.$queryRaw<OpenInvitation[]>`
    select id, user_id as "userId", email, coalesce(name, '') as name, role, resets_factor as "resetsFactor"
    from invitation
    where token_hash = ${tokenHash} and used_at is null and revoked_at is null and expires_at > now()
    for update`
  return row ?? null
}

export async function markInvitationUsed(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`update invitation set used_at = now() where id = ${id}::uuid`
}

export interface ListedInvitation {
  id: string
  email: string
  name: string
  role: Role
  expiresAt: Date
  /** A way back in for somebody who has an account. */
  recovers: boolean
}

/** Those that can still be used, the newest first. */
export async function openInvitations(db: Database): Promise<ListedInvitation[]> {
  const rows = await db.invitation.findMany({
    where: { usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, email: true, name: true, role: true, expiresAt: true, userId: true },
  })
  return rows.map(({ userId, name, role, ...row }) => ({
    ...row,
    name: name ?? '',
    role: role as Role,
    recovers: userId !== null,
  }))
}

/** False where there is none to revoke. */
export async function revokeInvitationRow(db: Database, id: string): Promise<boolean> {
  const changed = await db.$executeRaw`
    update invitation set revoked_at = now() where id = ${id}::uuid and used_at is null and revoked_at is null`
  return changed > 0
}
