import type { Casualties, Total } from '../summary'
import type { Counted } from './answer'

/*
 * Sums of incidents as plain numbers side by side, so that a row is added or taken away without making an object. All are
 * whole numbers, exact in a double to 2⁵³, so what was added and taken away again leaves nothing behind.
 *
 * A group takes STRIDE numbers: incidents, those withheld, those that do not collect killed and wounded; then seven each of
 * killed and wounded: low, best and high, how many are open, and of those without a best how many, their low and high.
 */
export const STRIDE = 18
/** How many of them count incidents: the first ones. */
export const COUNTS = 4
export const HIDDEN = 1
export const NO_KILLED = 2
export const NO_WOUNDED = 3
export const KILLED = 4
export const WOUNDED = 11
/** Of the seven numbers of an outcome: how many are open, and where those of figures without a best begin. */
export const OPENS = 3
export const UNDECIDED = 4

export const newSums = (groups: number): Float64Array => new Float64Array(groups * STRIDE)

/** `sums[at] += n`, which the compiler does not let pass for an element that may be missing. */
export function add(sums: Float64Array, at: number, n: number): void {
  sums[at] = (sums[at] as number) + n
}

/** Adds the group at `at` of some sums to that at `to` of others. */
export function addGroup(into: Float64Array, to: number, sums: Float64Array, at: number): void {
  for (let k = 0; k < STRIDE; k++) add(into, to + k, sums[at + k] as number)
}

export const incidentsAt = (sums: Float64Array, at: number): number => sums[at] as number

/** The group at `at`, as it is shown. */
export const countedAt = (sums: Float64Array, at: number): Counted => ({
  incidents: sums[at] as number,
  withheld: sums[at + HIDDEN] as number,
  casualties: casualtiesAt(sums, at),
})

const casualtiesAt = (sums: Float64Array, at: number): Casualties => ({
  killed: { ...totalAt(sums, at + KILLED), notCollected: sums[at + NO_KILLED] as number },
  wounded: { ...totalAt(sums, at + WOUNDED), notCollected: sums[at + NO_WOUNDED] as number },
})

const totalAt = (sums: Float64Array, at: number): Total => ({
  low: sums[at] as number,
  best: sums[at + 1] as number,
  high: sums[at + 2] as number,
  open: (sums[at + OPENS] as number) > 0,
  disputed: undecidedAt(sums, at + UNDECIDED),
  notCollected: 0,
})

/** How many without a best, and the sums of their bounds: the three numbers from `at`. */
export const undecidedAt = (sums: Float64Array, at: number): Total['disputed'] => ({
  count: sums[at] as number,
  low: sums[at + 1] as number,
  high: sums[at + 2] as number,
})
