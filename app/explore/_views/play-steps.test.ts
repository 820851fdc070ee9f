import { expect, it } from 'vitest'
import { nextStep } from './play-steps'

const buckets = ['2016', '2017', '2018'].map((year) => ({ start: `${year}-01-01`, end: `${year}-12-31` }))

it('plays from the first bucket to the last, and ends', () => {
  const shown: (string | null)[] = []
  let period = nextStep(buckets, { from: null, to: null })
  for (; period !== null; period = nextStep(buckets, period)) shown.push(period.from)
  expect(shown).toEqual(['2016-01-01', '2017-01-01', '2018-01-01'])
})

it('keeps how many buckets are shown', () => {
  expect(nextStep(buckets, { from: '2016-01-01', to: '2017-12-31' })).toEqual({
    from: '2017-01-01',
    to: '2018-12-31',
  })
  expect(nextStep(buckets, { from: '2017-01-01', to: '2018-12-31' })).toBeNull()
})

it('has nothing to play where there is nothing, or nothing later', () => {
  expect(nextStep([], { from: null, to: null })).toBeNull()
  expect(nextStep(buckets, { from: '2020-01-01', to: null })).toBeNull()
})
