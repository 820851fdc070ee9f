import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomWorld, type World } from '../random-world.test-kit'
import { changesOf, withIncidents as of } from './changes.test-kit'
import { decodeChanges, encodeChanges } from './changes-wire'
import type { Facts } from './facts'
import { factsOfWorld } from './facts.test-kit'
import { withChanges } from './with-changes'

/** With the words that rows name, and duplicates in the order of a server. */
const plain = (world: World): Facts => withChanges(factsOfWorld(world), changesOf(world, new Set()))

const sometimes = (percent: number) => fc.integer({ min: 0, max: 99 }).map((n) => n < percent)

/** A world before and after, and what of it is another: some incidents went away, some came, some are as in a third. */
const twoWorlds = fc
  .tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 60 }))
  .chain(([seed, count]) => {
    const [first, second] = [randomWorld(seed, count), randomWorld(seed + 1, count)]
    const drawn = fc.array(fc.record({ away: sometimes(10), fresh: sometimes(10), other: sometimes(20) }), {
      minLength: count,
      maxLength: count,
    })
    return drawn.map((draws) => {
      const before = of(
        first,
        first.incidents.filter((_, k) => !draws[k]?.fresh),
      )
      const after = of(
        { ...first, duplicates: first.duplicates },
        first.incidents.flatMap((incident, k) => {
          if (draws[k]?.away) return []
          return [draws[k]?.other ? (second.incidents[k] ?? incident) : incident]
        }),
      )
      const ids = first.incidents
        .filter((_, k) => draws[k]?.away || draws[k]?.fresh || draws[k]?.other)
        .map(({ id }) => id)
      return { before, after, ids: new Set(ids) }
    })
  })

it('makes of facts and what is another the facts as they are', () => {
  fc.assert(
    fc.property(twoWorlds, ({ before, after, ids }) => {
      expect(withChanges(plain(before), changesOf(after, ids))).toEqual(plain(after))
    }),
  )
})

it('keeps of places, actors, relations and datasets those alone that something names', () => {
  const world = randomWorld(4, 40)
  const left = withChanges(factsOfWorld(world), {
    facts: factsOfWorld(of(world, [])),
    gone: world.incidents.map(({ id }) => id),
  })
  const { id, places, actors, partOf, datasets, duplicates } = left
  expect({ rows: id.length, places, actors, partOf, datasets, duplicates }).toEqual({
    ...{ rows: 0, places: [], actors: [], partOf: [], datasets: ['own'], duplicates: [] },
  })
})

it('forgets what several incidents add together when one of them is another, and takes what is told', () => {
  const world = randomWorld(4, 40)
  const casualties = { killed: {}, wounded: {} } as Facts['episodes'][number]['casualties']
  const episode = (...incidents: number[]) => ({ incidents, casualties })
  const base = { ...plain(world), episodes: [episode(1, 2), episode(3, 4)] }
  const changes = changesOf(world, new Set([2, 5]))
  expect(withChanges(base, changes).episodes).toEqual([episode(3, 4)])
  const told = { ...changes, facts: { ...changes.facts, episodes: [episode(2, 5)] } }
  expect(withChanges(base, told).episodes).toEqual([episode(3, 4), episode(2, 5)])
})

it('is sent as bytes, and back', () => {
  const changes = changesOf(randomWorld(9, 20), new Set([1, 2, 77]))
  for (const told of [
    { state: 's', changes },
    { state: 'واحد', changes: null },
  ])
    expect(decodeChanges(encodeChanges(told))).toEqual(told)
  expect(() => decodeChanges(new Uint8Array(20))).toThrow('no changes of this version')
})
