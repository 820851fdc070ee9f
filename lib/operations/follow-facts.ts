import 'server-only'
import { networkOf } from '@/lib/access/network-of'
import type { Viewer } from '@/lib/access/viewer'
import { factsListener, type Hearer } from '@/lib/db/facts-listener'
import { Refusal } from '@/lib/problem'

/** So many pages of one account, or of nobody known from one address, are told of changes at a time: all instances together. */
const MOST_OF_ACCOUNT = 12
const MOST_OF_ADDRESS = 60

const RETRY_S = 60

/** Has `hearer` told of changes until it ends it by what is given. Refuses with `too-many` who has enough of it. */
export async function followFacts(viewer: Viewer, address: string, hearer: Hearer): Promise<() => void> {
  const [who, most] =
    viewer.kind === 'member'
      ? [`account:${viewer.id}`, MOST_OF_ACCOUNT]
      : [`address:${networkOf(address)}`, MOST_OF_ADDRESS]
  const end = await factsListener().hear(who, most, hearer)
  if (end) return end
  throw new Refusal('too-many', [{ path: [], code: 'pages-too-many', params: { max: most } }], {
    retryAfter: RETRY_S,
  })
}
