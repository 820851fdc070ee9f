import { type Facts, type FigureColumns, NO_NUMBER, NOT_COLLECTED, OPEN, WITHHELD } from './facts'
import { add, HIDDEN, KILLED, NO_KILLED, NO_WOUNDED, OPENS, STRIDE, UNDECIDED, WOUNDED } from './sums'
import { Tuples } from './tuples'

/** Bits of the traits of a loss. */
const KILLED_DECIDED = 1
const WOUNDED_DECIDED = 2
/** Its numbers are more than one incident, its killed with a best, and that it does not collect wounded. */
const UNUSUAL = 4
const WOUNDED_TOLD = 8
const KILLED_TOLD = 16
/** Any of its parties has a figure of its own. */
export const HAS_SIDES = 32
/** A figure that is told has no best. */
export const HAS_UNDECIDED = 64

/**
 * What rows or parties add to sums. Many have the same figures: each such loss is kept once, as the numbers to add, which
 * stay near at hand where the columns of a million rows do not.
 */
export interface Losses {
  /** The loss of each row. */
  ofRow: Uint16Array | Uint32Array
  /** By loss: as many numbers as a group of sums has. */
  numbers: Int32Array
  /** By loss: bits. */
  traits: Uint8Array
}

/** What each party of an incident lost itself; in its numbers nothing is counted. */
export const sidesOf = ({ parties: { killed, wounded } }: Facts): Losses =>
  lossesOf(killed, wounded, new Uint8Array(killed.low.length))

/** What each incident adds. */
export function incidentsOf({ id, killed, wounded, flags, parties }: Facts, sides: Losses): Losses {
  const counts = new Uint8Array(id.length)
  for (let row = 0; row < id.length; row++) {
    let count = INCIDENT
    if ((flags[row] as number) & WITHHELD) count |= LEAVES_OUT
    for (let p = parties.offset[row] as number; p < (parties.offset[row + 1] as number); p++)
      if ((sides.traits[sides.ofRow[p] as number] as number) & (KILLED_TOLD | WOUNDED_TOLD))
        count |= WITH_SIDES
    counts[row] = count
  }
  return lossesOf(killed, wounded, counts)
}

/** Bits of what else there is to tell apart. */
const INCIDENT = 1
const LEAVES_OUT = 2
const WITH_SIDES = 4

/** Numbers by which losses are told apart: four of either outcome, and the bits. */
const PARTS = 9

function lossesOf(killed: FigureColumns, wounded: FigureColumns, counts: Uint8Array): Losses {
  const tuples = new Tuples()
  const tuple = new Uint32Array(PARTS)
  const ofRow = new Uint32Array(counts.length)
  for (let i = 0; i < counts.length; i++) {
    tuple[0] = killed.low[i] as number
    tuple[1] = killed.best[i] as number
    tuple[2] = killed.high[i] as number
    tuple[3] = killed.flags[i] as number
    tuple[4] = wounded.low[i] as number
    tuple[5] = wounded.best[i] as number
    tuple[6] = wounded.high[i] as number
    tuple[7] = wounded.flags[i] as number
    tuple[8] = counts[i] as number
    ofRow[i] = tuples.numberOf(tuple, PARTS)
  }
  const numbers = new Int32Array(tuples.size * STRIDE)
  const traits = new Uint8Array(tuples.size)
  for (let loss = 0; loss < tuples.size; loss++) {
    const parts = Int32Array.from(tuples.values.slice(loss * PARTS, (loss + 1) * PARTS))
    traits[loss] = write(numbers.subarray(loss * STRIDE, (loss + 1) * STRIDE), parts)
  }
  return { ofRow: tuples.size <= 0x1_0000 ? Uint16Array.from(ofRow) : ofRow, numbers, traits }
}

/** Writes the numbers that such a loss adds, and gives its traits. */
function write(numbers: Int32Array, parts: Int32Array): number {
  const [killedFlags, woundedFlags, counts] = [parts[3] as number, parts[7] as number, parts[8] as number]
  numbers[0] = counts & INCIDENT ? 1 : 0
  numbers[HIDDEN] = counts & LEAVES_OUT ? 1 : 0
  numbers[NO_KILLED] = killedFlags & NOT_COLLECTED ? 1 : 0
  numbers[NO_WOUNDED] = woundedFlags & NOT_COLLECTED ? 1 : 0
  const killed = writeFigure(numbers.subarray(KILLED, WOUNDED), parts.subarray(0, 4))
  const wounded = writeFigure(numbers.subarray(WOUNDED), parts.subarray(4, 8))
  const isUsual = numbers.every((number, k) => number === 0 || usual.includes(k))
  return (
    (killed.isDecided ? KILLED_DECIDED : 0) |
    (wounded.isDecided ? WOUNDED_DECIDED : 0) |
    (isUsual ? 0 : UNUSUAL) |
    (wounded.isTold ? WOUNDED_TOLD : 0) |
    (killed.isTold ? KILLED_TOLD : 0) |
    (counts & WITH_SIDES ? HAS_SIDES : 0) |
    ((killed.isTold && !killed.isDecided) || (wounded.isTold && !wounded.isDecided) ? HAS_UNDECIDED : 0)
  )
}

/** Writes the seven numbers of a figure: low, best, high and flags. */
function writeFigure(numbers: Int32Array, figure: Int32Array): { isTold: boolean; isDecided: boolean } {
  const [low, best, high, flags] = figure as unknown as [number, number, number, number]
  const isDecided = best !== NO_NUMBER
  const isTold = isDecided || low !== NO_NUMBER
  const at = isDecided ? 0 : UNDECIDED
  if (isDecided) {
    numbers[1] = best
    numbers[OPENS] = flags & OPEN ? 1 : 0
  } else if (isTold) numbers[UNDECIDED] = 1
  if (isTold) {
    numbers[isDecided ? 0 : at + 1] = Math.max(0, low)
    numbers[at + 2] = Math.max(0, high)
  }
  return { isTold, isDecided }
}

/** What a row adds in most cases; added without asking, since to foretell it is not possible, and to guess wrong costs more. */
const usual = [0, NO_WOUNDED, KILLED, KILLED + 1, KILLED + 2]
const unusual = Uint8Array.from({ length: STRIDE }, (_, k) => k).filter((k) => !usual.includes(k))

/** Adds incident `row` to the group that begins at `at`, or takes it away where `sign` is -1. */
export function addIncident(sums: Float64Array, at: number, losses: Losses, row: number, sign: number): void {
  const { numbers } = losses
  const loss = losses.ofRow[row] as number
  const from = loss * STRIDE
  add(sums, at, sign)
  add(sums, at + NO_WOUNDED, sign * (numbers[from + NO_WOUNDED] as number))
  add(sums, at + KILLED, sign * (numbers[from + KILLED] as number))
  add(sums, at + KILLED + 1, sign * (numbers[from + KILLED + 1] as number))
  add(sums, at + KILLED + 2, sign * (numbers[from + KILLED + 2] as number))
  if ((losses.traits[loss] as number) & UNUSUAL) addUnusual(sums, at, numbers, from, sign)
}

function addUnusual(sums: Float64Array, at: number, numbers: Int32Array, from: number, sign: number): void {
  for (let n = 0; n < unusual.length; n++) {
    const k = unusual[n] as number
    add(sums, at + k, sign * (numbers[from + k] as number))
  }
}

/** Adds the figures of party `p` to the group at `at`; where those of the whole have no best, neither do they add to one. */
export function addSide(
  sums: Float64Array,
  at: number,
  sides: Losses,
  p: number,
  sign: number,
  whole: number,
): void {
  const side = sides.ofRow[p] as number
  const traits = sides.traits[side] as number
  const from = side * STRIDE
  if (traits & KILLED_TOLD)
    addOutcome(sums, at + KILLED, sides, from + KILLED, sign, traits & ~whole & KILLED_DECIDED)
  if (traits & WOUNDED_TOLD)
    addOutcome(sums, at + WOUNDED, sides, from + WOUNDED, sign, traits & ~whole & WOUNDED_DECIDED)
}

/** `losesBest`: not 0 where the figure has a best that does not stand. */
function addOutcome(
  sums: Float64Array,
  at: number,
  { numbers }: Losses,
  from: number,
  sign: number,
  losesBest: number,
): void {
  if (losesBest === 0) {
    for (let k = 0; k < WOUNDED - KILLED; k++) add(sums, at + k, sign * (numbers[from + k] as number))
    return
  }
  add(sums, at + UNDECIDED, sign)
  add(sums, at + UNDECIDED + 1, sign * (numbers[from] as number))
  add(sums, at + UNDECIDED + 2, sign * (numbers[from + 2] as number))
}

/** Adds those figures without a best of a row of which none of its parties tells; `told`: all traits of these. */
export function addSilent(
  sums: Float64Array,
  { ofRow, numbers }: Losses,
  row: number,
  sign: number,
  told: number,
): void {
  const from = (ofRow[row] as number) * STRIDE
  for (let k = UNDECIDED; k < UNDECIDED + 3; k++) {
    if ((told & KILLED_TOLD) === 0) add(sums, KILLED + k, sign * (numbers[from + KILLED + k] as number))
    if ((told & WOUNDED_TOLD) === 0) add(sums, WOUNDED + k, sign * (numbers[from + WOUNDED + k] as number))
  }
}

/** What is counted of a row besides the row, as bits: withheld, does not collect killed, does not collect wounded. */
export function countedBits({ ofRow, numbers }: Losses, row: number): number {
  const from = (ofRow[row] as number) * STRIDE
  const number = (k: number) => numbers[from + k] as number
  return number(HIDDEN) | (number(NO_KILLED) << 1) | (number(NO_WOUNDED) << 2)
}

/** Adds `incidents` of such bits, but none of their figures: the first {@link COUNTS} numbers of a group. */
export function addCounts(sums: Float64Array, at: number, bits: number, incidents: number): void {
  add(sums, at, incidents)
  add(sums, at + HIDDEN, incidents * (bits & 1))
  add(sums, at + NO_KILLED, incidents * ((bits >> 1) & 1))
  add(sums, at + NO_WOUNDED, incidents * ((bits >> 2) & 1))
}
