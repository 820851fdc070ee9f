import 'server-only'
import { createHash } from 'node:crypto'
import { networkOf } from '@/lib/access/network-of'
import { countTry, forgetTries, sweepTries, takeTryBack } from '@/lib/db/tries'
import { Refusal } from '@/lib/problem'

/** How many wrong tries count as guessing, per account (or per what is guessed at) and per address that guesses. */
const MOST_PER_ACCOUNT = 5
const MOST_PER_ADDRESS = 20
const WINDOW_S = 15 * 60

/** What is guessed at, and from where. */
export interface Attempt {
  /** A kind of secret: "sign-in", "claim", "totp". */
  kind: string
  /** Whose secret; null where it belongs to nobody in particular, and then the address alone counts. */
  whose: string | null
  address: string
}

/**
 * Runs `attempt`, which refuses where what was given is wrong. Wrong ones count, per account and per address, on all
 * instances together; beyond the limit nothing is tried at all and the refusal is `too-many`, whether or not there is
 * such an account. The count is taken before the trying, so that a hundred at once are not a hundred first tries.
 */
export async function withinLimits<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
  const byAddress = `${attempt.kind}:address:${networkOf(attempt.address)}`
  const byAccount = attempt.whose === null ? null : `${attempt.kind}:account:${digest(attempt.whose)}`
  await count(byAddress, MOST_PER_ADDRESS)
  if (byAccount) await count(byAccount, MOST_PER_ACCOUNT)
  const value = await work()
  await takeTryBack(byAddress)
  if (byAccount) await forgetTries(byAccount)
  await sweepTries()
  return value
}

/** Forgets the wrong tries at somebody's secret: they have proved who they are in another way. */
export const forgiveTries = (kind: string, whose: string): Promise<void> =>
  forgetTries(`${kind}:account:${digest(whose)}`)

async function count(key: string, most: number): Promise<void> {
  const tries = await countTry(key, WINDOW_S)
  if (tries.count <= most) return
  const minutes = Math.ceil(tries.resetS / 60)
  throw new Refusal('too-many', [{ path: [], code: 'tries-too-many', params: { minutes } }], {
    retryAfter: tries.resetS,
  })
}

/** People type passwords where the email belongs: what is counted under is a hash of it. */
const digest = (text: string) => createHash('sha256').update(text).digest('base64url')
