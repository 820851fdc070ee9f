import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyFilter, type Filter } from '../filter'
import { randomFilters } from '../random-filter.test-kit'
import { randomWorld } from '../random-world.test-kit'
import { CrossFilter } from './cross-filter'
import { type Dimension, dimensions, without } from './dimensions'
import type { Facts } from './facts'
import { factsOfWorld } from './facts.test-kit'
import { inOneOrder, naiveAnswer, textMatchesOf } from './naive-answer.test-kit'

const worlds = [randomWorld(2017, 400), randomWorld(7, 60), randomWorld(1, 1)].map((world) => {
  const leavesOut = ({ withheld }: { withheld: boolean }) => withheld
  const facts = factsOfWorld(world, leavesOut)
  const total = (n: number) => ({
    ...{ low: n, best: n + 1, high: n + 2, open: n % 2 === 0, notCollected: 0 },
    disputed: { count: n % 3, low: n % 2, high: n },
  })
  const episodes: Facts['episodes'] = Array.from({ length: 60 }, (_, n) => ({
    // The last one tells of an incident that is not there.
    incidents: n === 59 ? [1_000_000] : [(n * 7) % world.incidents.length, (n * 11) % 300].slice(n % 2),
    casualties: { killed: total(n), wounded: total(n * 2) },
  }))
  return { world, leavesOut, facts: { ...facts, episodes } }
})

const units = fc.constantFrom('auto', 'day', 'week', 'month', 'year')

/** A part of the filter at a time, as one clicks and brushes; now and then all of it. */
const steps = (filters: fc.Arbitrary<Filter>) =>
  fc.array(
    fc.record({
      filter: filters,
      dimensions: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Dimension[]>(['time']) },
        { weight: 4, arbitrary: fc.constantFrom(...dimensions).map((one) => [one]) },
        { weight: 1, arbitrary: fc.subarray([...dimensions]) },
        { weight: 1, arbitrary: fc.constant([...dimensions]) },
      ),
    }),
    { minLength: 3, maxLength: 8 },
  )

/** `filter`, with what `other` asks in some dimensions. */
function stepped(filter: Filter, other: Filter, changed: readonly Dimension[]): Filter {
  const rest = dimensions.filter((dimension) => !changed.includes(dimension))
  const asked = rest.reduce<Filter>(without, other)
  const kept = changed.reduce<Filter>(without, filter)
  const fields = Object.keys(filter) as (keyof Filter)[]
  const isAsked = (field: keyof Filter) => JSON.stringify(asked[field]) !== JSON.stringify(emptyFilter[field])
  return Object.fromEntries(
    fields.map((field) => [field, (isAsked(field) ? asked : kept)[field]]),
  ) as Filter & object
}

it.each(worlds)(
  'counts every view as a plain count does, after whatever steps',
  ({ world, facts, leavesOut }) => {
    fc.assert(
      fc.property(
        randomFilters(world),
        steps(randomFilters(world)),
        units,
        units,
        (first, more, unit, last) => {
          const crossFilter = new CrossFilter(facts, first, unit, textMatchesOf(world, first))
          let filter = first
          for (const { filter: other, dimensions: changed } of more) {
            filter = stepped(filter, other, changed)
            crossFilter.setFilter(filter, textMatchesOf(world, filter))
          }
          crossFilter.setUnit(last)
          const answer = crossFilter.answer()
          expect(answer).toEqual(new CrossFilter(facts, filter, last, textMatchesOf(world, filter)).answer())
          const expected = naiveAnswer(world, filter, answer.overTime.unit, leavesOut, facts.episodes)
          expect(inOneOrder(answer)).toEqual(inOneOrder(expected))
        },
      ),
      { numRuns: 40 },
    )
  },
)

it('adds and takes away what each step changes, the same as anew', () => {
  const [{ world, facts }] = worlds as [(typeof worlds)[number]]
  fc.assert(
    fc.property(randomFilters(world), steps(randomFilters(world)), units, (first, more, unit) => {
      const crossFilter = new CrossFilter(facts, first, unit)
      let filter = first
      for (const { filter: other, dimensions: changed } of more) {
        filter = stepped(filter, other, changed)
        crossFilter.setFilter(filter)
        const anew = new CrossFilter(facts, filter, unit)
        expect(crossFilter.fails).toEqual(anew.fails)
        expect(crossFilter.answer()).toEqual(anew.answer())
      }
    }),
    { numRuns: 50 },
  )
})
