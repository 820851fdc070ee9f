import 'server-only'
import { networkOf } from '@/lib/access/network-of'
import { countAgainst } from '@/lib/db/throttle'
import { env } from '@/lib/env'

/** Who is counted: a token with the account behind it, or the address of somebody who is nobody known. */
export type Counted = { tokenId: string; accountId: string } | { address: string }

/** How much of one limit is used. */
export interface Quota {
  name: 'token' | 'account' | 'address' | 'writes'
  /** Requests within the window, at most. */
  most: number
  windowSeconds: number
  count: number
  resetSeconds: number
}

const WINDOW_S = 60

/**
 * Counts a request against every limit that it falls under, in Postgres, so that all instances count as one. Writes of
 * all tokens of an account count together: more tokens write no more.
 */
export async function countRequest(who: Counted, isWrite: boolean): Promise<Quota[]> {
  const quotas: Quota[] = []
  for (const [name, key, most] of limitsOf(who, isWrite)) {
    const counted = await countAgainst(`${name}:${key}`, 1, WINDOW_S)
    quotas.push({ name, most, windowSeconds: WINDOW_S, ...counted })
    // What is refused by one limit uses up none of the next.
    if (counted.count > most) break
  }
  return quotas
}

function limitsOf(who: Counted, isWrite: boolean): [Quota['name'], string, number][] {
  if ('address' in who) return [['address', networkOf(who.address), env('WAQAI_LIMIT_ADDRESS')]]
  return [
    ['token', who.tokenId, env('WAQAI_LIMIT_TOKEN')],
    ['account', who.accountId, env('WAQAI_LIMIT_ACCOUNT')],
    ...(isWrite
      ? [['writes', who.accountId, env('WAQAI_LIMIT_WRITES')] as [Quota['name'], string, number]]
      : []),
  ]
}
