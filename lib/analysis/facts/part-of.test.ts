import { expect, it } from 'vitest'
import { NO_DAY } from './facts'
import { withoutUnknown } from './part-of'

const relation = (actor: number, whole: number, from = NO_DAY, until = NO_DAY) => ({
  actor,
  whole,
  from,
  until,
})

it('keeps what leads from one known actor to another', () => {
  const relations = [relation(1, 2), relation(2, 3, 10, 20)]
  expect(withoutUnknown(relations, new Set([1, 2, 3]))).toEqual(relations)
})

it('leads past actors that are not known, for the time in which every step held', () => {
  const relations = [
    relation(1, 8, 5, NO_DAY),
    relation(8, 9, NO_DAY, 30),
    relation(9, 2, 10, 40),
    relation(9, 3, 31, 40),
  ]
  expect(withoutUnknown(relations, new Set([1, 2, 3]))).toEqual([relation(1, 2, 10, 30)])
})

it('ends where actors that are not known are part of one another, or of nothing', () => {
  const relations = [relation(1, 8), relation(8, 9), relation(9, 8), relation(9, 1), relation(2, 7)]
  expect(withoutUnknown(relations, new Set([1, 2]))).toEqual([])
})
