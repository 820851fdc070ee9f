import { describe, expect, it } from 'vitest'
import { notCounted } from './duplicates'

const sorted = (ids: number[]) => [...ids].sort((a, b) => a - b)

describe('notCounted', () => {
  it('counts the original, not what duplicates it', () => {
    expect(notCounted([{ from: 1, to: 2 }])).toEqual([1])
  })
  it('follows chains to their end', () => {
    expect(
      sorted(
        notCounted([
          { from: 1, to: 2 },
          { from: 2, to: 3 },
        ]),
      ),
    ).toEqual([1, 2])
  })
  it('counts one of a circle', () => {
    expect(
      notCounted([
        { from: 1, to: 2 },
        { from: 2, to: 1 },
      ]),
    ).toEqual([2])
  })
  it('takes two originals of one duplicate for one happening', () => {
    expect(
      sorted(
        notCounted([
          { from: 5, to: 2 },
          { from: 5, to: 3 },
        ]),
      ),
    ).toEqual([3, 5])
  })
  it('keeps groups apart', () => {
    expect(
      sorted(
        notCounted([
          { from: 1, to: 2 },
          { from: 8, to: 9 },
        ]),
      ),
    ).toEqual([1, 8])
  })
})
