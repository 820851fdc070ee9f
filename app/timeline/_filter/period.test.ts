import { describe, expect, it } from 'vitest'
import { quickPeriod, readPeriod } from './period'

const today = '2026-11-22'

describe('readPeriod', () => {
  it.each([
    ['July 2017', '2017-07-01', '2017-07-31'],
    ['تموز 2017', '2017-07-01', '2017-07-31'],
    ['٢٠١٦', '2016-01-01', '2016-12-31'],
    ['2016-2018', '2016-01-01', '2018-12-31'],
    ['3/7/2017 – 9/7/2017', '2017-07-03', '2017-07-09'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['since March 2017', '2017-03-01', null],
    ['منذ آذار 2017', '2017-03-01', null],
    ['on or before 3 July 2017', null, '2017-07-03'],
    ['  ', null, null],
  ])('reads %s', (text, from, to) => {
    expect(readPeriod(text, today)).toEqual({ from, to })
  })

  it.each(['soon', '32/7/2017', '1438 هـ'])('says nothing of %s', (text) => {
    expect(readPeriod(text, today)).toBeNull()
  })
})

describe('quickPeriod', () => {
  it('counts today as the last day', () => {
    expect(quickPeriod('last-7', today)).toEqual({ from: '2026-11-16', to: today })
    expect(quickPeriod('last-year', today)).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  })
})
