import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type ListedToken, tokenDraft } from '@/lib/access/api-token'
import { mayAdminister, mayKeepTokens } from '@/lib/access/questions'
import type { Member, Viewer } from '@/lib/access/viewer'
import { writeAccessLog } from '@/lib/db/access-log'
import { database } from '@/lib/db/client'
import { insertToken, listedTokens, revokeTokenRow } from '@/lib/db/tokens'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { checkPassword, knownPassword } from '../accounts/check-password'

/** Thirty-two signs, so that each random byte picks one evenly; none that is taken for another. */
const SIGNS = '23456789abcdefghijkmnpqrstuvwxyz'

const signs = (count: number): string => [...randomBytes(count)].map((byte) => SIGNS[byte % 32]).join('')

/** What is kept of a token: it has 200 random bits, so that a fast hash is as good as a slow one. */
export const tokenDigest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A token to make, with the password of whose it will be: what a stranger at an open screen must not make. */
export const newToken = tokenDraft.extend({ password: knownPassword })

/**
 * Makes a token for the viewer. Its text is told here and never again. Refuses with `forbidden` who came by a token, and
 * another password.
 */
export async function createToken(
  viewer: Viewer,
  { password, ...draft }: z.output<typeof newToken>,
  address: string,
): Promise<{ token: ListedToken; text: string }> {
  const owner = keeperOfTokens(viewer)
  await checkPassword(owner, password, address)
  const id = randomUUID()
  const prefix = signs(8)
  const text = `waqai_${prefix}_${signs(40)}`
  const token = await inTransaction(async (tx) => {
    await insertToken(tx, { id, userId: owner.id, prefix, tokenHash: tokenDigest(text), ...draft })
    const why = `${prefix}: ${draft.scopes.join(' ')}`
    await writeAccessLog(tx, viewer, { action: 'token-made', entity: 'token', entityId: id, why })
    const [made] = await listedTokens(tx, { id })
    return made as ListedToken
  })
  return { token, text }
}

/** The viewer's tokens, or, for an administrator, everybody's. Refuses with `forbidden`. */
export function listTokens(viewer: Viewer, whose: 'own' | 'all'): Promise<ListedToken[]> {
  const owner = keeperOfTokens(viewer)
  if (whose === 'own') return listedTokens(database(), { userId: owner.id })
  if (!mayAdminister(viewer)) throw forbidden('may-not-administer')
  return listedTokens(database(), {})
}

/**
 * Ends a token at once: one's own, or as an administrator anybody's. Refuses with `forbidden`, and with `not-found`
 * where there is none, it is another's, or it was ended before.
 */
export function revokeToken(viewer: Viewer, id: string): Promise<void> {
  const owner = keeperOfTokens(viewer)
  return inTransaction(async (tx) => {
    if (!(await revokeTokenRow(tx, id, mayAdminister(viewer) ? undefined : owner.id)))
      throw new Refusal('not-found', [{ path: ['id'], code: 'token-unknown' }])
    await writeAccessLog(tx, viewer, { action: 'token-revoked', entity: 'token', entityId: id })
  })
}

function keeperOfTokens(viewer: Viewer): Member {
  if (mayKeepTokens(viewer)) return viewer
  throw forbidden('may-not-keep-tokens')
}

const forbidden = (code: string) => new Refusal('forbidden', [{ path: [], code }])
