import 'server-only'
import type { ListedToken, TokenDraft } from '@/lib/access/api-token'
import type { Role } from '@/lib/access/roles'
import { settingKeys } from '@/lib/access/settings'
import type { Scope } from '@/lib/access/viewer'
import { database } from './client'
import type { Database, Transaction } from './transaction'

interface NewToken extends TokenDraft {
  id: string
  userId: string
  prefix: string
  tokenHash: Buffer
}

export async function insertToken(tx: Transaction, token: NewToken): Promise<void> {
  await tx.$executeRaw`
    insert into api_token (id, user_id, name, prefix, token_hash, scopes, expires_at)
    values (${token.id}::uuid, ${token.userId}, ${token.name}, ${token.prefix}, ${token.tokenHash}, ${token.scopes},
      now() + make_interval(days => ${token.days}::int))`
}

/** The newest first; those of one account, or of all. */
export async function listedTokens(
  db: Database,
  where: { userId?: string; id?: string },
): Promise<ListedToken[]> {
  const rows = await db.apiToken.findMany({
    where,
    omit: { tokenHash: true, userId: true },
    include: { user: { select: { id: true, name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(({ user, ...row }) => ({ ...row, owner: user }))
}

/** Revokes a token that was not, of the one account or, where none is named, of whoever; false where there is none. */
export async function revokeTokenRow(tx: Transaction, id: string, userId?: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update api_token set revoked_at = now()
    where id = ${id}::uuid and revoked_at is null and (${userId ?? null}::text is null or user_id = ${userId ?? null})`
  return changed > 0
}

interface TokenMember {
  tokenId: string
  scopes: Scope[]
  id: string
  name: string
  role: Role
  secondFactor: boolean
  secondFactorRoles: unknown
}

/** Whose token this is, if it and the account are still good. Notes its use, once a minute. */
export async function memberOfToken(tokenHash: Buffer): Promise<TokenMember | null> {
  const [row] = await database().$queryRaw<(TokenMember & { stale: boolean })[]>`
    select t.id as "tokenId", t.scopes, u.id, u.name, u.role,
      u.two_factor_enabled as "secondFactor",
      (select value from setting where key = ${settingKeys.secondFactorRoles}) as "secondFactorRoles",
      coalesce(t.last_used_at < now() - interval '1 minute', true) as stale
    from api_token t join "user" u on u.id = t.user_id
    where t.token_hash = ${tokenHash} and t.revoked_at is null and t.expires_at > now() and u.closed_at is null`
  if (!row) return null
  const { stale, ...member } = row
  if (stale) await noteUse(member.tokenId)
  return member
}

async function noteUse(id: string): Promise<void> {
  await database().$executeRaw`
    update api_token set last_used_at = now()
    where id = ${id}::uuid and (last_used_at is null or last_used_at < now() - interval '1 minute')`
}
