import { describe, expect, test } from 'vitest'
import type { Cell } from './cell'
import {
  atLeast,
  cell,
  claim,
  codes,
  exactly,
  figureOf,
  gedRow,
  plural,
  shown,
  word,
} from './claims.test-kit'
import { deriveFigures } from './derive-figures'
import type { ConflictSet, Denial } from './figure'
import { proposeSuperseded } from './propose-superseded'

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
