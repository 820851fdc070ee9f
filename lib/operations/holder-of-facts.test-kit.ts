import { expect } from 'vitest'
import type { Viewer } from '@/lib/access/viewer'
import { decodeChanges } from '@/lib/analysis/facts/changes-wire'
import type { Facts } from '@/lib/analysis/facts/facts'
import { decodeFacts } from '@/lib/analysis/facts/wire'
import { withChanges } from '@/lib/analysis/facts/with-changes'
import { factsStateFor, readChanges } from './read-changes'
import { readFacts } from './read-facts'

/** Somebody who reads the facts once, and from then on what is another. */
export interface HolderOfFacts {
  /** What they have been told last, nothing else; null: to read all anew. */
  catchUp(): Promise<{ changed: number[]; gone: number[] } | null>
  /** What they hold is what they would read now. */
  holdsAll(): Promise<void>
  has(id: number): boolean
}

export async function holderOfFacts(viewer: Viewer): Promise<HolderOfFacts> {
  let state = await factsStateFor(viewer)
  let facts = await factsFor(viewer)
  return {
    async catchUp() {
      const told = decodeChanges(await readChanges(viewer, state))
      state = told.state
      facts = told.changes ? withChanges(facts, told.changes) : await factsFor(viewer)
      return (
        told.changes && {
          changed: [...told.changes.facts.id].sort((a, b) => a - b),
          gone: [...told.changes.gone],
        }
      )
    },
    async holdsAll() {
      expect(inOneOrder(facts)).toEqual(inOneOrder(await factsFor(viewer)))
    },
    has: (id) => facts.id.includes(id),
  }
}

async function factsFor(viewer: Viewer): Promise<Facts> {
  const { bytes } = await readFacts(viewer)
  return decodeFacts(await bytes('identity'))
}

const sorted = <T>(list: readonly T[]) => list.map((one) => JSON.stringify(one)).sort()

/** The order of what hangs on incidents rarely says nothing; nor does an actor that nothing leads to. */
function inOneOrder(facts: Facts) {
  const none = {
    ...facts,
    ...{ id: new Uint32Array(0), duplicates: [], episodes: [] },
    ...{ places: [], actors: [], datasets: ['own'] },
  }
  const { duplicates, partOf, episodes, ...rest } = withChanges(facts, { facts: none, gone: [] })
  return { ...rest, duplicates: sorted(duplicates), partOf: sorted(partOf), episodes: sorted(episodes) }
}
