import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds, kindTypes } from '@/lib/incident/kinds'
import { grades, meansOfAttack, statuses } from '@/lib/incident/lists'
import { emptyFilter, type Filter } from './filter'
import { readFilter, writeFilter } from './filter-url'
import { bucketUnits, groupings, orders, plainView, type View } from './view'

const read = (query: string) => readFilter(new URLSearchParams(query))
const codes = (query: string) => {
  const result = read(query)
  return result.ok ? [] : result.problems.map((problem) => `${problem.path.join('.')} ${problem.code}`)
}
const filterOf = (query: string) => {
  const result = read(query)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.filter
}

const date = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const span = fc
  .tuple(fc.option(date), fc.option(date))
  .map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]) as [string | null, string | null])
const ids = fc
  .uniqueArray(fc.integer({ min: 1, max: 2_147_483_647 }), { maxLength: 5 })
  .map((list) => list.sort((a, b) => a - b))
const text = fc.string({ maxLength: 40, unit: 'grapheme' }).map((raw) =>
  // What a door lets through: no control characters, single spaces.
  raw
    .normalize('NFC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim(),
)
const part = (most: number) => fc.integer({ min: -most, max: most }).map((parts) => parts / 10_000 + 0)
const corners = fc.tuple(part(1_800_000), part(900_000))
const filters: fc.Arbitrary<Filter> = fc.record({
  text,
  from: fc.constant(null),
  to: fc.constant(null),
  kinds: fc.subarray([...kindTypes, ...kinds]),
  actors: ids,
  parties: ids,
  places: ids,
  primaryPlaces: ids,
  area: fc.option(fc.array(corners, { minLength: 3, maxLength: 50 })),
  killedAtLeast: fc.option(fc.nat()),
  statuses: fc.subarray([...statuses]),
  grades: fc.subarray([...grades, 'none' as const]),
  means: fc.subarray([...meansOfAttack]),
  reports: ids,
  datasets: fc.subarray(['a-set', 'own', 'ucdp-ged']),
  disputedOnly: fc.boolean(),
})
const views: fc.Arbitrary<View> = fc.record({
  order: fc.constantFrom(...orders),
  group: fc.constantFrom(...groupings),
  unit: fc.constantFrom('auto' as const, ...bucketUnits),
})

describe('the filter in the URL', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(filters, span, views, (rest, [from, to], view) => {
        const filter = { ...rest, from, to }
        expect(read(writeFilter(filter, view))).toEqual({ ok: true, filter, view })
      }),
    )
  })

  it('is empty where nothing is asked', () => {
    expect(writeFilter(emptyFilter, plainView)).toBe('')
    expect(read('q=&kind=&from=')).toEqual({ ok: true, filter: emptyFilter, view: plainView })
  })

  it('takes lists by comma, by repetition and by the Arabic comma, and writes them one way', () => {
    const filter = filterOf('kind=shelling&kind=battles,shelling&actor=3،1')
    expect(writeFilter(filter)).toBe('kind=battles,shelling&actor=1,3')
  })

  it('reads Arabic and Persian digits', () => {
    expect(filterOf('from=٢٠١٧-٠٧-٢٩&killed=۱۲&place=٤')).toMatchObject({
      from: '2017-07-29',
      killedAtLeast: 12,
      places: [4],
    })
  })

  it('names every parameter that is wrong, and why', () => {
    expect(codes('from=2017-02-30')).toEqual(['from filter-date'])
    expect(codes('from=2017-07-30&to=2017-07-29')).toEqual(['to filter-to-before-from'])
    expect(codes('kind=batles&status=new&group=week')).toEqual([
      'kind filter-not-listed',
      'status filter-not-listed',
      'group filter-not-listed',
    ])
    expect(codes('actor=0&place=1e3&killed=-1')).toEqual([
      'actor filter-whole-number',
      'place filter-whole-number',
      'killed filter-whole-number',
    ])
    expect(codes('party=-7&primary=libya')).toEqual([
      'party filter-whole-number',
      'primary filter-whole-number',
    ])
    expect(codes('place=2147483648')).toEqual(['place filter-whole-number'])
    expect(codes('dataset=A%20B')).toEqual(['dataset filter-dataset'])
    expect(codes('disputed=maybe')).toEqual(['disputed filter-not-listed'])
    expect(codes('kinds=battles')).toEqual(['kinds filter-unknown-parameter'])
    expect(codes('q=a&q=b')).toEqual(['q filter-repeated'])
    expect(codes('q=%00')).toEqual(['q text-nul'])
    expect(codes(`q=${'a'.repeat(201)}`)).toEqual(['q text-too-long'])
    expect(codes(`actor=${'1,'.repeat(51)}`)).toEqual(['actor filter-too-many'])
    expect(codes(`party=${'1,'.repeat(51)}`)).toEqual(['party filter-too-many'])
    expect(readFilter(new URLSearchParams([['q', '\ud800']]))).toMatchObject({ ok: true })
  })

  it('answers any query at all with a filter or with problems', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('q', 'from', 'kind', 'actor', 'party', 'primary', 'killed'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (pairs) => {
        const result = readFilter(new URLSearchParams(pairs))
        if (result.ok) expect(read(writeFilter(result.filter, result.view))).toEqual(result)
        else expect(result.problems.length).toBeGreaterThan(0)
      }),
    )
  })
})
