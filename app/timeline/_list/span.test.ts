import { describe, expect, it } from 'vitest'
import { placeSpan } from './span'

const april = { start: '2017-04-01', end: '2017-04-30' }
const inside = { before: false, after: false }

describe('placeSpan', () => {
  it('places a day and a half month in their month', () => {
    const day = { start: '2017-04-01', end: '2017-04-01' }
    expect(placeSpan(day, april)).toEqual({ from: 0, to: 1 / 30, ...inside })
    const half = { start: '2017-04-16', end: '2017-04-30' }
    expect(placeSpan(half, april)).toEqual({ from: 0.5, to: 1, ...inside })
  })

  it('says on which sides a span runs out of the stretch', () => {
    const longer = { start: '2017-03-20', end: '2017-05-02' }
    expect(placeSpan(longer, april)).toEqual({ from: 0, to: 1, before: true, after: true })
    const noStart = { start: null, end: '2017-04-15' }
    expect(placeSpan(noStart, april)).toEqual({ from: 0, to: 0.5, before: true, after: false })
    const noEnd = { start: '2017-04-16', end: null }
    expect(placeSpan(noEnd, april)).toEqual({ from: 0.5, to: 1, before: false, after: true })
  })
})
