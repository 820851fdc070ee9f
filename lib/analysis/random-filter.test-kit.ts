// Filters of every sort over a made-up record, those that find little no rarer than those that find much.
import fc from 'fast-check'
import { kinds, kindTypes } from '@/lib/incident/kinds'
import { grades, meansOfAttack, statuses } from '@/lib/incident/lists'
import { type Filter, NO_GRADE } from './filter'
import type { World } from './random-world.test-kit'

const some = <T>(list: readonly T[], most: number) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...list], { maxLength: most }) },
  )

const date = fc
  .integer({ min: -60, max: 900 })
  .map((n) => new Date(Date.UTC(2016, 0, n)).toISOString().slice(0, 10))

/** Corners where points of made-up incidents are, and between them: edges cross one another and run through points. */
const corner = fc
  .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 24 }))
  .map(([lon, lat]) => [18.5 + lon / 8, 28.5 + lat / 8] as const)

export function randomFilters(world: World): fc.Arbitrary<Filter> {
  const actors = world.actors.map((actor) => actor.id)
  const places = world.places.map((place) => place.id)
  return fc
    .record({
      text: fc.constantFrom('', '', 'QUARRY', 'مدرسه', '١٢ convoy', 'nothing'),
      from: fc.option(date),
      to: fc.option(date),
      kinds: some([...kindTypes, ...kinds], 20),
      actors: some(actors, 3),
      parties: some(actors, 2),
      places: some(places, 3),
      primaryPlaces: some(places, 3),
      area: fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.array(corner, { minLength: 3, maxLength: 7 }) },
      ),
      killedAtLeast: fc.constantFrom(null, null, 0, 4),
      statuses: some(statuses, 4),
      grades: some([...grades, NO_GRADE] as const, 4),
      means: some(meansOfAttack, 8),
      reports: some(
        world.reports.map((report) => report.id),
        6,
      ),
      datasets: some(['own', 'a-set', 'b-set'], 2),
      disputedOnly: fc.constantFrom(false, false, false, true),
    })
    .map((filter) =>
      filter.from !== null && filter.to !== null && filter.from > filter.to
        ? { ...filter, from: filter.to, to: filter.from }
        : filter,
    )
}
