import { describe, expect, test } from 'vitest'
import {
  about,
  atLeast,
  atMost,
  between,
  claim,
  codes,
  denial,
  exactly,
  figureOf,
  gedRow,
  none,
  plural,
  shown,
  word,
} from './claims.test-kit'
import { deriveFigures } from './derive-figures'

describe('rule 1: statements', () => {
  const page = { speaker: 'mansouri', statement: 'mansouri on his page' }

  test('a statement retold by two agencies counts once', () => {
    const figures = deriveFigures([
      claim('one', exactly(4), { ...page, report: 'agency 1' }),
      claim('two', exactly(4), { ...page, report: 'agency 2' }),
      claim('other', exactly(6), { speaker: 'hospital' }),
      claim('third', exactly(6), { speaker: 'ministry' }),
    ])
    expect(shown(figures)).toBe('4–6–6')
  })

  test('retellings that differ give their hull, marked', () => {
    const figures = deriveFigures([
      claim('one', exactly(4), { ...page, report: 'agency 1' }),
      claim('two', exactly(6), { ...page, report: 'agency 2' }),
    ])
    expect(shown(figures)).toBe('4–4–6')
    expect(codes(figures)).toContain('retellings-differ')
    expect(figureOf(figures)?.state).toBe('single-source')
  })

  test('a headline’s plural beside the number of another report does not differ from it', () => {
    const figures = deriveFigures([
      claim('headline', plural, { ...page, report: 'agency 1' }),
      claim('text', atLeast(5), { ...page, report: 'agency 2' }),
    ])
    expect(shown(figures)).toBe('5–5–5+')
    expect(codes(figures)).not.toContain('retellings-differ')
  })

  test('rejecting a correction brings back what it corrected', () => {
    const claims = [claim('8', exactly(8), { supersededBy: '7' }), claim('7', exactly(7), { rejected: true })]
    expect(shown(deriveFigures(claims))).toBe('8–8–8')
  })

  test('links that lead in a circle leave out nobody', () => {
    const claims = [
      claim('8', exactly(8), { supersededBy: '7' }),
      claim('7', exactly(7), { supersededBy: '8' }),
    ]
    expect(shown(deriveFigures(claims))).toBe('7–7–8')
  })
})

describe('rules 2 and 3: intervals', () => {
  const of = (...counts: Parameters<typeof claim>[1][]) =>
    shown(deriveFigures(counts.map((count, index) => claim(`c${index}`, count))))

  test('each operator alone', () => {
    expect(of(exactly(3))).toBe('3–3–3')
    expect(of(about(3))).toBe('3–3–3')
    expect(of(atLeast(3))).toBe('3–3–3+')
    expect(of(atMost(3))).toBe('0–?–3')
    expect(of(between(2, 6))).toBe('2–?–6')
    expect(of(between(2, 6, 3))).toBe('2–3–6')
    expect(of(word('عشرات', 10))).toBe('10–?–10+')
    expect(of(plural)).toBe('2–?–2+')
    expect(of(none)).toBe('0–0–0')
    expect(of(denial)).toBe('-')
  })

  test('a floor above the others raises the high and opens it; one below changes nothing', () => {
    expect(of(exactly(5), atLeast(8))).toBe('5–5–8+')
    expect(of(exactly(5), exactly(9), atLeast(6))).toBe('5–9–9')
    expect(of(atLeast(3), atLeast(7))).toBe('3–7–7+')
  })

  test('a bare plural gives way to anybody who says a number', () => {
    expect(of(plural, atLeast(5))).toBe('5–5–5+')
    expect(of(word('dozens', 12), atLeast(5))).toBe('5–5–12+')
  })

  test('the 0 of an "at most" is nobody’s word, and counts only where it contradicts the others', () => {
    expect(of(exactly(5), atMost(20))).toBe('5–5–20')
    expect(of(atLeast(3), atMost(10))).toBe('3–3–10')
    expect(of(exactly(5), atMost(2))).toBe('0–5–5')
  })

  test('"about" is marked only while nobody says the number outright', () => {
    const figures = deriveFigures([claim('a', about(5)), claim('b', atLeast(2))])
    expect(figureOf(figures)?.approximate).toBe(true)
    expect(figureOf(deriveFigures([claim('a', about(5)), claim('b', exactly(5))]))?.approximate).toBe(false)
  })

  test('a dataset’s 0 means "none recorded", and no number', () => {
    const figures = deriveFigures(gedRow([0, 0, 0, 0], [0, 0, 0]))
    expect(figureOf(figures)?.state).toBe('none')
    expect(codes(figures)).toEqual(['none-recorded'])
    expect(shown(figures, { party: 'a' })).toBe('-')
  })

  test('a dataset’s best 0 with a high above 0 is a range', () => {
    expect(shown(deriveFigures(gedRow([0, 0, 0, 0], [0, 0, 26])))).toBe('0–0–26')
  })

  test('GED 219459: low 177, best 142, high 177: (min, median, max), flagged', () => {
    const figures = deriveFigures(gedRow([100, 42, 0, 0], [177, 142, 177]))
    expect(shown(figures)).toBe('142–177–177')
    expect(codes(figures)).toContain('dataset-triple-reordered')
    expect(figureOf(figures)?.notAttributed).toBe(35)
  })

  test('GED 299515: low 9, best 10, high 9: the parts may exceed best, and not high', () => {
    const figures = deriveFigures(gedRow([10, 0, 0, 0], [9, 10, 9]))
    expect(shown(figures)).toBe('9–9–10')
    expect(codes(figures)).not.toContain('parts-above-whole')
  })
})

describe('rule 4: best', () => {
  test('the preferred claim, though fewer hold it, and a newer count only flags', () => {
    const figures = deriveFigures([
      claim('a', exactly(4), { preferred: true, saidOn: '2020-01-01' }),
      claim('b', exactly(6), { saidOn: '2020-01-02' }),
      claim('c', exactly(6), { saidOn: '2020-01-02' }),
    ])
    expect(shown(figures)).toBe('4–4–6')
    expect(codes(figures)).toContain('newer-count')
  })

  test('a preferred floor below the others widens low, so that low ≤ best', () => {
    expect(shown(deriveFigures([claim('a', atLeast(3), { preferred: true }), claim('b', exactly(5))]))).toBe(
      '3–3–5',
    )
  })

  test('on a tie without days the lowest, marked', () => {
    const figures = deriveFigures([claim('a', exactly(9)), claim('b', exactly(4))])
    expect(shown(figures)).toBe('4–4–9')
    expect(codes(figures)).toContain('tie-lowest')
    expect(figureOf(figures)?.state).toBe('range')
  })

  test('a point below what others count is no candidate', () => {
    expect(shown(deriveFigures([claim('a', atLeast(3)), claim('b', between(5, 9))]))).toBe('5–?–9')
  })

  test('two statements of one speaker are one source', () => {
    const figures = deriveFigures([
      claim('a', exactly(4), { speaker: 's', statement: '1' }),
      claim('b', exactly(4), { speaker: 's', statement: '2' }),
    ])
    expect(figureOf(figures)?.state).toBe('single-source')
  })
})

test('a denial without a named claim contests the numbers of its cell', () => {
  const figures = deriveFigures([claim('5', exactly(5)), claim('no', denial)])
  expect(shown(figures)).toBe('5–5–5')
  expect(figureOf(figures)?.state).toBe('contested')
})

test('no claims, no figures', () => {
  expect(deriveFigures([])).toEqual([])
})
