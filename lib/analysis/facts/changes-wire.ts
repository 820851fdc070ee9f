import type { Facts } from './facts'
import { decodeFacts, encodeFacts } from './wire'

/** What is another since some state of the facts, for whoever holds them. */
export interface FactChanges {
  /**
   * The incidents that are new or may be others, the episodes and duplicates that any of them is of, and all relations
   * between actors; of places, actors, reports and datasets what these name.
   */
  facts: Facts
  /** Ids of incidents that are no longer there for whoever asks. */
  gone: readonly number[]
}

/** Changes, or null where all is to be read anew; and the state that they lead to. */
export interface ToldChanges {
  state: string
  changes: FactChanges | null
}

/*
 * As bytes: the letters "WQDELTA" and the version as a byte; the length of the head as 4 bytes, the lowest first; the head, JSON
 * in UTF-8: `state` and `gone`; then the facts, as wire.ts has them. `gone` is null, and there are no facts, where all is to
 * be read anew.
 */

const MAGIC = 'WQDELTA'
const WIRE_VERSION = 1
const HEAD = MAGIC.length + 5

/** The changes as bytes, not compressed. */
export function encodeChanges({ state, changes }: ToldChanges): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ state, gone: changes?.gone ?? null }))
  const facts = changes ? encodeFacts(changes.facts) : new Uint8Array(0)
  const file = new Uint8Array(HEAD + head.length + facts.length)
  file.set(new TextEncoder().encode(MAGIC))
  file[MAGIC.length] = WIRE_VERSION
  new DataView(file.buffer).setUint32(MAGIC.length + 1, head.length, true)
  file.set(head, HEAD)
  file.set(facts, HEAD + head.length)
  return file
}

/** The changes of such bytes. Throws where they are of another version, or none at all. */
export function decodeChanges(file: Uint8Array): ToldChanges {
  const magic = new TextDecoder().decode(file.subarray(0, MAGIC.length))
  if (magic !== MAGIC || file[MAGIC.length] !== WIRE_VERSION) throw new Error('no changes of this version')
  const length = new DataView(file.buffer, file.byteOffset).getUint32(MAGIC.length + 1, true)
  const head: { state: string; gone: number[] | null } = JSON.parse(
    new TextDecoder().decode(file.subarray(HEAD, HEAD + length)),
  )
  if (head.gone === null) return { state: head.state, changes: null }
  return { state: head.state, changes: { facts: decodeFacts(file.subarray(HEAD + length)), gone: head.gone } }
}
