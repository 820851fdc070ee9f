import 'server-only'
import type { Role } from '@/lib/access/roles'
import type { Database, Transaction } from './transaction'

export interface ListedMember {
  id: string
  name: string
  email: string
  role: Role
  closed: boolean
  secondFactor: boolean
  sessions: number
  lastSeenAt: Date | null
}

/** Everybody with an account, open ones first, by name. */
export async function listedMembers(db: Database): Promise<ListedMember[]> {
  return await db.$queryRaw<ListedMember[]>`
    select u.id, u.name, u.email, u.role, u.closed_at is not null as closed, u.two_factor_enabled as "secondFactor",
      count(s.id)::int as sessions, max(s.last_seen_at) as "lastSeenAt"
    from "user" u left join session s on s.user_id = u.id and s.expires_at > now()
    group by u.id order by closed, u.name, u.id`
}

/** Whether there is an open administrator's account but this one. Locks: of two that close each other one must wait. */
export async function hasOtherAdministrator(tx: Transaction, id: string): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('waqai administrators'))`
  return (await tx.user.count({ where: { role: 'administrator', closedAt: null, id: { not: id } } })) > 0
}

export async function changeMemberRow(
  tx: Transaction,
  id: string,
  change: { role?: Role; closedAt?: Date | null },
): Promise<void> {
  await tx.user.update({ where: { id }, data: change, select: { id: true } })
}

/** Ends the sessions of an account, all or all but one. Gives how many. */
export async function endSessions(db: Database, userId: string, but?: string): Promise<number> {
  const where = but === undefined ? { userId } : { userId, id: { not: but } }
  return (await db.session.deleteMany({ where })).count
}

/** Revokes whatever an account could still ask by without a session. */
export async function endTokens(db: Database, userId: string): Promise<void> {
  await db.$executeRaw`update api_token set revoked_at = now() where user_id = ${userId} and revoked_at is null`
}

/** Takes the second factor away, with its recovery codes. */
export async function dropSecondFactor(tx: Transaction, userId: string): Promise<void> {
  await tx.twoFactor.deleteMany({ where: { userId } })
  await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false }, select: { id: true } })
}

/** How many recovery codes the account has left; null without a second factor. */
export async function recoveryCodesLeft(db: Database, userId: string): Promise<number | null> {
  const row = await db.twoFactor.findFirst({
    where: { userId, verified: true },
    select: { backupCodes: true },
  })
  const codes: unknown = row ? JSON.parse(row.backupCodes) : null
  return Array.isArray(codes) ? codes.length : null
}

/** Whose sign-in waits for its second factor under this identifier. */
export async function waitingAccount(db: Database, identifier: string): Promise<string | null> {
  const row = await db.verification.findFirst({
    where: { identifier, expiresAt: { gt: new Date() } },
    select: { value: true },
  })
  return row?.value ?? null
}

export interface ListedSession {
  id: string
  createdAt: Date
  lastSeenAt: Date
  address: string | null
  userAgent: string | null
}

/** The sessions of an account, the last used first. */
export async function listedSessions(db: Database, userId: string): Promise<ListedSession[]> {
  const rows = await db.session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    select: { id: true, createdAt: true, lastSeenAt: true, ipAddress: true, userAgent: true },
  })
  return rows.map(({ ipAddress, ...row }) => ({ ...row, address: ipAddress }))
}

/** Ends one session of the account; false where it has no such one. */
export async function endSession(db: Database, userId: string, id: string): Promise<boolean> {
  return (await db.session.deleteMany({ where: { userId, id } })).count > 0
}
