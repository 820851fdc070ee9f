import { expect, test } from 'vitest'
import { atLeast, claim, exactly } from './claims.test-kit'
import { deriveFigures } from './derive-figures'
import { deriveEpisode } from './episode'
import type { CasualtyClaim, ConflictSet } from './figure'
import { totalFigures } from './totals'

function wholes(figures: readonly ReturnType<typeof deriveFigures>[]) {
  return figures.map((each) => each[0]).filter((figure) => figure !== undefined)
}

function totalOf(episode: CasualtyClaim[], ...incidents: CasualtyClaim[][]) {
  const figures = incidents.map((claims) => deriveFigures(claims))
  const [together] = deriveEpisode(episode, figures)
  return totalFigures(wholes(figures), together?.remainder ? [together.remainder] : [])
}

test('"12 in both strikes": episode 12; strike one 7; strike two empty, not 5; total 12', () => {
  const one = deriveFigures([claim('one', exactly(7))])
  const two = deriveFigures([])
  const [episode] = deriveEpisode([claim('both', exactly(12))], [one, two])
  expect(episode).toMatchObject({ low: 12, best: 12, high: 12, remainder: { low: 5, best: 5, high: 5 } })
  expect(two).toEqual([])
  expect(totalOf([claim('both', exactly(12))], [claim('one', exactly(7))], [])).toMatchObject({
    low: 12,
    best: 12,
    high: 12,
  })
})

test('incidents that count more than their episode keep their sum', () => {
  const total = totalOf([claim('both', exactly(12))], [claim('one', exactly(9))], [claim('two', exactly(8))])
  expect(total).toMatchObject({ low: 17, best: 17, high: 17 })
})

test('a range beside an exact episode: each bound is the greater of the two', () => {
  const range = [claim('low', exactly(5)), claim('high', exactly(15)), claim('also', exactly(5))]
  expect(totalOf([claim('both', exactly(12))], range)).toMatchObject({ low: 12, best: 12, high: 15 })
})

test('totals add best, and say "k disputed (0–n) left out"', () => {
  const set: ConflictSet = {
    key: 's',
    alternatives: [
      { key: 'it was', claims: ['x'] },
      { key: 'it was not', claims: [] },
    ],
    decided: null,
  }
  const figures = wholes([
    deriveFigures([claim('x', exactly(9))], [set]),
    deriveFigures([claim('four', exactly(4))]),
    deriveFigures([claim('five', atLeast(5))]),
  ])
  expect(totalFigures([...figures, 'not-collected'])).toEqual({
    low: 9,
    best: 9,
    high: 9,
    open: true,
    disputed: { count: 1, low: 0, high: 9 },
    notCollected: 1,
  })
})
