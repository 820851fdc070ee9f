import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCursor, writeCursor } from './cursor'

const position = { sortOn: '2017-07-29', id: 4711 }

it('gives back the position it was written from', () => {
  expect(readCursor(writeCursor(position, 'newest|kind=battles'), 'newest|kind=battles')).toEqual(position)
})

it('belongs to one filter and order', () => {
  expect(readCursor(writeCursor(position, 'newest|'), 'oldest|')).toBeNull()
})

it('is told from one that was cut, altered or made up', () => {
  const cursor = writeCursor(position, '')
  for (let cut = 0; cut < cursor.length; cut++) expect(readCursor(cursor.slice(0, cut), '')).toBeNull()
  expect(readCursor(writeCursor({ sortOn: '2017-13-29', id: 1 }, ''), '')).toBeNull()
  fc.assert(fc.property(fc.string(), (text) => readCursor(text, '') === null))
})
