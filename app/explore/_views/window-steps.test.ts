import fc from 'fast-check'
import { expect, it } from 'vitest'
import { panned, zoomed } from './window-steps'

const extent = { from: 0, to: 10_000 }
const windows = fc
  .tuple(fc.double({ min: 0, max: 9_000, noNaN: true }), fc.double({ min: 1, max: 1_000, noNaN: true }))
  .map(([from, days]) => ({ from, to: from + days }))

it('never leaves what there is to see, and stays as long while it is panned', () => {
  fc.assert(
    fc.property(windows, fc.double({ min: -30, max: 30, noNaN: true }), (window, share) => {
      const next = panned(window, share, extent)
      expect(next.from).toBeGreaterThanOrEqual(extent.from - 1e-6)
      expect(next.to).toBeLessThanOrEqual(extent.to + 1e-6)
      expect(next.to - next.from).toBeCloseTo(window.to - window.from, 6)
    }),
  )
})

it('zooms about a day from decades to one day, and back to all', () => {
  const day = 4_321.5
  let window = extent
  for (let step = 0; step < 100; step++)
    window = zoomed(window, 0.8, (day - window.from) / (window.to - window.from), extent)
  expect(window.to - window.from).toBeCloseTo(1, 6)
  expect(window.from).toBeLessThan(day)
  expect(window.to).toBeGreaterThan(day)
  for (let step = 0; step < 100; step++) window = zoomed(window, 1.25, 0.5, extent)
  expect(window.from).toBeCloseTo(0, 6)
  expect(window.to).toBeCloseTo(10_000, 6)
})

it('stays where a world of one day has nothing to move to', () => {
  const day = { from: 5, to: 6 }
  expect(zoomed(day, 0.5, 0.5, day)).toEqual(day)
  expect(panned(day, 3, day)).toEqual(day)
})
