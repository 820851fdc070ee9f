import { describe, expect, it } from 'vitest'
import { distanceKm } from './distance'
import { bearingOf, offsetPoint, offsetPrecision, readOffset, winds } from './offset'

describe('readOffset', () => {
  it.each([
    ['5 km south-west of Derna', 5, 'sw', 'Derna'],
    ['about 5km southwest of Derna', 5, 'sw', 'Derna'],
    ['12.5 kilometres NNE of Al Bayda', 12.5, 'nne', 'Al Bayda'],
    ['five miles east of the city of Homs', 8.047, 'e', 'city of Homs'],
    ['800 m north of Idlib', 0.8, 'n', 'Idlib'],
    ['south of Derna', null, 's', 'Derna'],
    ['على بعد 5 كم جنوب غرب درنة', 5, 'sw', 'درنة'],
    ['على بعد ٥ كلم جنوب غربي درنة', 5, 'sw', 'درنة'],
    ['على بعد خمسة كيلومترات إلى الجنوب الغربي من مدينة درنة', 5, 'sw', 'درنة'],
    ['على مسافة ٢٫٥ كم شمال شرق بنغازي', 2.5, 'ne', 'بنغازي'],
    ['نحو عشرين كيلومترا جنوب البيضاء', 20, 's', 'البيضاء'],
    ['كيلومترين غرب حلب', 2, 'w', 'حلب'],
    ['جنوب درنة', null, 's', 'درنة'],
  ])('%s', (text, km, direction, of) => {
    expect(readOffset(text)).toEqual({
      km,
      direction,
      bearing: bearingOf(direction as (typeof winds)[number]),
      of,
    })
  })

  it.each([
    'Derna',
    '5 km from Derna',
    'south',
    'bombs south of Derna',
    '5 south of Derna',
    'north south of Derna',
    '',
  ])('%s tells no offset', (text) => {
    expect(readOffset(text)).toBeNull()
  })
})

describe('offsetPoint', () => {
  const derna = { lat: 32.767, lon: 22.6367 }

  it.each([...winds])('is as far away as told, towards %s', (wind) => {
    const point = offsetPoint(derna, { km: 5, bearing: bearingOf(wind) })
    expect(point && distanceKm(derna, point)).toBeCloseTo(5, 6)
  })

  it('goes the way that is told', () => {
    const point = offsetPoint(derna, { km: 111.195, bearing: 180 })
    expect(point?.lat).toBeCloseTo(31.767, 3)
    expect(point?.lon).toBeCloseTo(22.6367, 6)
    expect(offsetPoint({ lat: 0, lon: 179.9 }, { km: 111.195, bearing: 90 })?.lon).toBeCloseTo(-179.1, 3)
  })

  it('is none without a distance', () => {
    expect(offsetPoint(derna, { km: null, bearing: 180 })).toBeNull()
    expect(offsetPrecision({ km: null, bearing: 180 })).toBe('district')
    expect(offsetPrecision({ km: 5, bearing: 180 })).toBe('near')
  })
})
