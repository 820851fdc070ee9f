import { expect, it } from 'vitest'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import { distanceKm } from '@/lib/place/distance'
import { areaFeatures, countedFeatures, singleFeatures, squareFeatures } from './map-features'

const shown = (change: Partial<ShownMap>): ShownMap => ({
  ...{ box: { west: 0, east: 10, south: 0, north: 10 }, columns: 2, rows: 2, single: null },
  ...{ counts: Uint32Array.from([0, 3, 1, 0]), disputed: Uint32Array.from([0, 2, 0, 0]) },
  ...{ exact: 4, areas: [], moreAreas: 0, imprecise: 0, nowhere: 0, labels: [], extent: null, found: null },
  ...change,
})
const area = (precision: 'near' | 'country', lon = 20): ShownMap['areas'][number] => ({
  ...{ precision, lat: 30, lon, count: 5, disputed: 1, latest: 1 },
  place: { id: 1, names: { ar: null, en: 'A place' }, country: 'LY' },
})

it('draws a square where there is anything, in its place, the most the darkest', () => {
  const { features } = squareFeatures(shown({}))
  expect(features.map(({ properties }) => properties)).toEqual([
    { count: 3, disputed: 2, share: 1 },
    { count: 1, disputed: 0, share: 0.5 },
  ])
  expect(features[0]?.geometry).toMatchObject({
    coordinates: [expect.arrayContaining([[10, expect.closeTo(10, 6)]])],
  })
})

it('draws squares or single ones, never both', () => {
  const at = { lat: 1, lon: 2 }
  const few = shown({
    single: [
      { id: 7, ...at, disputed: true },
      { id: 8, lat: 2, lon: 2, disputed: false },
      { id: 9, ...at, disputed: false },
    ],
  })
  expect(squareFeatures(few).features).toEqual([])
  expect(singleFeatures(few).features).toMatchObject([
    { geometry: { coordinates: [2, 1] }, properties: { ids: '7,9', count: 2, disputed: true } },
    { geometry: { coordinates: [2, 2] }, properties: { ids: '8', count: 1, disputed: false } },
  ])
  expect(singleFeatures(shown({})).features).toEqual([])
})

it('draws what is within 25 km as all that is within 25 km, also across the line of dates', () => {
  for (const lon of [20, 179.99, -179.99]) {
    const { features } = areaFeatures(shown({ areas: [area('near', lon)] }), () => null)
    const geometry = features[0]?.geometry
    if (geometry?.type !== 'Polygon') throw new Error('no polygon')
    for (const [ringLon = 0, lat = 0] of geometry.coordinates[0] ?? []) {
      expect(distanceKm({ lat: 30, lon }, { lat, lon: ringLon })).toBeCloseTo(25, 3)
      expect(Math.abs(ringLon - lon)).toBeLessThan(1)
    }
  }
})

it('draws a country by its outline, and nothing where there is none', () => {
  const outline = {
    type: 'Feature' as const,
    geometry: { type: 'Polygon' as const, coordinates: [[[1, 2]]] },
    properties: { code: 'LY' },
  }
  const drawn = shown({ areas: [area('country')] })
  expect(areaFeatures(drawn, () => outline).features[0]?.geometry).toBe(outline.geometry)
  expect(areaFeatures(drawn, () => null).features).toEqual([])
})

it('hands over all that is counted as one, each with what it is', () => {
  const { features } = countedFeatures(
    shown({ areas: [area('near')] }),
    () => null,
    ({ count }) => `${count} within`,
  )
  expect(features.map(({ properties }) => properties?.of)).toEqual(['area', 'square', 'square', 'count'])
  expect(features[1]?.properties).toEqual({ of: 'square', count: 3, disputed: 2, share: 1 })
  expect(features[3]?.properties).toMatchObject({ at: 0, text: '5 within' })
})
