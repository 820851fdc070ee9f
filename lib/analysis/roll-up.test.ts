import { describe, expect, it } from 'vitest'
import { rollUpPlaces, rollUpTime } from './roll-up'
import type { PlaceTally } from './tally'
import { noCasualties } from './totals'

const tally = (dataset: number | null, place: number | null): PlaceTally => ({
  dataset,
  place,
  incidents: 1,
  withheld: dataset === 2 ? 1 : 0,
  casualties: noCasualties(),
})

describe('rollUpPlaces', () => {
  it('joins the sources of a place, sums what is beyond the limit and keeps apart what lies elsewhere', () => {
    const found = [tally(1, 9), tally(2, 9), tally(1, 8), tally(null, null)]
    const { rows, others, elsewhere } = rollUpPlaces(found, 1)
    expect(rows.map(({ place, incidents }) => [place, incidents])).toEqual([[9, 2]])
    expect(rows.map(({ withheld }) => withheld)).toEqual([1])
    expect(others).toMatchObject({ places: 1, incidents: 1 })
    expect(elsewhere.incidents).toBe(1)
  })
})

describe('rollUpTime', () => {
  it('shows empty buckets of the period and keeps apart what fits none', () => {
    const casualties = noCasualties()
    const { buckets, unplaced } = rollUpTime(
      [
        { start: '2017-07-01', kind: 'shelling', incidents: 2, withheld: 0, casualties },
        { start: '2017-07-01', kind: 'air-strike', incidents: 1, withheld: 0, casualties },
        { start: null, kind: 'armed-clash', incidents: 4, withheld: 0, casualties },
      ],
      'month',
      { start: '2017-06-15', end: '2017-08-15' },
    )
    expect(buckets.map((b) => [b.start, b.incidents, b.byType])).toEqual([
      ['2017-06-01', 0, {}],
      ['2017-07-01', 3, { explosions: 3 }],
      ['2017-08-01', 0, {}],
    ])
    expect(unplaced).toMatchObject({ incidents: 4, byType: { battles: 4 } })
  })
})
