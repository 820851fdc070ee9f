import fc from 'fast-check'
import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/problem-issues'
import { emptyFilter } from '../filter'
import { randomFilters } from '../random-filter.test-kit'
import { randomWorld } from '../random-world.test-kit'
import type { Question } from './explorer'
import { questionSchema, writeQuestion } from './question-wire'

const box = { west: 10, south: 20, east: 30, north: 40 }
const question: Question = {
  ...{ filter: emptyFilter, matches: [1, 2], window: { from: 17_000.25, to: 17_001 }, against: null },
  ...{ view: { order: 'newest', unit: 'auto' }, lanes: 'actor', columns: 400, listed: 40 },
  map: { box, columns: 10, rows: 10, find: null },
}

it('reads what it writes, but for the matches of a text, and asks for no more than is answered', () => {
  fc.assert(
    fc.property(randomFilters(randomWorld(5, 20)), (filter) => {
      const asked = { ...question, filter, against: filter }
      const { matches: _, ...same } = asked
      const read = questionSchema.parse(writeQuestion(asked))
      expect(writeQuestion({ ...read, matches: null })).toEqual(writeQuestion({ ...same, matches: null }))
    }),
  )
  expect(writeQuestion({ ...question, columns: 9_999, listed: 9_999 })).toMatchObject({
    columns: 4_000,
    listed: 5_000,
  })
})

const written = writeQuestion(question)

it.each([
  [{ filter: 'kind=nothing' }, ['filter', 'kind'], 'filter-not-listed'],
  [{ filter: 'q=%00' }, ['filter', 'q'], 'text-nul'],
  [{ against: 'actor=0' }, ['against', 'actor'], 'filter-whole-number'],
  [{ window: { from: 2, to: 2 } }, ['window', 'to'], 'question-window'],
  [{ columns: 4_001 }, ['columns'], 'number-too-large'],
  [{ columns: 1.5 }, ['columns'], 'type-wrong'],
  [{ listed: -1 }, ['listed'], 'number-too-small'],
  [{ lanes: 'kind' }, ['lanes'], 'choice-unknown'],
  [{ map: { ...written.map, rows: 25_001 } }, ['map', 'rows'], 'question-squares'],
  [{ map: { ...written.map, box: { ...box, east: 10 } } }, ['map', 'box', 'east'], 'question-box'],
  [{ map: { ...written.map, box: { ...box, north: 91 } } }, ['map', 'box', 'north'], 'number-too-large'],
  [{ matches: [1] }, [], 'field-unknown'],
])('names the field that is wrong in %j', (wrong, path, code) => {
  const read = questionSchema.safeParse({ ...written, ...wrong })
  expect(problemsOf(read.error?.issues ?? [])).toMatchObject([{ path, code }])
})
