import { add } from './combine'
import type { DraftFigure } from './draft-figure'
import type { FigureState } from './figure'
import type { Interval } from './interval'
import { compareKeys } from './key-order'
import { reason } from './reason'
import { areDisjoint, isPart, type Lattice, type Slot } from './slot'

/** Parts of a whole that share nobody, and how many more parts there are that may overlap with them. */
export interface Family {
  members: readonly DraftFigure[]
  overlapping: number
}

/**
 * Rule 6: the parts that may be added up. Only the greatest parts take part (a part of a part is in it already); of the
 * families of disjoint ones that no further part can join, the one that adds up to most is taken, since the whole
 * holds them all. On a tie the one begun by party, then site, status, sex and age.
 */
export function disjointParts(whole: Slot, drafts: readonly DraftFigure[], lattice: Lattice): Family {
  const parts = drafts.filter(({ slot, low }) => low !== null && isPart(lattice, whole, slot))
  const tops = parts.filter((part) => !parts.some((other) => isPart(lattice, other.slot, part.slot)))
  if (tops.every((a, index) => tops.slice(index + 1).every((b) => separate(a, b, lattice)))) {
    return { members: tops, overlapping: 0 }
  }
  const members = heaviest(families(tops, whole.parts.length, separations(tops, lattice)))
  return { members, overlapping: tops.length - members.length }
}

/** More than this many overlapping parts are tried from the dimensions and the largest part only. */
const SEEDS = 12

function families(tops: readonly DraftFigure[], dimensions: number, apart: Separation): DraftFigure[][] {
  const byDimension = Array.from({ length: dimensions }, (_, first) => inOrder(tops, first))
  const byKey = byDimension[0] ?? []
  const largest = [...byKey].sort((a, b) => weight(b) - weight(a))
  const seeds = (byKey.length <= SEEDS ? byKey : largest.slice(0, 1)).map((seed) => [seed, ...byKey])
  return [...byDimension, ...seeds].map((order) => greedy(order, apart))
}

/** Those that say the first dimension come first, then those that say the next, and so round; then by key. */
function inOrder(tops: readonly DraftFigure[], first: number): DraftFigure[] {
  const rank = ({ slot: { parts } }: DraftFigure) =>
    parts.map((_, offset) => (parts[(first + offset) % parts.length] === null ? '1' : '0')).join('')
  const ranked = tops.map((part) => ({ part, by: rank(part) + part.slot.key }))
  return ranked.sort((a, b) => compareKeys(a.by, b.by)).map(({ part }) => part)
}

function greedy(order: readonly DraftFigure[], apart: Separation): DraftFigure[] {
  const taken: DraftFigure[] = []
  for (const part of order) if (taken.every((other) => apart(part, other))) taken.push(part)
  return taken
}

type Separation = (a: DraftFigure, b: DraftFigure) => boolean

/** Every family asks of the same pairs: each is looked at once. */
function separations(tops: readonly DraftFigure[], lattice: Lattice): Separation {
  const from = new Map(tops.map((a) => [a, new Set(tops.filter((b) => separate(a, b, lattice)))]))
  return (a, b) => from.get(a)?.has(b) ?? false
}

function heaviest(all: readonly DraftFigure[][]): DraftFigure[] {
  const total = (family: readonly DraftFigure[]) => family.reduce((sum, part) => sum + weight(part), 0)
  return all.reduce((best, family) => (total(family) > total(best) ? family : best))
}

function weight({ best, low }: DraftFigure): number {
  return best ?? low ?? 0
}

/** A dataset's parts partition its whole, whatever they are called. */
function separate(a: DraftFigure, b: DraftFigure, lattice: Lattice): boolean {
  if (a.slot.key === b.slot.key) return false
  if (areDisjoint(lattice, a.slot, b.slot)) return true
  return a.datasetStatements.some((statement) => b.datasetStatements.includes(statement))
}

/** A whole that nobody speaks of: the bound-wise sum of its parts, after the moves that name the whole itself. */
export function draftFromParts(
  slot: Slot,
  family: Family,
  change: (sum: Interval) => Interval = (sum) => sum,
): DraftFigure {
  const { members } = family
  const sum = change(sumOf(members))
  const reasons = [
    reason('from-parts', [], { parts: members.length, low: sum.low, high: sum.high }),
    ...overlapReason(family),
  ]
  return {
    slot,
    low: sum.low,
    best: sum.points[0] ?? null,
    high: sum.high,
    open: sum.open,
    approximate: sum.approximate,
    state: weakest(members.map(({ state }) => state)),
    basis: 'parts',
    notAttributed: sum.points.length > 0 ? 0 : null,
    reasons,
    claims: members.flatMap(({ claims }) => claims),
    speakers: [...new Set(members.flatMap(({ speakers }) => speakers))].sort(compareKeys),
    datasetStatements: [],
  }
}

/** Rule 6 for a whole that is spoken of: its parts change nothing in it; what they leave over is told, and what exceeds it. */
export function compareWithParts(whole: DraftFigure, family: Family): void {
  const { members } = family
  if (members.length === 0) return
  const parts = sumOf(members)
  const sum = parts.points[0] ?? null
  if (whole.best !== null && sum !== null) whole.notAttributed = Math.max(0, whole.best - sum)
  if (whole.notAttributed) whole.reasons.push(reason('not-attributed', [], { n: whole.notAttributed }))
  if (!whole.open && (sum ?? parts.low) > (whole.high ?? 0)) {
    const claims = members.flatMap((part) => part.claims)
    whole.reasons.push(reason('parts-above-whole', claims, { sum: sum ?? parts.low, high: whole.high ?? 0 }))
  }
  whole.reasons.push(...overlapReason(family))
}

function overlapReason({ overlapping }: Family) {
  return overlapping > 0 ? [reason('parts-overlap', [], { parts: overlapping })] : []
}

function sumOf(members: readonly DraftFigure[]): Interval {
  return members.map(asInterval).reduce(add)
}

function asInterval({ low, best, high, open, approximate }: DraftFigure): Interval {
  const points = best === null ? [] : [best]
  return { kind: 'range', low: low ?? 0, high: high ?? 0, open, points, approximate }
}

/** A sum is as sure as its least sure part. */
const fromWeakest: readonly FigureState[] = ['disputed', 'contested', 'range', 'single-source', 'agreed']

function weakest(states: readonly FigureState[]): FigureState {
  return fromWeakest.find((state) => states.includes(state)) ?? 'none'
}
