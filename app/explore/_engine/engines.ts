import { Explorer, type Question, type Shown } from '@/lib/analysis/facts/explorer'
import { FactsAway, type Fetched, fetchPublicFacts } from './fetch-facts'
import { type Changed, HeldFacts } from './held-facts'
import type { Opened } from './protocol'
import { RemoteEngine } from './remote-engine'

/** What answers the page's questions: the facts in this worker, or the server. */
export interface AnsweringEngine {
  /** All anew, for the first time or again. Throws `FactsAway` where nothing comes. */
  open(): Promise<Opened>
  /** Tells what a question shows, now or later; never of one after which another was asked. */
  show(question: Question, tell: (shown: Shown) => void, fail: (error: unknown) => void): void
  /** Brought up to now; undefined where nothing is another. Throws `FactsAway`. */
  catchUp(): Promise<{ changed: Changed; opened: Opened } | undefined>
}

/** Answers from the facts, at once. */
class LocalEngine implements AnsweringEngine {
  readonly #isPublic: boolean
  readonly #held = new HeldFacts()
  #explorer: Explorer | null = null

  /** `isPublic`: of what everybody may read, as it is now. */
  constructor(isPublic: boolean) {
    this.#isPublic = isPublic
  }

  async open(): Promise<Opened> {
    return this.#explore(this.#isPublic ? await fetchPublicFacts() : await this.#held.open())
  }

  show(question: Question, tell: (shown: Shown) => void): void {
    if (this.#explorer) tell(this.#explorer.show(question))
  }

  async catchUp() {
    const caught = await this.#held.catchUp()
    return caught && { changed: caught.changed, opened: this.#explore(caught.held) }
  }

  #explore({ facts, version }: Fetched): Opened {
    this.#explorer = new Explorer(facts)
    return { version, extent: this.#explorer.extent, isFromServer: false }
  }
}

/** Facts where they come; the server where there are too many. */
export class Engines implements AnsweringEngine {
  readonly #isPublic: boolean
  #engine: AnsweringEngine

  constructor(isPublic: boolean) {
    this.#isPublic = isPublic
    this.#engine = new LocalEngine(isPublic)
  }

  async open(): Promise<Opened> {
    return (await this.#orRemote(() => this.#engine.open())) ?? (await this.#engine.open())
  }

  show(question: Question, tell: (shown: Shown) => void, fail: (error: unknown) => void): void {
    this.#engine.show(question, tell, fail)
  }

  async catchUp() {
    const caught = await this.#orRemote(async () => ({ caught: await this.#engine.catchUp() }))
    return caught ? caught.caught : { changed: null, opened: await this.#engine.open() }
  }

  /** What `ask` gives; null where there have come to be too many, and the server answers from now on. */
  async #orRemote<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof FactsAway && error.isTooMany)) throw error
      this.#engine = new RemoteEngine(this.#isPublic)
      return null
    }
  }
}
