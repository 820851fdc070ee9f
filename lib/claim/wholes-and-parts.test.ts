import { describe, expect, test } from 'vitest'
import type { Cell } from './cell'
import { cell, claim, codes, exactly, figureOf, shown } from './claims.test-kit'
import { deriveFigures } from './derive-figures'

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
