import { expect, it } from 'vitest'
import { randomWorld } from '../random-world.test-kit'
import type { FactPlace } from './facts'
import { factsOfWorld } from './facts.test-kit'
import { labelsIn, weightsOf } from './map-labels'

const world = randomWorld(7, 400)
const facts = factsOfWorld(world)

it('weighs a place by the incidents in it and in what lies in it', () => {
  const weights = weightsOf(facts)
  for (const [index, { id }] of facts.places.entries())
    expect(weights[index]).toBe(
      world.incidents.filter(
        (one) => !one.deleted && world.places.find((place) => place.id === one.placeId)?.path.includes(id),
      ).length,
    )
})

it('names towns and divisions in the box, those with most incidents first, and towns of a continent not at all', () => {
  const town = (id: number, lat: number): FactPlace => ({
    ...{ id, path: [id], kind: id === 3 ? 'division' : 'city', country: 'LY' },
    ...{ point: { lat: lat * 10_000, lon: 200_000 }, names: { ar: null, en: `Place ${id}` } },
  })
  const places = [town(1, 30), town(2, 31), town(3, 32), town(4, 50)]
  const weights = Float64Array.from([1, 9, 5, 7])
  const named = (wide: number) =>
    labelsIn({ places }, weights, { west: 20 - wide / 2, east: 20 + wide / 2, south: 25, north: 40 }).map(
      ({ id }) => id,
    )
  expect(named(10)).toEqual([2, 3, 1])
  expect(named(50)).toEqual([2, 1])
  expect(named(100)).toEqual([])
})
