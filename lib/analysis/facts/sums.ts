import type { Casualties, Total } from '../summary'
import type { Counted } from './answer'
import { type Facts, type FigureColumns, NO_NUMBER, NOT_COLLECTED, OPEN, WITHHELD } from './facts'

/*
 * Sums of incidents as plain numbers side by side, so that a row is added or taken away without making an object. All are
 * whole numbers, exact in a double to 2⁵³, so what was added and taken away again leaves nothing behind.
 *
 * A group takes STRIDE numbers: incidents, those withheld, those that do not collect killed and wounded; then eight each of
 * killed and wounded: the sum of figures that are one number (most are, and so cost one addition), low, best and high of
 * the others, how many are open, and of those without a best how many, their low and their high.
 */
export const STRIDE = 20
/** How many of them count incidents: the first ones. */
export const COUNTS = 4
const HIDDEN = 1
const NO_KILLED = 2
const NO_WOUNDED = 3
export const KILLED = 4
export const WOUNDED = 12

/** Bits of a row's shape: what there is to add of it beyond its being one incident. Most rows have next to nothing. */
const KILLED_EXACT = 1
const KILLED_RANGE = 2
const WOUNDED_EXACT = 4
const WOUNDED_RANGE = 8
const KILLED_UNCOLLECTED = 16
const WOUNDED_UNCOLLECTED = 32
const LEAVES_OUT = 64
/** Any of its parties has a figure of its own. */
export const HAS_SIDES = 128
/** Either of its figures is not one number: has a range, or no best. */
export const HAS_RANGE = KILLED_RANGE | WOUNDED_RANGE
/** What is counted of a row, apart from its figures. */
export const COUNTED = KILLED_UNCOLLECTED | WOUNDED_UNCOLLECTED | LEAVES_OUT

export const newSums = (groups: number): Float64Array => new Float64Array(groups * STRIDE)

/** Figures of rows or of parties, and the shape of each. */
export interface Losses {
  killed: FigureColumns
  wounded: FigureColumns
  shape: Uint8Array
}

/** What the parties of an incident lost themselves. */
export const sidesOf = ({ parties: { killed, wounded } }: Facts): Losses => ({
  killed,
  wounded,
  shape: shapesOf(killed, wounded),
})

/** What there is to add of every row. */
export function lossesOf({ id, killed, wounded, flags, parties }: Facts, sides: Losses): Losses {
  const shape = shapesOf(killed, wounded)
  for (let row = 0; row < id.length; row++) {
    let has = shape[row] as number
    if ((flags[row] as number) & WITHHELD) has |= LEAVES_OUT
    for (let p = parties.offset[row] as number; p < (parties.offset[row + 1] as number); p++)
      if (sides.shape[p] !== 0) has |= HAS_SIDES
    shape[row] = has
  }
  return { killed, wounded, shape }
}

function shapesOf(killed: FigureColumns, wounded: FigureColumns): Uint8Array {
  const shapes = new Uint8Array(killed.low.length)
  for (let i = 0; i < shapes.length; i++)
    shapes[i] =
      shapeOf(killed, i, KILLED_EXACT, KILLED_RANGE, KILLED_UNCOLLECTED) |
      shapeOf(wounded, i, WOUNDED_EXACT, WOUNDED_RANGE, WOUNDED_UNCOLLECTED)
  return shapes
}

const isTold = ({ low, best }: FigureColumns, i: number): boolean =>
  low[i] !== NO_NUMBER || best[i] !== NO_NUMBER

function shapeOf(
  figures: FigureColumns,
  i: number,
  exact: number,
  range: number,
  uncollected: number,
): number {
  const { low, best, high, flags } = figures
  const flag = flags[i] as number
  const base = flag & NOT_COLLECTED ? uncollected : 0
  if (!isTold(figures, i)) return base
  const isOne = low[i] === best[i] && best[i] === high[i] && !(flag & OPEN)
  return base | (isOne ? exact : range)
}

/** `sums[at] += n`, which the compiler does not let pass for an element that may be missing. */
export function add(sums: Float64Array, at: number, n: number): void {
  sums[at] = (sums[at] as number) + n
}

/** Adds incident `row` to the group that begins at `at`, or takes it away where `sign` is -1. */
export function addIncident(
  sums: Float64Array,
  at: number,
  { killed, wounded, shape }: Losses,
  row: number,
  sign: number,
): void {
  const has = shape[row] as number
  add(sums, at, sign)
  if (has & KILLED_EXACT) add(sums, at + KILLED, sign * (killed.best[row] as number))
  if (has & WOUNDED_UNCOLLECTED) add(sums, at + NO_WOUNDED, sign)
  if ((has & (KILLED_RANGE | WOUNDED_EXACT | WOUNDED_RANGE | KILLED_UNCOLLECTED | LEAVES_OUT)) === 0) return
  if (has & KILLED_RANGE) addFigure(sums, at + KILLED, killed, row, sign, true)
  if (has & WOUNDED_EXACT) add(sums, at + WOUNDED, sign * (wounded.best[row] as number))
  if (has & WOUNDED_RANGE) addFigure(sums, at + WOUNDED, wounded, row, sign, true)
  if (has & KILLED_UNCOLLECTED) add(sums, at + NO_KILLED, sign)
  if (has & LEAVES_OUT) add(sums, at + HIDDEN, sign)
}

/** Adds `incidents` of a shape, but none of their figures: the first {@link COUNTS} numbers of a group. */
export function addCounts(sums: Float64Array, at: number, shape: number, incidents: number): void {
  add(sums, at, incidents)
  if ((shape & COUNTED) === 0) return
  if (shape & WOUNDED_UNCOLLECTED) add(sums, at + NO_WOUNDED, incidents)
  if (shape & KILLED_UNCOLLECTED) add(sums, at + NO_KILLED, incidents)
  if (shape & LEAVES_OUT) add(sums, at + HIDDEN, incidents)
}

/** Adds the figures of a party `p` to the group at `at`; where the whole has no best, neither do they add to one. */
export function addSide(
  sums: Float64Array,
  at: number,
  { killed, wounded, shape }: Losses,
  p: number,
  sign: number,
  killedDecided: boolean,
  woundedDecided: boolean,
): void {
  const has = shape[p] as number
  if (has & KILLED_EXACT && killedDecided) add(sums, at + KILLED, sign * (killed.best[p] as number))
  else if (has & (KILLED_EXACT | KILLED_RANGE)) addFigure(sums, at + KILLED, killed, p, sign, killedDecided)
  if (has & (WOUNDED_EXACT | WOUNDED_RANGE)) addFigure(sums, at + WOUNDED, wounded, p, sign, woundedDecided)
}

/** Adds figure `i` at the eight numbers from `at`; `decided` false: its whole has no best, so neither has it. */
export function addFigure(
  sums: Float64Array,
  at: number,
  { low, best, high, flags }: FigureColumns,
  i: number,
  sign: number,
  decided: boolean,
): void {
  const from = low[i] as number
  const middle = best[i] as number
  const to = high[i] as number
  if (decided && middle !== NO_NUMBER) {
    const isOpen = ((flags[i] as number) & OPEN) !== 0
    if (from !== NO_NUMBER) add(sums, at + 1, sign * from)
    add(sums, at + 2, sign * middle)
    if (to !== NO_NUMBER) add(sums, at + 3, sign * to)
    if (isOpen) add(sums, at + 4, sign)
  } else if (from !== NO_NUMBER) {
    add(sums, at + 5, sign)
    add(sums, at + 6, sign * from)
    if (to !== NO_NUMBER) add(sums, at + 7, sign * to)
  }
}

/** Adds the group at `at` of some sums to that at `to` of others, or takes it away. */
export function addGroup(into: Float64Array, to: number, sums: Float64Array, at: number, sign: number): void {
  for (let k = 0; k < STRIDE; k++) add(into, to + k, sign * (sums[at + k] as number))
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

function totalAt(sums: Float64Array, at: number): Total {
  const number = (k: number) => sums[at + k] as number
  return {
    low: number(0) + number(1),
    best: number(0) + number(2),
    high: number(0) + number(3),
    open: number(4) > 0,
    disputed: undecidedAt(sums, at + 5),
    notCollected: 0,
  }
}

/** How many without a best, and the sums of their bounds: the three numbers from `at`. */
export const undecidedAt = (sums: Float64Array, at: number): Total['disputed'] => ({
  count: sums[at] as number,
  low: sums[at + 1] as number,
  high: sums[at + 2] as number,
})
