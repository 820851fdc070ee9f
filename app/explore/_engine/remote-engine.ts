import type { Question, Shown } from '@/lib/analysis/facts/explorer'
import { type AnsweredQuestion, decodeAnswered } from '@/lib/analysis/facts/shown-wire'
import { emptyFilter } from '@/lib/analysis/filter'
import type { AnsweringEngine } from './engines'
import { fetchAnswer, fetchChanges } from './fetch-facts'
import type { Changed } from './held-facts'
import type { Opened } from './protocol'
import { versionAfter } from './version-after'

/** A gesture asks at each of its steps: of these only one that so much rest follows. */
const REST_MS = 60

/** What a page asks before it knows what to show: how much there is. */
const opening: Question = {
  ...{ filter: emptyFilter, matches: null, window: null, lanes: 'type', columns: 0, listed: 0 },
  ...{ view: { order: 'newest', unit: 'auto' }, against: null, map: null },
}

/** Has the server answer, where there are more incidents than a browser should hold. */
export class RemoteEngine implements AnsweringEngine {
  readonly #credentials: RequestCredentials
  #version = 'sql'
  #state = ''
  #asking = new AbortController()

  /** `isPublic`: of what everybody may read. */
  constructor(isPublic: boolean) {
    this.#credentials = isPublic ? 'omit' : 'same-origin'
  }

  async open(): Promise<Opened> {
    const { signal } = new AbortController()
    const { text, state } = await fetchAnswer(opening, signal, this.#credentials)
    this.#state = state
    this.#version = versionAfter(this.#version, new TextEncoder().encode(text))
    return { version: this.#version, extent: decodeAnswered(text).extent, isFromServer: true }
  }

  show(question: Question, tell: (shown: Shown) => void, fail: (error: unknown) => void): void {
    this.#asking.abort()
    this.#asking = new AbortController()
    const { signal } = this.#asking
    answered(question, signal, this.#credentials)
      .then(({ shown }) => signal.aborted || tell(shown))
      .catch((error: unknown) => signal.aborted || fail(error))
  }

  /** What was changed is told as to those who hold facts; of it only the ids are of use here. */
  async catchUp(): Promise<{ changed: Changed; opened: Opened } | undefined> {
    const { changes, state } = await fetchChanges(this.#state)
    const changed = changes && [...changes.facts.id, ...changes.gone]
    if (changed?.length === 0) {
      this.#state = state
      return undefined
    }
    return { changed, opened: await this.open() }
  }
}

async function answered(
  question: Question,
  signal: AbortSignal,
  credentials: RequestCredentials,
): Promise<AnsweredQuestion> {
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  signal.throwIfAborted()
  return decodeAnswered((await fetchAnswer(question, signal, credentials)).text)
}
