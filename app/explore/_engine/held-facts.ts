import type { Facts } from '@/lib/analysis/facts/facts'
import { withChanges } from '@/lib/analysis/facts/with-changes'
import { type Fetched, fetchChanges, fetchFacts } from './fetch-facts'
import { versionAfter } from './version-after'

/** What became another: ids of incidents, or null where it may be any. */
export type Changed = readonly number[] | null

/** Reading all anew costs the server and the network most: while an import runs, once in so long is enough. */
const ANEW_PAUSE_MS = 15_000

/** The facts that the worker holds, and how they are kept as they are. */
export class HeldFacts {
  #held: Fetched | null = null
  #readAnew = 0

  /** All of them, for the first time or again. */
  async open(): Promise<Fetched> {
    this.#readAnew = performance.now()
    this.#held = await fetchFacts()
    return this.#held
  }

  /** Brings them up to now; undefined where nothing is another. Throws `FactsAway` where they do not come. */
  async catchUp(): Promise<{ changed: Changed; held: Fetched } | undefined> {
    if (this.#held === null) return { changed: null, held: await this.open() }
    const { facts, version, state: since } = this.#held
    const { changes, state, bytes } = await fetchChanges(since)
    if (changes === null) return await this.#anew(version)
    this.#held = { facts, version, state }
    const changed = [...changes.facts.id, ...changes.gone]
    if (changed.length === 0 && sameRelations(facts, changes.facts)) return undefined
    const after = withChanges(facts, changes)
    // Relations are told whole, those between actors that no row names among them.
    if (changed.length === 0 && sameRelations(facts, after)) return undefined
    const held = { facts: after, version: versionAfter(version, bytes), state }
    this.#held = held
    return { changed, held }
  }

  async #anew(before: string): Promise<{ changed: Changed; held: Fetched } | undefined> {
    const wait = this.#readAnew + ANEW_PAUSE_MS - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const held = await this.open()
    return held.version === before ? undefined : { changed: null, held }
  }
}

const sameRelations = ({ partOf }: Facts, told: Facts): boolean =>
  told.partOf.length === 0 || JSON.stringify(partOf) === JSON.stringify(told.partOf)
