import { expect, it } from 'vitest'
import { Tuples } from './tuples'

it('gives every list one number, however many there are', () => {
  const tuples = new Tuples()
  const lists = Array.from({ length: 6_000 }, (_, k) => [k % 7, k % 1_000, k].slice(0, k % 4))
  const numbers = new Map<string, number>()
  for (const list of [...lists, ...lists]) {
    const key = list.join()
    const number = tuples.numberOf(Uint32Array.of(...list, 99), list.length)
    if (number !== (numbers.get(key) ?? numbers.size)) expect.unreachable(`${key} became ${number}`)
    numbers.set(key, number)
  }
  expect(tuples.size).toBe(numbers.size)
  for (const [key, number] of numbers)
    expect(tuples.values.slice(tuples.starts[number], tuples.starts[number + 1]).join()).toBe(key)
})
