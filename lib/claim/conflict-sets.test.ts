import { describe, expect, test } from 'vitest'
import { cell, claim, codes, exactly, figureOf, shown } from './claims.test-kit'
import { deriveFigures } from './derive-figures'
import type { ConflictSet } from './figure'
import { cellSlot } from './people-lattice'
import { waysOf } from './worlds'

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

  const sets = (members: readonly string[]) =>
    members.map((key) => ({ ...set([key], []), key: `set ${key}` }))
  const ten = Array.from({ length: 10 }, (_, n) =>
    claim(`c${n}`, exactly(1), { cell: cell({ ...captured, party: `p${n}` }) }),
  )

  test('too many sets about captives leave a figure of killed as exact as it was', () => {
    const figures = deriveFigures([x, ...ten], sets(['x', ...ten.map(({ key }) => key)]))
    expect(shown(figures)).toBe('0–?–1')
    expect(codes(figures)).not.toContain('conflict-sets-capped')
    expect(codes(figures, captured)).toContain('conflict-sets-capped')
  })

  test('a move ties the outcome that people leave to the one they come to', () => {
    const moved = claim('moved', exactly(2), { basis: 'moved', movedFrom: 'captured', saidOn: '2017-07-30' })
    const held = claim('held', exactly(5), { cell: cell(captured), saidOn: '2017-07-29' })
    const figures = deriveFigures([held, moved], sets(['moved']))
    expect(shown(figures, captured)).toBe('3–?–5')
  })

  test('a figure that too many sets touch says so even where they seem to make no difference', () => {
    const alike = Array.from({ length: 500 }, (_, n) => claim(`c${n}`, exactly(1)))
    const figures = deriveFigures(alike, sets(alike.slice(0, 20).map(({ key }) => key)))
    expect(shown(figures)).toBe('1–1–1')
    expect(codes(figures)).toContain('conflict-sets-capped')
  })

  test('the more claims there are, the fewer ways are looked at', () => {
    const spoken = Array.from({ length: 500 }, (_, n) => ({
      claim: claim(`c${n}`, exactly(1)),
      slot: cellSlot(cell({ party: `p${n % 50}` })),
      from: null,
    }))
    for (const [claims, many] of [
      [10, 20],
      [60, 8],
      [500, 20],
      [500, 4],
    ] as const) {
      const alternatives = Array.from({ length: many }, (_, n) => new Set([`c${n}`]))
      const open = alternatives.map((one, n) => ({
        key: `${n}`,
        alternatives: [one, new Set<string>()],
        members: one,
      }))
      const { excluded } = waysOf(spoken.slice(0, claims), open, claims)
      expect(excluded.length).toBeGreaterThan(1)
      expect(excluded.length * claims).toBeLessThanOrEqual(10_000)
    }
  })
})
