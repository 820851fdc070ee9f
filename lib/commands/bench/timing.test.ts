import { expect, test } from 'vitest'
import { timesOf, timeTogether } from './timing'

test('median and p95 are times that were measured, whatever their order', () => {
  const times = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1)
  expect(timesOf(times)).toEqual({ median: 50, p95: 95, n: 100 })
  expect(timesOf([7])).toEqual({ median: 7, p95: 7, n: 1 })
  expect(timesOf([1, 100])).toEqual({ median: 1, p95: 100, n: 2 })
})

test('several writers share the values: each is worked on once', async () => {
  const seen: number[] = []
  let busy = 0
  let most = 0
  const { times } = await timeTogether([1, 2, 3, 4, 5, 6, 7], 3, async (value) => {
    busy += 1
    most = Math.max(most, busy)
    await Promise.resolve()
    seen.push(value)
    busy -= 1
  })
  expect(seen.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(times.n).toBe(7)
  expect(most).toBe(3)
})
