import { decodeChanges, type ToldChanges } from '@/lib/analysis/facts/changes-wire'
import type { Question } from '@/lib/analysis/facts/explorer'
import type { Facts } from '@/lib/analysis/facts/facts'
import { writeQuestion } from '@/lib/analysis/facts/question-wire'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { withMore } from '@/lib/analysis/facts/with-more'

/** The facts did not come; `status` of the answer that came instead, null where none did. */
export class FactsAway extends Error {
  constructor(readonly status: number | null) {
    super(`no facts: ${status ?? 'no answer'}`)
  }

  /** There are more incidents than are sent: the server answers instead. */
  get isTooMany(): boolean {
    return this.status === 413
  }
}

export interface Fetched {
  facts: Facts
  /** Names what they say. */
  version: string
  /** The state that they are of, to ask for changes since. */
  state: string
}

/** How often the two parts may not fit, since the data changed between, before both are fetched as one. */
const TRIES = 3

/** The facts of whoever asks: what everybody may read, which the browser may have kept, and what they may read more. */
export async function fetchFacts(): Promise<Fetched> {
  for (let tries = 0; tries < TRIES; tries++) {
    const [published, more] = await Promise.all([ask('?part=published'), ask('?part=more')])
    const base = { facts: await decoded(published), version: versionOf(published), state: stateOf(published) }
    if (more.status === 204) return base
    if (more.headers.get('facts-base') !== published.headers.get('etag')) continue
    return {
      facts: withMore(base.facts, await decoded(more)),
      version: `${base.version}+${versionOf(more)}`,
      // They go with one another as of what was read last.
      state: stateOf(more),
    }
  }
  const whole = await ask('')
  return { facts: await decoded(whole), version: versionOf(whole), state: stateOf(whole) }
}

/** Those that everybody may read, whoever is signed in. */
export async function fetchPublicFacts(): Promise<Fetched> {
  const response = await ask('?part=published', { credentials: 'omit' })
  return { facts: await decoded(response), version: versionOf(response), state: stateOf(response) }
}

/** What is another since a state. */
export async function fetchChanges(state: string): Promise<ToldChanges & { bytes: Uint8Array }> {
  const response = await answered(`/api/explore/changes?since=${encodeURIComponent(state)}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { ...decodeChanges(bytes), bytes }
}

const ask = (query: string, request?: RequestInit): Promise<Response> =>
  answered(`/api/explore/facts${query}`, request)

/** The server's answer to a question, as text, with the state that it is of. */
export async function fetchAnswer(
  question: Question,
  signal: AbortSignal,
  credentials: RequestCredentials,
): Promise<{ text: string; state: string }> {
  const response = await answered('/api/explore/answer', {
    ...{ method: 'POST', signal, body: JSON.stringify(writeQuestion(question)), credentials },
    headers: { 'content-type': 'application/json' },
  })
  return { text: await response.text(), state: stateOf(response) }
}

async function answered(path: string, request: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...request }).catch(() => null)
  if (!response?.ok) throw new FactsAway(response?.status ?? null)
  return response
}

const decoded = async (response: Response): Promise<Facts> =>
  decodeFacts(new Uint8Array(await response.arrayBuffer()))

const stateOf = (response: Response): string => response.headers.get('facts-state') ?? ''

/** So much of it as tells two states apart. */
const versionOf = (response: Response): string =>
  /"([\w-]{1,12})/.exec(response.headers.get('etag') ?? '')?.[1] ?? ''
