import { describe, expect, test } from 'vitest'
import { cell, claim, codes, exactly, gedRow, shown } from './claims.test-kit'
import { deriveFigures } from './derive-figures'
import type { CasualtyClaim } from './figure'

const wounded = { outcome: 'wounded' } as const

describe('additions and moves', () => {
  const first = claim('3', exactly(3), { speaker: 's', saidOn: '2020-01-01' })
  const more = (key: string, n: number, rest: Partial<CasualtyClaim> = {}) =>
    claim(key, exactly(n), { basis: 'in-addition', speaker: 's', saidOn: '2020-01-02', ...rest })

  test('"3 killed", then "two more": 5', () => {
    expect(shown(deriveFigures([first, more('2', 2)]))).toBe('5–5–5')
    expect(shown(deriveFigures([first, more('2', 2), more('1', 1, { saidOn: '2020-01-03' })]))).toBe('6–6–6')
  })

  test('an addition retold by two reports is added once', () => {
    const page = { statement: 'page' }
    expect(
      shown(deriveFigures([first, more('2', 2, page), more('2 again', 2, { ...page, report: 'r' })])),
    ).toBe('5–5–5')
  })

  test('the same addition told by two others is not added twice', () => {
    const figures = deriveFigures([first, more('a', 2, { speaker: 'a' }), more('b', 2, { speaker: 'b' })])
    expect(shown(figures)).toBe('5–5–5')
    expect(codes(figures)).toContain('added-by-several')
  })

  test('a preferred addition prefers what it makes of the number before', () => {
    const other = claim('4', exactly(4), { saidOn: '2020-01-03' })
    expect(shown(deriveFigures([first, other, more('2', 2)]))).toBe('4–4–5')
    expect(shown(deriveFigures([first, other, more('2', 2, { preferred: true })]))).toBe('4–5–5')
  })

  test('a later total stands as it is', () => {
    const later = claim('total', exactly(5), { speaker: 'm', saidOn: '2020-01-05' })
    expect(shown(deriveFigures([first, more('2', 2), later]))).toBe('5–5–5')
  })

  test('an addition without anything before it is a floor', () => {
    const figures = deriveFigures([more('2', 2)])
    expect(shown(figures)).toBe('2–2–2+')
    expect(codes(figures)).toContain('added-without-base')
  })

  test('an addition to a whole that only parts speak of adds to their sum', () => {
    const parts = [
      claim('a', exactly(3), { cell: cell({ party: 'a' }) }),
      claim('b', exactly(1), { cell: cell({ party: 'b' }) }),
    ]
    expect(shown(deriveFigures([...parts, more('2', 2)]))).toBe('6–6–6')
  })

  test('a dataset’s number is never adjusted', () => {
    expect(shown(deriveFigures([...gedRow([2, 2, 1, 3], [8, 8, 8]), more('2', 2)]))).toBe('8–8–8')
  })

  test('a move of children changes the wholes that held them', () => {
    const figures = deriveFigures([
      first,
      claim('w', exactly(5), { cell: cell(wounded), saidOn: '2020-01-01' }),
      claim('d', exactly(2), {
        cell: cell({ sexAge: 'children' }),
        basis: 'moved',
        movedFrom: 'wounded',
        saidOn: '2020-01-02',
      }),
    ])
    expect(shown(figures)).toBe('5–5–5')
    expect(shown(figures, wounded)).toBe('3–3–3')
    expect(shown(figures, { sexAge: 'children' })).toBe('2–2–2+')
  })

  test('a move never takes below 0, and says when it would', () => {
    const figures = deriveFigures([
      claim('w', exactly(1), { cell: cell(wounded) }),
      claim('d', exactly(2), { basis: 'moved', movedFrom: 'wounded' }),
    ])
    expect(shown(figures, wounded)).toBe('0–0–0')
    expect(codes(figures, wounded)).toContain('moved-more-than-counted')
  })
})
