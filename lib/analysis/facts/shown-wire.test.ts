import { expect, it } from 'vitest'
import { emptyFilter } from '../filter'
import { randomWorld } from '../random-world.test-kit'
import { Explorer } from './explorer'
import { factsOfWorld } from './facts.test-kit'
import { decodeAnswered, encodeAnswered } from './shown-wire'

const explorer = new Explorer(factsOfWorld(randomWorld(3, 60)))
const box = { west: -180, south: -80, east: 180, north: 80 }

it.each([null, { box, columns: 4, rows: 3, find: 1 }])('gives back what it was given', (map) => {
  const shown = explorer.show({
    ...{ filter: emptyFilter, matches: null, window: null, against: emptyFilter, map },
    ...{ view: { order: 'newest', unit: 'auto' }, lanes: 'actor', columns: map ? 20 : 0, listed: 5 },
  })
  const answered = { shown, extent: explorer.extent }
  expect(decodeAnswered(encodeAnswered(answered))).toEqual(answered)
})
