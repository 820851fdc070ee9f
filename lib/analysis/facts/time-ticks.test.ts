import { expect, it } from 'vitest'
import { dayNumber } from './facts'
import { timeTicks } from './time-ticks'

const ticksOf = (from: string, to: string, width: number) => {
  const { unit, ticks } = timeTicks({ from: dayNumber(from), to: dayNumber(to) }, width, 80)
  return { unit, dates: ticks.map(({ date }) => date) }
}

it('goes from decades to days', () => {
  expect(ticksOf('1989-01-01', '2026-01-01', 400)).toEqual({
    unit: 'year',
    dates: ['1990-01-01', '2000-01-01', '2010-01-01', '2020-01-01'],
  })
  expect(ticksOf('2016-11-20', '2018-02-01', 800)).toEqual({
    unit: 'month',
    dates: ['2017-01-01', '2017-04-01', '2017-07-01', '2017-10-01', '2018-01-01'],
  })
  expect(ticksOf('2017-07-28', '2017-08-02', 500)).toEqual({
    unit: 'day',
    dates: ['2017-07-28', '2017-07-29', '2017-07-30', '2017-07-31', '2017-08-01'],
  })
})

it('begins the days of each month anew', () => {
  expect(ticksOf('2017-02-01', '2017-03-12', 700).dates).toEqual([
    '2017-02-01',
    '2017-02-06',
    '2017-02-11',
    '2017-02-16',
    '2017-02-21',
    '2017-02-26',
    '2017-03-01',
    '2017-03-06',
    '2017-03-11',
  ])
})

it('leaves each tick its room, at any scale', () => {
  for (let days = 1; days < 20_000; days = Math.ceil(days * 1.13)) {
    const window = { from: dayNumber('1989-03-07') + 0.4, to: dayNumber('1989-03-07') + 0.4 + days }
    const { ticks } = timeTicks(window, 900, 80)
    const gaps = ticks.slice(1).map(({ day }, i) => ((day - (ticks[i]?.day ?? 0)) * 900) / days)
    expect(ticks.length).toBeLessThanOrEqual(12)
    expect(Math.min(80, ...gaps)).toBeGreaterThan(40)
  }
})
