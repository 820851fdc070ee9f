import 'server-only'
import { takeOnce } from '@/lib/db/tries'
import { Refusal } from '@/lib/problem'

/** An authenticator's code is taken for its own half minute and those on either side. */
const GOOD_FOR_S = 3 * 30

/**
 * Refuses a code that this account gave before while it was good: whoever looked over a shoulder is too late. It is noted
 * before it is compared, so that of two who send it at once one is refused.
 */
export async function requireFreshCode(userId: string, digits: string): Promise<void> {
  if (!(await takeOnce(`used-code:${userId}:${digits}`, GOOD_FOR_S))) throw wrongCode()
}

export const wrongCode = (): Refusal => new Refusal('forbidden', [{ path: ['code'], code: 'code-wrong' }])
