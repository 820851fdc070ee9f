import type { Holder } from '@/lib/access/holder'
import type { Asking } from '@/lib/operations/accounts/sign-in'
import { whoHolds } from '@/lib/operations/accounts/who-asks'
import { Refusal } from '@/lib/problem'
import { cookiesOf } from './cookies'
import { addressOf } from './rate-limit'
import { bearerOf, viewerOf } from './viewer'

/**
 * Whose session came with the request: for what people do to their own account, in person. Refuses where none is open,
 * and a token, which is nobody's hand.
 */
export async function holderOf(request: Request): Promise<Holder> {
  const holder = await anyHolderOf(request)
  if (holder === null) return await refuseOthers(request)
  if (holder.halt !== 'locked') return holder
  throw new Refusal('unauthenticated', [{ path: [], code: 'session-locked' }])
}

/** The same where the session is locked. */
export async function lockedHolderOf(request: Request): Promise<Holder> {
  return (await anyHolderOf(request)) ?? (await refuseOthers(request))
}

/** Whose session came with the request; null without one, and where a token came. */
export async function anyHolderOf(request: Request): Promise<Holder | null> {
  return bearerOf(request) === null ? await whoHolds({ cookie: cookiesOf(request) }) : null
}

async function refuseOthers(request: Request): Promise<never> {
  const viewer = await viewerOf(request)
  if (viewer.kind === 'member') throw new Refusal('forbidden', [{ path: [], code: 'in-person-only' }])
  throw new Refusal('unauthenticated', [{ path: [], code: 'sign-in-needed' }])
}

/** The request as the doors before the accounts take it. */
export const askingOf = (request: Request): Asking => ({
  headers: request.headers,
  address: addressOf(request),
})
