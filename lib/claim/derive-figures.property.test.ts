import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type Cell, outcomes } from './cell'
import { about, atLeast, atMost, between, denial, exactly, none, plural, word } from './claims.test-kit'
import type { Count } from './count'
import { deriveFigures } from './derive-figures'
import type { CasualtyClaim, ConflictSet, Figure } from './figure'
import { toInterval } from './interval'
import { cellSlot, peopleLattice } from './people-lattice'
import { isPart } from './slot'

/** Many runs on a busy machine: the clock is no part of what is tested. */
vi.setConfig({ testTimeout: 120_000 })

const n = fc.nat(12)
const counts: fc.Arbitrary<Count> = fc.oneof(
  n.map(exactly),
  n.map(about),
  n.map(atLeast),
  n.map(atMost),
  fc.tuple(n, n, fc.option(n)).map(([a, b, point]) => between(a, b, point)),
  fc.constantFrom(plural, none, denial, word('dozens', 12)),
)
const cells: fc.Arbitrary<Cell> = fc.record({
  site: fc.constantFrom(null, null, 'school'),
  party: fc.constantFrom(null, null, 'a', 'b'),
  status: fc.constantFrom(null, null, 'civilian', 'journalist', 'medical'),
  sexAge: fc.constantFrom(null, null, 'children', 'boys', 'women'),
  outcome: fc.constantFrom('killed', 'wounded'),
  unit: fc.constant('persons'),
})
/** A statement has one speaker and one day, whatever cites it. */
const statements = [
  { statement: 's1', speaker: 'x', saidOn: '2020-01-01' },
  { statement: 's2', speaker: 'y', saidOn: '2020-01-01' },
  { statement: 's3', speaker: 'x', saidOn: '2020-01-03' },
  { statement: 's4', speaker: 'z', saidOn: null },
  { statement: 's5', speaker: 'y', saidOn: '2020-01-05' },
]

const bodies = fc.record({
  cell: cells,
  count: counts,
  basis: fc.constantFrom('total', 'total', 'total', 'of-which', 'in-addition', 'moved' as const),
  said: fc.constantFrom(...statements),
  report: fc.constantFrom(null, 'r1', 'r2'),
  fromDataset: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
  rejected: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
  preferred: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
})

const claimLists = fc.array(bodies, { minLength: 1, maxLength: 9 }).map((list) =>
  list.map(({ said, ...rest }, index): CasualtyClaim => {
    const movedFrom = outcomes.find((outcome) => outcome !== rest.cell.outcome) ?? null
    return {
      ...rest,
      ...said,
      key: `c${index}`,
      movedFrom: rest.basis === 'moved' ? movedFrom : null,
      supersededBy: null,
      denies: null,
    }
  }),
)

const alternatives = fc.array(
  fc.array(
    n.map((index) => `c${index}`),
    { maxLength: 3 },
  ),
  { minLength: 1, maxLength: 3 },
)
const setLists: fc.Arbitrary<ConflictSet[]> = fc.array(alternatives, { maxLength: 2 }).map((sets) =>
  sets.map((each, index) => ({
    key: `set${index}`,
    alternatives: each.map((claims, at) => ({ key: `${at}`, claims })),
    decided: null,
  })),
)

/** The numbers without the remarks. */
function numbers(figures: readonly Figure[]) {
  return new Map(
    figures.map(({ cell, low, best, high, open }) => [cellSlot(cell).key, { low, best, high, open }]),
  )
}

const check = (property: fc.IProperty<never> | Parameters<typeof fc.assert>[0]) =>
  fc.assert(property as Parameters<typeof fc.assert>[0], { numRuns: 200, seed: 20261122 })

test('the order of claims and of conflict sets never matters', () => {
  const shuffled = claimLists.chain((claims) =>
    fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
  )
  check(
    fc.property(shuffled, setLists, ([claims, other], sets) => {
      const figures = JSON.stringify(deriveFigures(claims, sets))
      expect(JSON.stringify(deriveFigures(other, [...sets].reverse()))).toBe(figures)
    }),
  )
})

test('another citation of a known statement changes nothing', () => {
  check(
    fc.property(claimLists, fc.nat(8), setLists, (claims, at, sets) => {
      const cited = claims[at % claims.length] as CasualtyClaim
      const again = { ...cited, key: 'again', report: 'another' }
      const withIt = sets.map((set) => ({
        ...set,
        alternatives: set.alternatives.map((each) => ({
          ...each,
          claims: each.claims.includes(cited.key) ? [...each.claims, 'again'] : each.claims,
        })),
      }))
      expect(numbers(deriveFigures([...claims, again], withIt))).toEqual(numbers(deriveFigures(claims, sets)))
    }),
  )
})

test('low ≤ best ≤ high, or best is empty; and never below 0', () => {
  check(
    fc.property(claimLists, setLists, (claims, sets) => {
      for (const { low, best, high, state } of deriveFigures(claims, sets)) {
        if (low === null || high === null)
          expect([low, best, high, state]).toEqual([null, null, null, 'none'])
        else {
          expect(low).toBeGreaterThanOrEqual(0)
          expect(low).toBeLessThanOrEqual(best ?? low)
          expect(best ?? low).toBeLessThanOrEqual(high)
          expect(Number.isFinite(high)).toBe(true)
        }
      }
    }),
  )
})

test('a part never raises a whole with own claims', () => {
  check(
    fc.property(claimLists, cells, n, (claims, cell, count) => {
      const part: CasualtyClaim = {
        ...(claims[0] as CasualtyClaim),
        key: 'part',
        cell,
        count: exactly(count),
        basis: 'total',
        movedFrom: null,
        fromDataset: false,
        rejected: false,
        statement: 'of the part',
        speaker: 'w',
      }
      const after = numbers(deriveFigures([...claims, part]))
      for (const [key, before] of numbers(deriveFigures(claims))) {
        const whole = claims.some(
          (each) =>
            cellSlot(each.cell).key === key &&
            isPart(peopleLattice, cellSlot(each.cell), cellSlot(cell)) &&
            !each.rejected &&
            each.basis === 'total' &&
            toInterval(each.count, each.fromDataset) !== null,
        )
        if (whole) expect(after.get(key)).toEqual(before)
      }
    }),
  )
})

test('superseding removes', () => {
  check(
    fc.property(claimLists, fc.nat(8), fc.nat(8), (claims, one, other) => {
      const old = claims[one % claims.length] as CasualtyClaim
      const next = claims[other % claims.length] as CasualtyClaim
      fc.pre(old.key !== next.key && !next.rejected)
      const linked = claims.map((each) => (each === old ? { ...each, supersededBy: next.key } : each))
      const without = claims.filter((each) => each !== old)
      expect(numbers(deriveFigures(linked))).toEqual(numbers(deriveFigures(without)))
    }),
  )
})

test('a decided set leaves the chosen alternative only', () => {
  check(
    fc.property(claimLists, alternatives, (claims, chosen) => {
      const set = {
        key: 's',
        alternatives: chosen.map((each, at) => ({ key: `${at}`, claims: each })),
        decided: '0',
      }
      const out = new Set(chosen.flat().filter((key) => !chosen[0]?.includes(key)))
      const left = claims.filter(({ key }) => !out.has(key))
      expect(numbers(deriveFigures(claims, [set]))).toEqual(numbers(deriveFigures(left)))
    }),
  )
})

test('an undecided figure holds every way of deciding it', () => {
  check(
    fc.property(claimLists, alternatives, (claims, chosen) => {
      const standing = new Set(claims.filter(({ rejected }) => !rejected).map(({ key }) => key))
      fc.pre(chosen.every((each) => each.length === 0 || each.some((key) => standing.has(key))))
      const set = {
        key: 's',
        alternatives: chosen.map((each, at) => ({ key: `${at}`, claims: each })),
        decided: null,
      }
      const open = numbers(deriveFigures(claims, [set]))
      for (const { key } of set.alternatives) {
        for (const [at, { low, high }] of numbers(deriveFigures(claims, [{ ...set, decided: key }]))) {
          expect(open.get(at)?.low ?? 0).toBeLessThanOrEqual(low ?? 0)
          expect(open.get(at)?.high ?? 0).toBeGreaterThanOrEqual(high ?? 0)
        }
      }
    }),
  )
})

test('an undecided figure is the hull of every way of deciding all sets', () => {
  const ways = (sets: readonly ConflictSet[]): ConflictSet[][] =>
    sets.reduce<ConflictSet[][]>(
      (before, set) =>
        before.flatMap((each) => set.alternatives.map(({ key }) => [...each, { ...set, decided: key }])),
      [[]],
    )
  check(
    fc.property(claimLists, fc.array(alternatives, { minLength: 2, maxLength: 3 }), (claims, all) => {
      const standing = new Set(claims.filter(({ rejected }) => !rejected).map(({ key }) => key))
      const left = (each: string[]) => each.length === 0 || each.some((key) => standing.has(key))
      fc.pre(all.every((set) => set.every(left)))
      const sets = all.map((set, index) => ({
        key: `set${index}`,
        alternatives: set.map((each, at) => ({ key: `${at}`, claims: each })),
        decided: null,
      }))
      const decided = ways(sets).map((each) => numbers(deriveFigures(claims, each)))
      for (const [key, { low, best, high }] of numbers(deriveFigures(claims, sets))) {
        const seen = decided.map((figures) => figures.get(key))
        expect(low ?? 0).toBe(Math.min(...seen.map((figure) => figure?.low ?? 0)))
        expect(high ?? 0).toBe(Math.max(...seen.map((figure) => figure?.high ?? 0)))
        if (best !== null) for (const figure of seen) expect(figure?.best ?? 0).toBe(best)
      }
    }),
  )
})

test('what a denial names keeps its numbers', () => {
  check(
    fc.property(claimLists, (claims) => {
      const keys = claims.map(({ key }) => key)
      const denied = deriveFigures(claims, [], [{ key: 'no', denies: keys }])
      expect(numbers(denied)).toEqual(numbers(deriveFigures(claims)))
      for (const { low, state } of denied) expect(state).toBe(low === null ? 'none' : 'contested')
    }),
  )
})
