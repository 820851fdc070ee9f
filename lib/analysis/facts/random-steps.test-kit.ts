// Filters one after another, as one clicks and brushes: mostly wide ones, of which each differs from the last in one part.
import fc from 'fast-check'
import { emptyFilter, type Filter } from '../filter'
import { randomFilters } from '../random-filter.test-kit'
import type { World } from '../random-world.test-kit'
import { type Dimension, dimensions, withPartOf } from './dimensions'
import { dateOfDay, dayNumber } from './facts'

/** From `least` filters to 8. */
export function randomSteps(world: World, least: number): fc.Arbitrary<Filter[]> {
  const changes = fc.record({
    filter: fc.oneof(randomFilters(world), randomFilters(world).chain(brushedNarrowly)),
    changed: fc.oneof(
      { weight: 4, arbitrary: fc.constant<Dimension[]>(['time']) },
      { weight: 6, arbitrary: fc.constantFrom(...dimensions).map((one) => [one]) },
      { weight: 1, arbitrary: fc.subarray([...dimensions]) },
      { weight: 1, arbitrary: fc.constant([...dimensions]) },
    ),
    // Everything else is asked for again: what only few rows fail shows where most are counted.
    isAlone: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  })
  return fc.array(changes, { minLength: least, maxLength: 8 }).map((list) => {
    let last = emptyFilter
    return list.map(({ filter, changed, isAlone }) => {
      if (isAlone) last = emptyFilter
      for (const dimension of changed) last = withPartOf(last, filter, dimension)
      return last
    })
  })
}

/** The same over a few days, into and out of which many spans reach. */
const brushedNarrowly = (filter: Filter): fc.Arbitrary<Filter> =>
  fc
    .record({ after: fc.integer({ min: 0, max: 700 }), days: fc.integer({ min: 0, max: 25 }) })
    .map(({ after, days }) => {
      const from = dayNumber('2016-01-01') + after
      return { ...filter, from: dateOfDay(from), to: dateOfDay(from + days) }
    })
