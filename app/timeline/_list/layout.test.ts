import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorFor, anchorsOf, groupAt, layOut, totals } from './layout'

const group = (start: string, end: string, whole: number, reachingBeyond = 0) => ({
  start,
  end,
  whole,
  reachingBeyond,
})
const groups = [group('2017-07-01', '2017-07-31', 3, 1), group('2017-05-01', '2017-05-31', 2)]

describe('layOut', () => {
  it('gives each heading a row before its incidents', () => {
    expect(layOut(groups).map(({ row, before, count }) => [row, before, count])).toEqual([
      [0, 0, 4],
      [5, 4, 2],
    ])
    expect(totals(layOut(groups))).toEqual({ rows: 8, incidents: 6 })
    expect(totals([])).toEqual({ rows: 0, incidents: 0 })
  })

  it('finds the heading of any row', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(counts, (sizes) => {
        const laid = layOut(sizes.map((size) => group('2017-01-01', '2017-01-31', size)))
        const expected = sizes.flatMap((size, at) => Array.from({ length: size + 1 }, () => at))
        expect(expected.map((_, row) => groupAt(laid, row))).toEqual(expected)
      }),
    )
  })
})

describe('anchors', () => {
  it('reads on from a heading to the end of the list, in either order', () => {
    const newest = anchorsOf(groups, 'newest')
    expect(newest.get(4)).toEqual({ within: { start: '2017-05-01', end: '2017-05-31' }, cursor: null })
    expect(newest.get(0)?.within).toEqual({ start: '2017-05-01', end: '2017-07-31' })
    const oldest = anchorsOf([...groups].reverse(), 'oldest')
    expect(oldest.get(2)?.within).toEqual({ start: '2017-07-01', end: '2017-07-31' })
  })

  it('takes the nearest one before an incident', () => {
    const anchors = anchorsOf(groups, 'newest')
    anchors.set(2, { within: null, cursor: 'next' })
    expect(anchorFor(anchors, 3)).toEqual([2, { within: null, cursor: 'next' }])
    expect(anchorFor(anchors, 5)?.[0]).toBe(4)
  })
})
