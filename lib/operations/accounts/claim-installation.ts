import 'server-only'
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { typedPassword } from '@/lib/access/password'
import { writeAccessLog } from '@/lib/db/access-log'
import { createAccount, inheritDrafts, installation } from '@/lib/db/accounts'
import { database } from '@/lib/db/client'
import { dropSetting, readSetting, writeSetting } from '@/lib/db/settings'
import { type Database, inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { cleanText } from '@/lib/text/clean-text'
import { hashPassword } from './auth'
import { withinLimits } from './limits'
import { requireGoodPassword } from './require-good-password'

const KEY = 'claim-code'
/** No 0, 1, I, L, O, U: the code is read from a terminal and typed. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

export const claimDraft = z.strictObject({
  code: z.string({ error: 'claim-code-wrong' }).max(100, { error: 'claim-code-wrong' }),
  name: cleanText({ max: 100, required: true }),
  email: z.email({ error: 'email-wrong' }).max(254, { error: 'email-wrong' }).toLowerCase(),
  password: typedPassword,
})
export type ClaimDraft = z.output<typeof claimDraft>

/**
 * A new one-time code with which the keeper claims an installation that nobody has claimed; null where somebody has.
 * The one before it is worth nothing from then on. Of the code its SHA-256 is kept: it has 137 random bits.
 */
export async function newClaimCode(): Promise<string | null> {
  if ((await installation()).claimed) return null
  const letters = [...randomBytes(28)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  await writeSetting(database(), KEY, digest(letters).toString('hex'))
  return (letters.match(/.{4}/g) ?? []).join('-')
}

/**
 * Makes the first account, an administrator's, and ends demo mode. One transaction under a lock: of two who hold the
 * code the second comes too late. Refuses with `forbidden` (another code), `gone` (claimed already).
 */
export async function claimInstallation(draft: ClaimDraft, address: string): Promise<void> {
  requireGoodPassword(draft.password, { ...draft, secondFactor: false })
  await withinLimits({ kind: 'claim', whose: null, address }, () => makeFirst(draft, address))
}

async function makeFirst({ code, password, ...person }: ClaimDraft, address: string): Promise<void> {
  await requireCode(database(), code) // a hash costs 20 ms of a core: none for whoever has no code
  const passwordHash = await hashPassword(password)
  await inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('waqai claim'))`
    await requireCode(tx, code)
    const id = randomUUID()
    await createAccount(tx, { id, ...person, role: 'administrator', passwordHash })
    await inheritDrafts(tx, id)
    await dropSetting(tx, KEY)
    const viewer = { kind: 'member', id, name: person.name, role: 'administrator', scopes: null } as const
    await writeAccessLog(tx, viewer, { action: 'claim', entity: 'user', entityId: id, address })
  })
}

async function requireCode(db: Database, code: string): Promise<void> {
  if ((await db.user.count()) > 0) throw new Refusal('gone', [{ path: [], code: 'already-claimed' }])
  if (!matches(code, await readSetting(db, KEY)))
    throw new Refusal('forbidden', [{ path: ['code'], code: 'claim-code-wrong' }])
}

const digest = (letters: string) => createHash('sha256').update(letters).digest()

function matches(code: string, stored: unknown): boolean {
  const letters = code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return typeof stored === 'string' && timingSafeEqual(digest(letters), Buffer.from(stored, 'hex'))
}

/** Whether somebody has an account. */
export const isClaimed = async (): Promise<boolean> => (await installation()).claimed
