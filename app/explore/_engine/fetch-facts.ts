import type { Facts } from '@/lib/analysis/facts/facts'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { withMore } from '@/lib/analysis/facts/with-more'

/** The facts did not come; `status` of the answer that came instead, null where none did. */
export class FactsAway extends Error {
  constructor(readonly status: number | null) {
    super(`no facts: ${status ?? 'no answer'}`)
  }
}

interface Fetched {
  facts: Facts
  /** Names the state of the data. */
  version: string
}

/** How often the two parts may not fit, since the data changed between, before both are fetched as one. */
const TRIES = 3

/** The facts of whoever asks: what everybody may read, which the browser may have kept, and what they may read more. */
export async function fetchFacts(): Promise<Fetched> {
  for (let tries = 0; tries < TRIES; tries++) {
    const [published, more] = await Promise.all([ask('?part=published'), ask('?part=more')])
    const base = { facts: await decoded(published), version: versionOf(published) }
    if (more.status === 204) return base
    if (more.headers.get('facts-base') !== published.headers.get('etag')) continue
    return { facts: withMore(base.facts, await decoded(more)), version: `${base.version}+${versionOf(more)}` }
  }
  const whole = await ask('')
  return { facts: await decoded(whole), version: versionOf(whole) }
}

async function ask(query: string): Promise<Response> {
  const response = await fetch(`/api/explore/facts${query}`, { credentials: 'same-origin' }).catch(() => null)
  if (!response?.ok) throw new FactsAway(response?.status ?? null)
  return response
}

const decoded = async (response: Response): Promise<Facts> =>
  decodeFacts(new Uint8Array(await response.arrayBuffer()))

/** So much of it as tells two states apart. */
const versionOf = (response: Response): string =>
  /"([\w-]{1,12})/.exec(response.headers.get('etag') ?? '')?.[1] ?? ''
