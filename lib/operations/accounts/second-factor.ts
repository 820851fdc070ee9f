import 'server-only'
import { encode } from 'uqr'
import { z } from 'zod'
import type { Holder } from '@/lib/access/holder'
import { typedPassword } from '@/lib/access/password'
import { setPasswordHash } from '@/lib/db/accounts'
import { database } from '@/lib/db/client'
import { dropSecondFactor, endSessions, recoveryCodesLeft } from '@/lib/db/members'
import { inTransaction } from '@/lib/db/transaction'
import { Refusal } from '@/lib/problem'
import { latinDigits } from '@/lib/text/numerals'
import { auth, hashPassword } from './auth'
import { checkPassword, knownPassword } from './check-password'
import { withinLimits } from './limits'
import { noteOwn } from './note'
import { requireGoodPassword } from './require-good-password'
import type { Asking } from './sign-in'
import { requireFreshCode, wrongCode } from './used-codes'

export const passwordOnly = z.strictObject({ password: knownPassword })
export const typedCode = z.string({ error: 'code-wrong' }).max(100, { error: 'code-wrong' })
export const secondFactorCode = z.strictObject({ code: typedCode })
export const secondFactorEnd = z.strictObject({
  password: knownPassword,
  /** Where the one there is would be too short alone. */
  newPassword: typedPassword.optional(),
})
export type SecondFactorEnd = z.output<typeof secondFactorEnd>

export interface StartedFactor {
  /** The secret, for who types it into an authenticator. */
  secret: string
  /** The same as a picture to point a camera at: a QR code as the path of an SVG. */
  picture: { size: number; path: string }
  recoveryCodes: string[]
}

/** Makes a secret for an authenticator and recovery codes; they count once a first code has come back. */
export async function startSecondFactor(
  holder: Holder,
  password: string,
  { headers, address }: Asking,
): Promise<StartedFactor> {
  if (holder.secondFactor) throw new Refusal('duplicate', [{ path: [], code: 'second-factor-there' }])
  await checkPassword(holder, password, address)
  const started = await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
  if (started.method !== 'totp') throw new Error('better-auth made no TOTP secret')
  const secret = new URL(started.totpURI).searchParams.get('secret') ?? ''
  return { secret, picture: pictureOf(started.totpURI), recoveryCodes: started.backupCodes }
}

/** The second factor begins with its first code. Gives the cookies of the session, which has a new token. */
export async function confirmSecondFactor(
  holder: Holder,
  code: string,
  { headers, address }: Asking,
): Promise<string[]> {
  return await withinLimits({ kind: 'totp', whose: holder.id, address }, async () => {
    const digits = digitsOf(code)
    await requireFreshCode(holder.id, digits)
    const answer = await auth().api.verifyTOTP({ body: { code: digits }, headers, asResponse: true })
    if (!answer.ok) throw wrongCode()
    await noteOwn(holder, 'second-factor-on', address)
    return answer.headers.getSetCookie()
  })
}

/**
 * Ends the second factor and all other sessions. Where the password is short, which it may be beside a second factor,
 * another one must come with this.
 */
export async function endSecondFactor(
  holder: Holder,
  { password, newPassword }: SecondFactorEnd,
  { address }: Asking,
): Promise<void> {
  const alone = { ...holder, secondFactor: false }
  await checkPassword(holder, password, address)
  if (newPassword === undefined) requireGoodPassword(password, alone, 'newPassword')
  else requireGoodPassword(newPassword, alone, 'newPassword')
  const passwordHash = newPassword === undefined ? null : await hashPassword(newPassword)
  await inTransaction(async (tx) => {
    if (passwordHash) await setPasswordHash(tx, holder.id, passwordHash)
    await dropSecondFactor(tx, holder.id)
    await endSessions(tx, holder.id, holder.sessionId)
  })
  await noteOwn(holder, 'second-factor-off', address)
}

/** New recovery codes; those before are worth nothing from then on. */
export async function renewRecoveryCodes(
  holder: Holder,
  password: string,
  { headers, address }: Asking,
): Promise<string[]> {
  await checkPassword(holder, password, address)
  if (!holder.secondFactor) throw new Refusal('not-found', [{ path: [], code: 'second-factor-none' }])
  const { backupCodes } = await auth().api.generateBackupCodes({ body: { password }, headers })
  await noteOwn(holder, 'recovery-codes', address)
  return backupCodes
}

/** What an authenticator shows, however it was typed: with spaces, in Arabic digits. */
export const digitsOf = (typed: string): string => latinDigits(typed).replace(/\D/g, '')

function pictureOf(text: string): StartedFactor['picture'] {
  const { size, data } = encode(text, { border: 4 })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return { size, path }
}

/** How many recovery codes are left; null without a second factor. */
export const codesLeft = (holder: Holder): Promise<number | null> => recoveryCodesLeft(database(), holder.id)
