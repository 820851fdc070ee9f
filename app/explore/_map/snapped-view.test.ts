import fc from 'fast-check'
import { expect, it } from 'vitest'
import { latitude, longitude, mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'
import { snappedView } from './snapped-view'

const views = fc
  .tuple(
    fc.double({ min: -179, max: 170, noNaN: true }),
    fc.double({ min: -80, max: 75, noNaN: true }),
    fc.double({ min: 0.01, max: 9, noNaN: true }),
    fc.double({ min: 0, max: 20, noNaN: true }),
  )
  .map(([west, south, size, zoom]) => ({
    view: { west, south, east: west + size, north: south + size / 2 },
    zoom,
  }))

it('covers the view with whole squares of one grid', () => {
  fc.assert(
    fc.property(views, ({ view, zoom }) => {
      const { box, columns, rows } = snappedView(view, zoom)
      expect(box.west).toBeLessThanOrEqual(view.west + 1e-9)
      expect(box.east).toBeGreaterThanOrEqual(view.east - 1e-9)
      expect(box.south).toBeLessThanOrEqual(view.south + 1e-9)
      expect(box.north).toBeGreaterThanOrEqual(view.north - 1e-9)
      const width = (mercatorX(box.east) - mercatorX(box.west)) / columns
      const height = (mercatorY(box.south) - mercatorY(box.north)) / rows
      expect(width / height).toBeCloseTo(1, 4)
    }),
  )
})

it('turns degrees into parts of the square and back', () => {
  expect(longitude(mercatorX(22.6))).toBeCloseTo(22.6, 9)
  expect(latitude(mercatorY(32.7))).toBeCloseTo(32.7, 9)
})
