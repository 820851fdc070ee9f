import 'server-only'
import type { Role } from '@/lib/access/roles'
import { settingKeys } from '@/lib/access/settings'
import { database, databasePool } from './client'
import type { Database, Transaction } from './transaction'

export interface NewAccount {
  id: string
  name: string
  email: string
  role: Role
  /** argon2id, as the PHC string. */
  passwordHash: string
}

/** An account and its way to sign in. The database refuses a second one of the same email. */
export async function createAccount(tx: Transaction, { passwordHash, ...user }: NewAccount): Promise<void> {
  await tx.user.create({
    data: {
      ...user,
      emailVerified: true,
      accounts: {
        create: { id: user.id, accountId: user.id, providerId: 'credential', password: passwordHash },
      },
    },
    select: { id: true },
  })
}

export interface SessionRow {
  sessionId: string
  id: string
  name: string
  email: string
  role: Role
  secondFactor: boolean
  /** Seconds since a request last came with it. */
  idleS: number
  idleMinutes: unknown
  secondFactorRoles: unknown
}

/** Whose session has a token of this hash, if it and the account are still good; with the settings that may halt it. */
export async function sessionOf(tokenHash: string): Promise<SessionRow | null> {
  const { rows } = await databasePool().query<SessionRow>(bySession, [
    tokenHash,
    settingKeys.idleMinutes,
    settingKeys.secondFactorRoles,
  ])
  return rows[0] ?? null
}

const bySession = `
  select s.id as "sessionId", u.id, u.name, u.email, u.role, u.two_factor_enabled as "secondFactor",
    extract(epoch from now() - s.last_seen_at)::float as "idleS",
    (select value from setting where key = $2) as "idleMinutes",
    (select value from setting where key = $3) as "secondFactorRoles"
  from session s join "user" u on u.id = s.user_id
  where s.token = $1 and s.expires_at > now() and u.closed_at is null`

/** A request came with the session. */
export async function touchSession(sessionId: string): Promise<void> {
  await database().$executeRaw`update session set last_seen_at = now() where id = ${sessionId}`
}

export interface AccountRow {
  id: string
  name: string
  email: string
  role: Role
  closedAt: Date | null
  secondFactor: boolean
  passwordHash: string
}

/** The account of this email (lower case) or id. */
export async function findAccount(
  db: Database,
  by: { email: string } | { id: string },
): Promise<AccountRow | null> {
  const found = await db.user.findUnique({
    where: by,
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      closedAt: true,
      twoFactorEnabled: true,
      accounts: { where: { providerId: 'credential' }, select: { password: true } },
    },
  })
  if (!found) return null
  const { accounts, twoFactorEnabled, role, ...rest } = found
  const passwordHash = accounts[0]?.password ?? ''
  return { ...rest, role: role as Role, secondFactor: twoFactorEnabled, passwordHash }
}

export interface Installation {
  claimed: boolean
  /** Something was recorded or imported that did not come with the app. */
  hasOwn: boolean
  publicReading: boolean
}

/** What decides what somebody without an account may see. */
export async function installation(): Promise<Installation> {
  const [row] = await database().$queryRaw<Installation[]>`
    select exists (select from "user") as claimed, exists (select from incident where not sample) as "hasOwn",
      coalesce((select value = 'true'::jsonb from setting where key = 'public-reading'), false) as "publicReading"`
  return row ?? { claimed: true, hasOwn: true, publicReading: false }
}

/** The drafts that were typed on the machine before there were accounts become those of the first. */
export async function inheritDrafts(tx: Transaction, owner: string): Promise<void> {
  await tx.draft.updateMany({ where: { owner: 'keeper' }, data: { owner } })
}

/** Gives the account another password. */
export async function setPasswordHash(db: Database, id: string, password: string): Promise<void> {
  await db.account.updateMany({ where: { userId: id, providerId: 'credential' }, data: { password } })
}
