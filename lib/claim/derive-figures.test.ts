import { describe, expect, test } from 'vitest'
import type { Cell } from './cell'
import {
  about,
  atLeast,
  atMost,
  between,
  cell,
  claim,
  denial,
  exactly,
  none,
  plural,
  word,
} from './claims.test-kit'
import { tripleToCount } from './dataset-triple'
import { deriveFigures } from './derive-figures'
import type { CasualtyClaim, ConflictSet, Denial, Figure } from './figure'
import { cellSlot } from './people-lattice'
import { proposeSuperseded } from './propose-superseded'
import type { ReasonCode } from './reason-code'

function figureOf(figures: readonly Figure[], said: Partial<Cell> = {}): Figure | undefined {
  return figures.find((figure) => cellSlot(figure.cell).key === cellSlot(cell(said)).key)
}

/** "4–5–6+", "0–?–1", "-" where there is no number or no figure. */
function shown(figures: readonly Figure[], said: Partial<Cell> = {}): string {
  const figure = figureOf(figures, said)
  if (!figure || figure.low === null) return '-'
  return `${figure.low}–${figure.best ?? '?'}–${figure.high}${figure.open ? '+' : ''}`
}

function codes(figures: readonly Figure[], said: Partial<Cell> = {}): ReasonCode[] {
  return figureOf(figures, said)?.reasons.map(({ code }) => code) ?? []
}

const wounded = { outcome: 'wounded' } as const
const captured = { outcome: 'captured' } as const

describe('the table of cases', () => {
  const day1 = [
    claim('o', atLeast(3), { saidOn: '2020-01-01' }),
    claim('p', exactly(5), { saidOn: '2020-01-01' }),
  ]
  const ministry = { speaker: 'ministry', statement: 'ministry day 2', saidOn: '2020-01-02' }
  const day2 = [
    claim('m8', exactly(8), ministry),
    claim('m2', exactly(2), { ...ministry, cell: cell({ sexAge: 'children' }), basis: 'of-which' }),
  ]
  const army: Denial = { key: 'army', denies: ['m8'] }

  test('Derna A: killed 4–4–4; wounded 5–5–5+', () => {
    const outlet = { speaker: 'outlet', statement: 'outlet in the report', report: 'derna' }
    const dignity = { party: 'dignity' }
    const figures = deriveFigures([
      claim('headline', plural, { ...outlet, cell: cell(dignity) }),
      claim('killed', exactly(4), { ...outlet, cell: cell(dignity) }),
      claim('wounded', atLeast(5), { ...outlet, cell: cell({ ...dignity, ...wounded }) }),
    ])
    expect(shown(figures, dignity)).toBe('4–4–4')
    expect(shown(figures)).toBe('4–4–4')
    expect(figureOf(figures, dignity)?.state).toBe('single-source')
    expect(shown(figures, { ...dignity, ...wounded })).toBe('5–5–5+')
    expect(codes(figures, { ...dignity, ...wounded })).toContain('only-floors')
  })

  const crew = { party: 'dignity', status: 'aircrew' } as const
  const dernaB = [
    claim('pilot killed', exactly(1), { speaker: 'mansouri', cell: cell(crew) }),
    claim('crew captured', exactly(2), { speaker: 'hassi', cell: cell({ ...crew, ...captured }) }),
  ]
  const crewSet: ConflictSet = {
    key: 'crew',
    alternatives: [
      { key: 'killed', claims: ['pilot killed'] },
      { key: 'captured', claims: ['crew captured'] },
    ],
    decided: null,
  }

  test('Derna B, conflict set opened: killed 0–1, captured 0–2, best empty, disputed', () => {
    const figures = deriveFigures(dernaB, [crewSet])
    expect(shown(figures, crew)).toBe('0–?–1')
    expect(shown(figures, { ...crew, ...captured })).toBe('0–?–2')
    expect(shown(figures)).toBe('0–?–1')
    expect(shown(figures, captured)).toBe('0–?–2')
    expect(new Set(figures.map(({ state }) => state))).toEqual(new Set(['disputed']))
  })

  test('Derna B, decided: the chosen alternative only', () => {
    const figures = deriveFigures(dernaB, [{ ...crewSet, decided: 'captured' }])
    expect(shown(figures, { ...crew, ...captured })).toBe('2–2–2')
    expect(shown(figures)).toBe('-')
  })

  test('a strike, day 1: "at least 3", "five": 5–5–5', () => {
    const figures = deriveFigures(day1)
    expect(shown(figures)).toBe('5–5–5')
    expect(figureOf(figures)?.state).toBe('agreed')
  })

  test('day 2: ministry 8 including 2 children; the army denies responsibility: 5–8–8 contested; children 2', () => {
    const figures = deriveFigures([...day1, ...day2], [], [army])
    expect(shown(figures)).toBe('5–8–8')
    expect(figureOf(figures)?.state).toBe('contested')
    expect(shown(figures, { sexAge: 'children' })).toBe('2–2–2')
    expect(figureOf(figures)?.notAttributed).toBe(6)
  })

  test('day 3: ministry corrects itself to 7: 5–7–7; children flagged "its whole was superseded"', () => {
    const m7 = claim('m7', exactly(7), { speaker: 'ministry', saidOn: '2020-01-03' })
    const claims = [...day1, ...day2, m7]
    expect(proposeSuperseded(claims)).toEqual([{ claim: 'm8', by: 'm7' }])
    const linked = claims.map((each) => (each.key === 'm8' ? { ...each, supersededBy: 'm7' } : each))
    const figures = deriveFigures(linked)
    expect(shown(figures)).toBe('5–7–7')
    expect(shown(figures, { sexAge: 'children' })).toBe('2–2–2')
    expect(codes(figures, { sexAge: 'children' })).toContain('whole-superseded')
  })

  test('3 killed, 5 wounded; then "two of the wounded died": killed 5, wounded 3', () => {
    const before = { speaker: 'hospital', statement: 'hospital day 1', saidOn: '2020-01-01' }
    const figures = deriveFigures([
      claim('k', exactly(3), before),
      claim('w', exactly(5), { ...before, cell: cell(wounded) }),
      claim('died', exactly(2), { saidOn: '2020-01-02', basis: 'moved', movedFrom: 'wounded' }),
    ])
    expect(shown(figures)).toBe('5–5–5')
    expect(shown(figures, wounded)).toBe('3–3–3')
  })

  test('GED row: a 2, b 2, civilians 1, unknown 3, low 5, best 8, high 12: whole 5–8–12; parts 2, 2, 1, 3; remainder 0', () => {
    const figures = deriveFigures(gedRow([2, 2, 1, 3], [5, 8, 12]))
    expect(shown(figures)).toBe('5–8–12')
    expect(
      [{ party: 'a' }, { party: 'b' }, { status: 'civilian' }, { status: 'unknown' }].map((said) =>
        shown(figures, said as Partial<Cell>),
      ),
    ).toEqual(['2–2–2', '2–2–2', '1–1–1', '3–3–3'])
    expect(figureOf(figures)?.notAttributed).toBe(0)
    expect(codes(figures)).toContain('dataset-coded')
  })

  test('ACLED 10, notes say "dozens": 10–10–10 "as coded by ACLED", flagged', () => {
    const acled = { speaker: 'acled', statement: 'acled row', fromDataset: true }
    const figures = deriveFigures([
      claim('coded', exactly(10), acled),
      claim('notes', word('dozens', 12), acled),
    ])
    expect(shown(figures)).toBe('10–10–10')
    expect(codes(figures)).toEqual(['dataset-coded', 'coded-from-words'])
  })
})

function gedRow(parts: [number, number, number, number], triple: [number, number, number]): CasualtyClaim[] {
  const ged = { speaker: 'ged', statement: 'ged row', fromDataset: true }
  const cells = [{ party: 'a' }, { party: 'b' }, { status: 'civilian' }, { status: 'unknown' }] as const
  const { count, reordered } = tripleToCount(...triple)
  return [
    claim('whole', count, { ...ged, reordered }),
    ...cells.map((said, index) =>
      claim(`part ${index}`, exactly(parts[index] ?? 0), { ...ged, cell: cell(said) }),
    ),
  ]
}

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

  test('GED 219459: low 177, best 142, high 177 gives (min, median, max), flagged', () => {
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

describe('rule 5: conflict sets', () => {
  const set = (...alternatives: string[][]): ConflictSet => ({
    key: 's',
    alternatives: alternatives.map((claims, index) => ({ key: `${index}`, claims })),
    decided: null,
  })
  const x = claim('x', exactly(1))
  const y = claim('y', exactly(1))

  test('alternatives that agree on a cell leave it undisputed', () => {
    const figures = deriveFigures([x, y], [set(['x'], ['y'])])
    expect(shown(figures)).toBe('1–1–1')
    expect(figureOf(figures)?.state).toBe('agreed')
  })

  test('a claim outside the set always holds', () => {
    const figures = deriveFigures(
      [claim('4', exactly(4)), claim('6', exactly(6)), claim('c', exactly(2), { cell: cell(captured) })],
      [set(['6'], ['c'])],
    )
    expect(shown(figures)).toBe('4–?–6')
    expect(shown(figures, captured)).toBe('0–?–2')
  })

  test('a correction takes the place of what it corrects; a rejected alternative falls away', () => {
    const corrected = [
      { ...x, supersededBy: 'z' },
      claim('z', exactly(3)),
      claim('c', exactly(2), { cell: cell(captured) }),
    ]
    expect(shown(deriveFigures(corrected, [set(['x'], ['c'])]))).toBe('0–?–3')
    const rejected = corrected.map((each) => (each.key === 'c' ? { ...each, rejected: true } : each))
    expect(shown(deriveFigures(rejected, [set(['x'], ['c'])]))).toBe('3–3–3')
  })

  test('an alternative of claims that are not about people still is one', () => {
    expect(shown(deriveFigures([x], [set(['x'], ['somebody else’s'])]))).toBe('0–?–1')
  })

  test('two sets: every way of choosing is looked at', () => {
    const claims = [
      claim('a', exactly(1), { cell: cell({ party: 'a' }) }),
      claim('b', exactly(2), { cell: cell({ party: 'b' }) }),
    ]
    const sets = [
      { ...set(['a'], []), key: 's1' },
      { ...set(['b'], []), key: 's2' },
    ]
    expect(shown(deriveFigures(claims, sets))).toBe('0–?–3')
  })

  test('with too many sets each is looked at alone, and the figure says so', () => {
    const many = Array.from({ length: 10 }, (_, n) =>
      claim(`c${n}`, exactly(1), { cell: cell({ party: `p${n}` }) }),
    )
    const figures = deriveFigures(
      many,
      many.map(({ key }) => ({ ...set([key], []), key })),
    )
    expect(shown(figures)).toBe('0–?–10')
    expect(codes(figures)).toContain('conflict-sets-capped')
  })
})

describe('rule 6: wholes and parts', () => {
  const parts = (...list: [Partial<Cell>, number][]) =>
    list.map(([said, n], index) => claim(`p${index}`, exactly(n), { cell: cell(said) }))

  test('disjoint parts add up to a whole that nobody speaks of', () => {
    const figures = deriveFigures(
      parts(
        [{ party: 'a' }, 3],
        [{ party: 'b', sexAge: 'women' }, 2],
        [{ party: 'b', sexAge: 'children' }, 1],
      ),
    )
    expect(shown(figures)).toBe('6–6–6')
    expect(shown(figures, { party: 'b' })).toBe('3–3–3')
    expect(codes(figures)).toContain('from-parts')
  })

  test('parts that may overlap are not added, and the whole is never below one of them', () => {
    const figures = deriveFigures(parts([{ party: 'a' }, 1], [{ status: 'civilian' }, 10]))
    expect(shown(figures)).toBe('10–10–10')
    expect(codes(figures)).toContain('parts-overlap')
  })

  test('boys are children, journalists civilians: a part of a part is not added again', () => {
    expect(shown(deriveFigures(parts([{ sexAge: 'children' }, 3], [{ sexAge: 'boys' }, 2])))).toBe('3–3–3')
    expect(shown(deriveFigures(parts([{ status: 'civilian' }, 3], [{ status: 'journalist' }, 2])))).toBe(
      '3–3–3',
    )
    expect(shown(deriveFigures(parts([{ status: 'civilian' }, 3], [{ status: 'combatant' }, 2])))).toBe(
      '5–5–5',
    )
  })

  test('parts never raise a whole that is spoken of; above its high they are flagged', () => {
    const figures = deriveFigures([
      claim('whole', exactly(4)),
      ...parts([{ party: 'a' }, 3], [{ party: 'b' }, 3]),
    ])
    expect(shown(figures)).toBe('4–4–4')
    expect(figureOf(figures)?.notAttributed).toBe(0)
    expect(codes(figures)).toContain('parts-above-whole')
  })

  test('"of which", where the cell names no part, is a floor and no number of its own', () => {
    const page = { speaker: 's', statement: 'page' }
    const figures = deriveFigures([
      claim('8', exactly(8), page),
      claim('2', exactly(2), { ...page, basis: 'of-which' }),
    ])
    expect(shown(figures)).toBe('8–8–8')
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
