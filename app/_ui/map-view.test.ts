import { describe, expect, it } from 'vitest'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { circleAround, distanceKm, placed, scaleBar, viewAround } from './map-view'

const derna = { lat: 32.767, lon: 22.637 }
const tobruk = { lat: 32.084, lon: 23.976 }
const view = viewAround(derna, 100, 480, 300)

describe('a small map', () => {
  it('has its subject in the middle', () => {
    const [x, y] = placed(view, derna) ?? []
    expect(x).toBeCloseTo(240, 3)
    expect(y).toBeCloseTo(150, 3)
  })

  it('keeps distances: its scale bar measures what the globe does', () => {
    const [x = 0, y = 0] = placed(view, tobruk) ?? []
    const { km, pixels } = scaleBar(view)
    const measured = (Math.hypot(x - 240, y - 150) / pixels) * km
    expect(distanceKm(derna, tobruk)).toBeCloseTo(147, 0)
    expect(measured).toBeCloseTo(distanceKm(derna, tobruk), 0)
  })

  it('shows the radius asked for on its shorter side, and not what lies outside', () => {
    expect(view.kmPerPixel * 150).toBeCloseTo(100)
    expect(placed(view, { lat: 25, lon: 22 })).toBeNull()
  })

  it('draws a circle as wide as its kilometres', () => {
    const numbers =
      circleAround(view, derna, 25)
        .match(/[\d.]+(?=,)/g)
        ?.map(Number) ?? []
    const width = Math.max(...numbers) - Math.min(...numbers)
    expect(width * view.kmPerPixel).toBeCloseTo(50, 0)
  })

  it.each([
    [3, 2],
    [30, 20],
    [320, 200],
  ])('takes a round length for a view of %i km', (radius, km) => {
    expect(scaleBar(viewAround(derna, radius, 480, 300)).km).toBe(km)
  })

  it('never claims more exactness than there is', () => {
    expect(uncertaintyKm('exact')).toBe(0)
    expect(uncertaintyKm('near')).toBe(25)
    expect(uncertaintyKm('country')).toBeNull()
  })
})
