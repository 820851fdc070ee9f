import { expect, it } from 'vitest'
import { emptyFilter } from '../filter'
import { randomWorld } from '../random-world.test-kit'
import { CrossFilter } from './cross-filter'
import { Explorer, type Question } from './explorer'
import { factsOfWorld } from './facts.test-kit'

const facts = factsOfWorld(randomWorld(11, 400), () => false)
const question: Question = {
  filter: emptyFilter,
  matches: null,
  view: { order: 'newest', unit: 'auto' },
  window: null,
  lanes: 'type',
  columns: 50,
  listed: 20,
  against: null,
  map: null,
}
const matches = [...facts.id].filter((id) => id % 3 === 0).sort((a, b) => a - b)
const searched: Question = { ...question, filter: { ...emptyFilter, text: 'word' }, matches }

it('answers what is asked as a cross-filter of its own would, after whatever was asked before', () => {
  const explorer = new Explorer(facts)
  for (const asked of [
    question,
    searched,
    { ...searched, matches: matches.slice(1) },
    { ...question, filter: { ...emptyFilter, kinds: ['battles' as const] } },
    { ...question, view: { ...question.view, unit: 'year' as const } },
    question,
  ]) {
    const ids = asked.matches && new Set(asked.matches)
    const anew = new CrossFilter(facts, asked.filter, asked.view.unit, ids).answer()
    expect(explorer.show(asked).answer).toEqual(anew)
  }
})

it('keeps its answer while only the window moves, although every question brings its own list of matches', () => {
  const explorer = new Explorer(facts)
  const first = explorer.show(searched)
  const extent = explorer.extent ?? { from: 0, to: 0 }
  const half = { from: extent.from, to: (extent.from + extent.to) / 2 }
  const panned = explorer.show({ ...searched, matches: [...matches], window: half })
  expect(panned.answer).toBe(first.answer)
  expect(panned.timeline?.rows).toBeLessThan(first.timeline?.rows ?? 0)
})

it('draws what the list holds, whatever the period', () => {
  const period = {
    ...question,
    filter: { ...emptyFilter, from: '2016-06-01', to: '2016-12-31' },
    listed: 1_000,
  }
  const explorer = new Explorer(facts)
  const all = explorer.show({ ...question, listed: 1_000 })
  const within = explorer.show(period)
  expect(within.listed.length).toBe(within.answer.incidents + within.answer.duplicates)
  expect(within.listed.length).toBeLessThan(all.listed.length)
  // The timeline is a picture of time: the period is marked in it, and hides nothing.
  expect(within.timeline?.rows).toBe(all.timeline?.rows)
})

it('lists in the order asked for, and no more than asked for', () => {
  const explorer = new Explorer(facts)
  const newest = explorer.show({ ...question, listed: 1_000 }).listed
  expect(
    explorer.show({ ...question, listed: 1_000, view: { ...question.view, order: 'oldest' } }).listed,
  ).toEqual(newest.toReversed())
  expect(explorer.show({ ...question, listed: 3 }).listed).toEqual(newest.slice(0, 3))
})

it('compares with another filter, and no longer once that is over', () => {
  const explorer = new Explorer(facts)
  const against = { ...emptyFilter, kinds: ['battles' as const] }
  expect(explorer.show({ ...question, against }).against).toEqual(
    new CrossFilter(facts, against, 'auto').answer(),
  )
  expect(explorer.show(question).against).toBeNull()
})
