import 'server-only'
import type { Role } from '@/lib/access/roles'
import { database } from './client'
import type { Transaction } from './transaction'

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

export interface SessionMember {
  sessionId: string
  id: string
  name: string
  role: Role
  lastSeenAt: Date
}

/** Who holds this session, if it and the account are still good. */
export async function memberOfSession(token: string): Promise<SessionMember | null> {
  const [row] = await database().$queryRaw<SessionMember[]>`
    select s.id as "sessionId", u.id, u.name, u.role, s.last_seen_at as "lastSeenAt"
    from session s join "user" u on u.id = s.user_id
    where s.token = ${token} and s.expires_at > now() and u.closed_at is null`
  return row ?? null
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
