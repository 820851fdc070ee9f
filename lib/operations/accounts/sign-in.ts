import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/access/acts'
import { LONGEST } from '@/lib/access/password'
import type { Viewer } from '@/lib/access/viewer'
import { writeAccessLog } from '@/lib/db/access-log'
import { type AccountRow, findAccount, setPasswordHash } from '@/lib/db/accounts'
import { database } from '@/lib/db/client'
import { Refusal } from '@/lib/problem'
import { auth, hashPassword, isHashOfToday } from './auth'
import { withinLimits } from './limits'

export const signInDraft = z.strictObject({
  email: z.email({ error: 'email-wrong' }).max(254, { error: 'email-wrong' }).toLowerCase(),
  password: z.string({ error: 'password-missing' }).max(LONGEST * 2, { error: 'password-too-long' }),
})
export type SignInDraft = z.output<typeof signInDraft>

/** A request as a door before the accounts sees it. */
export interface Asking {
  headers: Headers
  /** Network address that it came from. */
  address: string
}

export interface SignedIn {
  /** A code of the second factor is still to come. */
  secondFactor: boolean
  /** For the answer: the session's, or that of the sign-in that waits. */
  cookies: string[]
}

const nobody: Viewer = { kind: 'anonymous', name: '', sees: 'nothing' }

/**
 * Signs in with email and password. Refuses with `unauthenticated`, in the same words and after the same work whichever
 * of the two is wrong or the account closed, and with `too-many` whoever guesses.
 */
export async function signIn(draft: SignInDraft, asking: Asking): Promise<SignedIn> {
  const { address } = asking
  return await withinLimits({ kind: 'sign-in', whose: draft.email, address }, async () => {
    const account = await findAccount(database(), { email: draft.email })
    const answer = account?.closedAt ? await refuseClosed(draft) : await askToSignIn(draft, asking.headers)
    if (!answer || !account) {
      // What was typed as an email is not kept: people type passwords there.
      await note(nobody, 'sign-in-refused', account, address)
      throw new Refusal('unauthenticated', [{ path: [], code: 'sign-in-wrong' }])
    }
    if (!isHashOfToday(account.passwordHash))
      await setPasswordHash(database(), account.id, await hashPassword(draft.password))
    if (!answer.secondFactor) await note(viewerOfAccount(account), 'sign-in', account, address)
    return answer
  })
}

async function askToSignIn({ email, password }: SignInDraft, headers: Headers): Promise<SignedIn | null> {
  const answer = await auth().api.signInEmail({ body: { email, password }, headers, asResponse: true })
  if (answer.status >= 500) throw new Error('better-auth could not sign in')
  if (!answer.ok) return null
  const body: unknown = await answer.json()
  const secondFactor = typeof body === 'object' && body !== null && 'twoFactorRedirect' in body
  return { secondFactor, cookies: answer.headers.getSetCookie() }
}

/** The work of a comparison all the same: how long it takes must not tell that there is such an account. */
async function refuseClosed({ password }: SignInDraft): Promise<null> {
  await hashPassword(password)
  return null
}

const viewerOfAccount = ({ id, name, role }: AccountRow): Viewer => ({
  kind: 'member',
  id,
  name,
  role,
  scopes: null,
})

const note = (who: Viewer, action: Act, account: AccountRow | null, address: string) =>
  writeAccessLog(database(), who, { action, entity: 'user', entityId: account?.id ?? '', address })
