import { describe, expect, it } from 'vitest'
import { type Area, areaInParts, boxArea, isInArea, readArea, roundedArea, writeArea } from './area'

const square = boxArea({ west: 10, south: 20, east: 12, north: 22 })
const isIn = (area: Area, lon: number, lat: number) =>
  isInArea(areaInParts(area), Math.round(lon * 10_000), Math.round(lat * 10_000))

describe('an area', () => {
  it('holds what is inside, on its edges and on its corners, to the last part of a degree', () => {
    for (const [lon, lat] of [
      [11, 21],
      [10, 20],
      [12, 22],
      [10, 21.5],
      [11.3, 22],
    ] as const)
      expect(isIn(square, lon, lat)).toBe(true)
    for (const [lon, lat] of [
      [9.9999, 21],
      [12.0001, 21],
      [11, 22.0001],
      [11, 19.9999],
    ] as const)
      expect(isIn(square, lon, lat)).toBe(false)
  })

  it('may be hollow, drawn either way around, or wind around a part twice', () => {
    const hollow: Area = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
    ]
    for (const area of [hollow, [...hollow].reverse()]) {
      expect(isIn(area, 2, 2)).toBe(false)
      expect(isIn(area, 1, 1)).toBe(true)
      expect(isIn(area, 2, 1)).toBe(true)
    }
    const star: Area = [
      [0, 3],
      [2, -3],
      [-3, 1],
      [3, 1],
      [-2, -3],
    ]
    expect(isIn(star, 0, 0)).toBe(true)
    expect(isIn(star, 2, 2)).toBe(false)
  })

  it('is written and read', () => {
    expect(writeArea(square)).toBe('10,20~12,20~12,22~10,22')
    expect(readArea(writeArea(square))).toEqual(square)
    expect(readArea('-0.00001,0~1.00004,0~1,1')).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ])
    expect(roundedArea([[200, -91.5]])).toEqual([[180, -90]])
    for (const text of [
      '',
      '1,2',
      '1,2~3,4',
      '1,2~3,4~5',
      '1,2~3,4~5,91',
      '181,2~3,4~5,6',
      '1,2~3,4~x,6',
      '1,2~3,4~5,6~',
    ])
      expect(readArea(text)).toBeNull()
    expect(readArea(Array.from({ length: 50 }, () => '1,2').join('~'))).toHaveLength(50)
    expect(readArea(Array.from({ length: 51 }, () => '1,2').join('~'))).toBeNull()
  })
})
