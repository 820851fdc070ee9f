import { expect, it } from 'vitest'
import { dayNumber } from '@/lib/analysis/facts/facts'
import { readExplored, writeExplored } from './explore-url'

const read = (query: string) => readExplored(new URLSearchParams(query))

it('reads back what it wrote', () => {
  for (const query of [
    '',
    'lanes=actor',
    'lanes=place&map=1',
    'from=2017-01-01&kind=battles&order=oldest&lanes=place&window=2017-07-01~2017-07-31',
    'window=2017-07-30~2017-07-30',
    'from=2016-01-01&against=from%3D2015-01-01%26to%3D2015-12-31%26primary%3D3',
    'kind=battles&against=all',
  ]) {
    const result = read(query)
    expect(result.ok && writeExplored(result.explored)).toBe(query)
  }
})

it('rounds what is zoomed to to days, and to one at the least', () => {
  const result = read('')
  if (!result.ok) throw new Error('not read')
  const from = dayNumber('2017-07-01') + 0.2
  expect(writeExplored({ ...result.explored, window: { from, to: from + 0.4 } })).toBe(
    'window=2017-07-01~2017-07-01',
  )
})

it('names every parameter that is wrong', () => {
  const result = read('lanes=sideways&window=July&kind=none&zoom=3&against=kind%3Dnone&map=flat')
  expect(result.ok ? [] : result.problems.map(({ path }) => path[0])).toEqual([
    'zoom',
    'kind',
    'lanes',
    'window',
    'against',
    'map',
  ])
  for (const window of [
    '2017-07-02~2017-07-01',
    '2017-07-01',
    '2017-02-30~2017-03-01',
    '2017-07-01~2017-07-02~2017-07-03',
  ])
    expect(read(`window=${window}`).ok).toBe(false)
})
