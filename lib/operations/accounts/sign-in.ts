import 'server-only'
import { z } from 'zod'
import { LONGEST } from '@/lib/access/password'
import { Refusal } from '@/lib/problem'
import { auth } from './auth'

export const signInDraft = z.strictObject({
  email: z.string({ error: 'email-wrong' }).max(254, { error: 'email-wrong' }).toLowerCase(),
  password: z.string({ error: 'password-missing' }).max(LONGEST * 2, { error: 'password-too-long' }),
})
export type SignInDraft = z.output<typeof signInDraft>

export interface SignedIn {
  /** A code of the second factor is still to come. */
  secondFactor: boolean
  /** For the answer: the session's, or that of the sign-in that waits. */
  cookies: string[]
}

/** Signs in with email and password. Refuses with `unauthenticated`, in the same words whichever of the two is wrong. */
export async function signIn({ email, password }: SignInDraft, headers: Headers): Promise<SignedIn> {
  const answer = await auth().api.signInEmail({ body: { email, password }, headers, asResponse: true })
  if (!answer.ok) throw new Refusal('unauthenticated', [{ path: [], code: 'sign-in-wrong' }])
  const body: unknown = await answer.json()
  const secondFactor = typeof body === 'object' && body !== null && 'twoFactorRedirect' in body
  return { secondFactor, cookies: answer.headers.getSetCookie() }
}

/** Ends the session of the request. Gives the cookies that take it away. */
export async function signOut(headers: Headers): Promise<string[]> {
  const answer = await auth().api.signOut({ headers, asResponse: true })
  return answer.headers.getSetCookie()
}
