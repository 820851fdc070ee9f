import { describe, expect, test } from 'vitest'
import { cell, claim, codes, exactly, figureOf, shown } from './claims.test-kit'
import { deriveFigures } from './derive-figures'
import type { ConflictSet } from './figure'

const captured = { outcome: 'captured' } as const

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
