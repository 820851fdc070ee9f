import { expect, it } from 'vitest'
import { noCasualties } from '@/lib/analysis/totals'
import { pairedRows } from './compare-rows'

const row = (key: string, incidents: number) => ({
  key,
  name: key.toUpperCase(),
  counted: { incidents, withheld: 0, casualties: noCasualties() },
})

it('pairs what both sides have, and says nothing for a side that has it not', () => {
  const rows = pairedRows([row('a', 5), row('b', 1)], [row('b', 9), row('c', 2)])
  expect(rows.map(({ key, sides }) => [key, ...sides.map((side) => side?.incidents ?? null)])).toEqual([
    ['b', 1, 9],
    ['a', 5, null],
    ['c', null, 2],
  ])
})
