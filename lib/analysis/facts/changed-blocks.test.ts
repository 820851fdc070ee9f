// Faults of one line that were tried and failed it: a block that a row moved out of left as it was; a row's old form kept beside
// the new; words kept that nothing names; words taken out that another block names; a dataset that came taken for none, one that
// went kept; episodes left in the order of the changes; lists of a block counted from the first row of all; places of sites not counted as named.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomWorld, type World } from '../random-world.test-kit'
import { type FactBlocks, inBlocks, whole } from './blocks'
import { changedBlocks } from './changed-blocks'
import { changesOf, factsWithEpisodes, histories } from './changes.test-kit'
import { factsOfWorld } from './facts.test-kit'
import { settled } from './with-changes'

const readAnew = (world: World): FactBlocks => inBlocks(settled(factsWithEpisodes(world)))

describe('facts in blocks', () => {
  it('put together are what they were, whatever words there are besides', () => {
    fc.assert(
      fc.property(fc.nat(9_999), fc.nat(60), (seed, count) => {
        const facts = factsOfWorld(randomWorld(seed, count))
        expect(whole(inBlocks(facts))).toEqual(facts)
      }),
    )
  })

  it('brought up step by step are those that are read anew, and put together the same facts', () => {
    fc.assert(
      fc.property(histories, ({ before, steps }) => {
        let kept = readAnew(before)
        for (const { after, ids } of steps) {
          kept = changedBlocks(kept, changesOf(after, ids, factsWithEpisodes))
          expect(kept).toEqual(readAnew(after))
          expect(whole(kept)).toEqual(settled(factsWithEpisodes(after)))
        }
      }),
    )
  })

  it('stay as they were for whoever holds them, and share what is no other', () => {
    const world = randomWorld(5, 60)
    const [kept, copy] = [readAnew(world), readAnew(world)]
    const away = { ...world, incidents: world.incidents.slice(1) }
    const after = changedBlocks(kept, changesOf(away, new Set([1]), factsWithEpisodes))
    expect(kept).toEqual(copy)
    const shared = after.blocks.filter((block) => kept.blocks.includes(block))
    expect(shared.length).toBe(kept.blocks.length - 1)
  })

  it('take a report as it is called now', () => {
    const world = randomWorld(6, 60)
    const [report] = world.reports
    const ids = new Set(
      world.incidents.filter(({ reportIds }) => reportIds.includes(report?.id ?? 0)).map(({ id }) => id),
    )
    const after = {
      ...world,
      reports: world.reports.map((one) => (one === report ? { ...one, title: 'Called otherwise' } : one)),
    }
    const kept = changedBlocks(readAnew(world), changesOf(after, ids, factsWithEpisodes))
    expect(kept).toEqual(readAnew(after))
    expect(kept).not.toEqual(readAnew(world))
  })
})
