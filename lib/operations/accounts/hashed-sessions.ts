import 'server-only'
import { createHash } from 'node:crypto'
import type { BetterAuthOptions } from 'better-auth'

/** What the table keeps of a session's token: whoever reads a copy of the database cannot sign in with it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')

interface Condition {
  field: string
  value: unknown
}

interface Query {
  model: string
  where?: Condition[]
  data?: Record<string, unknown>
}

type Row = Record<string, unknown>
type Ask = (query: Query) => Promise<unknown>
const asking = ['findOne', 'findMany', 'update', 'updateMany', 'delete', 'deleteMany', 'consumeOne'] as const

/**
 * better-auth's way to the database, but sessions are stored and looked up by the hash of their token. What it reads back
 * has the token that it asked by, which it puts into the cookie.
 */
export function withHashedSessions<A extends object>(make: (options: BetterAuthOptions) => A) {
  return (options: BetterAuthOptions): A => {
    const inner = make(options) as A & Record<string, Ask> & { create: Ask }
    const sealed = { ...inner } as Record<string, unknown>
    for (const name of asking) {
      const ask = inner[name]
      if (ask) sealed[name] = (query: Query) => askHashed(ask, query)
    }
    sealed.create = async (query: Query) => {
      const token = query.model === 'session' ? query.data?.token : undefined
      if (typeof token !== 'string') return await inner.create(query)
      const row = (await inner.create({
        ...query,
        data: { ...query.data, token: tokenHash(token) },
      })) as Row
      return { ...row, token }
    }
    sealed.transaction = <R>(work: (adapter: unknown) => Promise<R>) => work(sealed)
    return sealed as A
  }
}

async function askHashed(ask: Ask, query: Query): Promise<unknown> {
  const asked =
    query.model === 'session' ? query.where?.find(({ field }) => field === 'token')?.value : undefined
  if (typeof asked !== 'string') return await ask(query)
  const where = query.where?.map((one) => (one.field === 'token' ? { ...one, value: tokenHash(asked) } : one))
  const found = await ask({ ...query, where: where ?? [] })
  return typeof found === 'object' && found !== null && 'token' in found ? { ...found, token: asked } : found
}
