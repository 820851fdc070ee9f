import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOf, fillGaps, MOST_BUCKETS, unitFor, unitThatFits } from './buckets'
import type { Bucket } from './summary'

describe('bucketOf', () => {
  it('knows months, leap years and weeks from Monday', () => {
    expect(bucketOf('2016-02-11', 'month')).toEqual({ start: '2016-02-01', end: '2016-02-29' })
    expect(bucketOf('2017-12-31', 'month')).toEqual({ start: '2017-12-01', end: '2017-12-31' })
    expect(bucketOf('2017-07-30', 'week')).toEqual({ start: '2017-07-24', end: '2017-07-30' })
    expect(bucketOf('1914-07-28', 'week')).toEqual({ start: '1914-07-27', end: '1914-08-02' })
    expect(bucketOf('1914-07-28', 'year')).toEqual({ start: '1914-01-01', end: '1914-12-31' })
  })
})

describe('fillGaps', () => {
  const plain = (bucket: Bucket) => ({ ...bucket, n: 0 })

  it('keeps what is there and fills what is not', () => {
    const july = { ...bucketOf('2017-07-01', 'month'), n: 7 }
    const filled = fillGaps([july], { start: '2017-06-15', end: '2017-09-01' }, 'month', plain)
    expect(filled.map(({ start, n }) => [start, n])).toEqual([
      ['2017-06-01', 0],
      ['2017-07-01', 7],
      ['2017-08-01', 0],
      ['2017-09-01', 0],
    ])
  })

  it('leaves no day out and none in two buckets, whatever the unit and period', () => {
    const date = fc
      .date({ min: new Date('1800-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10))
    const asked = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const)
    fc.assert(
      fc.property(date, date, asked, (a, b, unit) => {
        const period = a < b ? { start: a, end: b } : { start: b, end: a }
        const filled = fillGaps([], period, unitThatFits(unit, period), plain)
        expect(filled.length).toBeLessThanOrEqual(MOST_BUCKETS + 1)
        expect((filled[0]?.start ?? '') <= period.start && period.end <= (filled.at(-1)?.end ?? '')).toBe(
          true,
        )
        for (const [k, bucket] of filled.entries()) {
          const before = filled[k - 1]
          if (before) expect(Date.parse(bucket.start) - Date.parse(before.end)).toBe(86_400_000)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('unitFor', () => {
  it('shows two months by day, five years by month, more by year', () => {
    expect(unitFor({ start: '2017-07-01', end: '2017-08-31' })).toBe('day')
    expect(unitFor({ start: '2017-07-01', end: '2017-09-01' })).toBe('month')
    expect(unitFor({ start: '2013-01-01', end: '2017-12-31' })).toBe('month')
    expect(unitFor({ start: '2013-01-01', end: '2018-01-01' })).toBe('year')
  })
})
