// Faults of one line that were tried and failed it: the first block left out; the figures of the wounded left out.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inBlocks } from '@/lib/analysis/facts/blocks'
import { changedBlocks } from '@/lib/analysis/facts/changed-blocks'
import { changesOf, factsWithEpisodes, histories } from '@/lib/analysis/facts/changes.test-kit'
import type { Facts } from '@/lib/analysis/facts/facts'
import { settled } from '@/lib/analysis/facts/with-changes'
import { randomWorld, type World } from '@/lib/analysis/random-world.test-kit'
import { digestOf } from './facts-digest'

const readAnew = (world: World) => inBlocks(settled(factsWithEpisodes(world)))

it('is that of the same facts read anew, however they came to be, and of others another', () => {
  fc.assert(
    fc.property(histories, ({ before, steps }) => {
      let kept = readAnew(before)
      const saying = new Map([[JSON.stringify(kept.words) + said(kept), digestOf(kept)]])
      for (const { after, ids } of steps) {
        kept = changedBlocks(kept, changesOf(after, ids, factsWithEpisodes))
        expect(digestOf(kept)).toBe(digestOf(readAnew(after)))
        saying.set(JSON.stringify(kept.words) + said(kept), digestOf(kept))
      }
      expect(new Set(saying.values()).size).toBe(saying.size)
    }),
  )
})

const said = ({ blocks }: ReturnType<typeof readAnew>) => JSON.stringify(blocks)

/** The columns of facts, those of their parts among them. */
const columnsOf = (value: unknown): Uint8Array[] =>
  ArrayBuffer.isView(value)
    ? [value as Uint8Array]
    : Array.isArray(value) || typeof value !== 'object'
      ? []
      : Object.values(value ?? {}).flatMap(columnsOf)

it('is another where one number of any column is', () => {
  const made = (): Facts => settled(factsWithEpisodes(randomWorld(11, 60)))
  const before = digestOf(inBlocks(made()))
  const digests = columnsOf(made()).map((_, at) => {
    const facts = made()
    const column = columnsOf(facts)[at] as Uint8Array
    const row = column.findIndex((number) => number !== 0)
    column[row] = 0
    return row < 0 ? before : digestOf(inBlocks(facts))
  })
  expect(digests.filter((digest) => digest === before)).toEqual([])
  expect(new Set(digests).size).toBe(digests.length)
})
