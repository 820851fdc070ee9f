import { expect, test } from 'vitest'
import { precisionAround } from './around'

test('what is drawn around a town is never exact', () => {
  expect(precisionAround('exact', 'city')).toBe('near')
})

test('a coarser word than the place around stays', () => {
  expect(precisionAround('province', 'city')).toBe('province')
})

test('in a country without a point below it only the country is known', () => {
  expect(precisionAround('near', 'country')).toBe('country')
})
