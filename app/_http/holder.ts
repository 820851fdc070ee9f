import type { Holder } from '@/lib/access/holder'
import type { Asking } from '@/lib/operations/accounts/sign-in'
import { whoHolds } from '@/lib/operations/accounts/who-asks'
import { Refusal } from '@/lib/problem'
import { cookiesOf } from './cookies'
import { addressOf } from './rate-limit'
import { signInCode } from './sign-in-code'

/** Whose session came with the request: for what people do to their own account. Refuses where none is open. */
export async function holderOf(request: Request): Promise<Holder> {
  const holder = await anyHolderOf(request)
  if (holder && holder.halt !== 'locked') return holder
  throw new Refusal('unauthenticated', [{ path: [], code: signInCode(holder?.halt) }])
}

/** The same where the session is locked; null without one. */
export const anyHolderOf = (request: Request): Promise<Holder | null> =>
  whoHolds({ cookie: cookiesOf(request) })

/** The request as the doors before the accounts take it. */
export const askingOf = (request: Request): Asking => ({
  headers: request.headers,
  address: addressOf(request),
})
