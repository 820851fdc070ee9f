import { expect, it } from 'vitest'
import { randomWorld, type WorldIncident } from '../random-world.test-kit'
import { factsOfWorld } from './facts.test-kit'
import { withMore } from './with-more'

const world = randomWorld(2026, 300)
const whole = factsOfWorld(world)
const some = (which: (incident: WorldIncident) => boolean) =>
  factsOfWorld({ ...world, incidents: world.incidents.filter(which) })

it('puts the rows of both in order', () => {
  const more = { ...some(({ id }) => id % 3 === 0), duplicates: whole.duplicates }
  expect(
    withMore(
      some(({ id }) => id % 3 !== 0),
      more,
    ),
  ).toEqual(whole)
})

it('has an incident that is in both as the second has it', () => {
  const known = world.incidents.map((incident) =>
    incident.id % 5 === 0
      ? { ...incident, parties: [], siteIds: [], disputed: !incident.disputed }
      : incident,
  )
  expect(
    withMore(
      factsOfWorld({ ...world, incidents: known }),
      some(({ id }) => id % 5 === 0),
    ),
  ).toEqual({
    ...whole,
    duplicates: some(({ id }) => id % 5 === 0).duplicates,
  })
})

it('finds places, actors and datasets wherever they stand in either list', () => {
  const few = some(({ id }) => id === 7)
  const place = few.places[few.place[0] as number]
  const base = { ...some(() => false), places: [], actors: [], datasets: ['own', 'z-set'] }
  const told = withMore(base, {
    ...few,
    places: place ? [place] : [],
    place: new Uint32Array(1),
    sites: { offset: new Uint32Array(2), place: new Uint32Array(0) },
  })
  expect(told.places).toEqual([place])
  expect([...told.place]).toEqual([0])
  expect(told.datasets).toEqual(['own', 'a-set', 'b-set', 'z-set'])
  expect(told.parties).toEqual(few.parties)
})

it('adds nothing to nothing', () => {
  expect(withMore(whole, { ...some(() => false), duplicates: whole.duplicates })).toEqual(whole)
})
