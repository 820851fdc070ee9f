import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/access/acts'
import { writeAccessLog } from '@/lib/db/access-log'
import { type AccountRow, findAccount } from '@/lib/db/accounts'
import { database } from '@/lib/db/client'
import { waitingAccount } from '@/lib/db/members'
import { Refusal } from '@/lib/problem'
import { auth, waitingCookie } from './auth'
import { withinLimits } from './limits'
import { recoveryCodeHash } from './recovery-codes'
import { digitsOf, typedCode } from './second-factor'
import type { Asking } from './sign-in'
import { requireFreshCode, wrongCode } from './used-codes'
import type { Credentials } from './who-asks'

/** A code of an authenticator, or a recovery code: which of the two, its length tells. */
export const signInCodeDraft = z.strictObject({ code: typedCode })

const TOTP_DIGITS = 6

/**
 * The second step of a sign-in that waits for it. Refuses with `unauthenticated` where none waits, or no longer. Gives
 * the cookies of the session.
 */
export async function confirmSignIn(
  code: string,
  { cookie }: Credentials,
  asking: Asking,
): Promise<string[]> {
  const waiting = cookie(waitingCookie())
  const account = await whoWaits(waiting)
  if (!account || account.closedAt)
    throw new Refusal('unauthenticated', [{ path: [], code: 'sign-in-again' }])
  const digits = digitsOf(code)
  const isTotp = digits.length === TOTP_DIGITS && code.length <= 2 * TOTP_DIGITS
  return await withinLimits({ kind: 'totp', whose: account.id, address: asking.address }, async () => {
    const headers = withoutSession(asking.headers, waiting)
    const answer = isTotp
      ? await sendCode(account.id, digits, headers)
      : await sendRecoveryCode(code, headers)
    if (!answer.ok) {
      await note(account, 'second-factor-refused', asking.address)
      throw wrongCode()
    }
    await note(account, isTotp ? 'sign-in-with-factor' : 'sign-in-with-recovery-code', asking.address)
    return answer.headers.getSetCookie()
  })
}

/**
 * better-auth asks for the code of a session's account before it looks at the sign-in that waits: of the cookies it gets
 * that one alone, as it was read here, so that the account whose tries count is the account whose code is compared.
 */
function withoutSession(headers: Headers, waiting: string | undefined): Headers {
  const own = new Headers(headers)
  own.set('cookie', `${waitingCookie()}=${waiting ?? ''}`)
  return own
}

async function sendCode(id: string, code: string, headers: Headers): Promise<Response> {
  await requireFreshCode(id, code)
  return await auth().api.verifyTOTP({ body: { code }, headers, asResponse: true })
}

const sendRecoveryCode = (code: string, headers: Headers): Promise<Response> =>
  auth().api.verifyBackupCode({ body: { code: recoveryCodeHash(code) }, headers, asResponse: true })

/** The cookie holds the identifier and its signature, which better-auth checks; that a forged one counts tries is no harm. */
async function whoWaits(cookie: string | undefined): Promise<AccountRow | null> {
  const [identifier = ''] = (cookie ?? '').split(/\.|%2e/i)
  const id = /^2fa-[\w-]{20}$/.test(identifier) ? await waitingAccount(database(), identifier) : null
  return id === null ? null : await findAccount(database(), { id })
}

const note = ({ id, name, role }: AccountRow, action: Act, address: string) =>
  writeAccessLog(
    database(),
    { kind: 'member', id, name, role, scopes: null },
    { action, entity: 'user', entityId: id, address },
  )
