import { DISPUTED, type Facts, type FigureColumns, NO_NUMBER, NOT_COLLECTED, OPEN, WITHHELD } from './facts'
import { HIDDEN, KILLED, NO_KILLED, NO_WOUNDED, OPENS, STRIDE, UNDECIDED, WOUNDED } from './sums'
import { Tuples } from './tuples'

/** Bits of the traits of a loss: of its figures, which have a best and which are told at all. */
export const KILLED_DECIDED = 1
export const WOUNDED_DECIDED = 2
export const KILLED_TOLD = 4
export const WOUNDED_TOLD = 8
/** A figure that is told has no best. */
export const HAS_UNDECIDED = 16
/** Of an incident: any of its figures is disputed. */
export const IS_DISPUTED = 32

/** What incidents or parties add to sums. Many have the same figures: each such loss is kept once, as the numbers to add. */
export interface Losses {
  size: number
  traits: Uint8Array
  /** By loss: as many numbers as a group of sums has. */
  numbers: Float64Array
  /** Which of them are not 0: of loss `i` those of `at` from `from[i]` to before `from[i + 1]`. */
  from: Uint32Array
  at: Uint8Array
}

/** Losses, and the one of each row or party. */
export interface LossesFound {
  losses: Losses
  of: Uint32Array
}

/** What each party of an incident lost itself; in its numbers nothing is counted. */
export const lossesOfParties = ({ parties: { killed, wounded } }: Facts): LossesFound =>
  lossesOf(killed, wounded, new Uint8Array(killed.low.length))

/** What each incident adds. */
export const lossesOfIncidents = ({ killed, wounded, flags }: Facts): LossesFound =>
  lossesOf(
    killed,
    wounded,
    flags.map((flag) => INCIDENT | (flag & WITHHELD ? LEAVES_OUT : 0) | (flag & DISPUTED ? HAS_DISPUTED : 0)),
  )

/** Bits of what is known of an incident besides its figures. */
const INCIDENT = 1
const LEAVES_OUT = 2
const HAS_DISPUTED = 4

/** Numbers by which losses are told apart: four of either outcome, and those bits. */
const PARTS = 9

function lossesOf(killed: FigureColumns, wounded: FigureColumns, counts: Uint8Array): LossesFound {
  const tuples = new Tuples()
  const tuple = new Uint32Array(PARTS)
  const of = new Uint32Array(counts.length)
  for (let i = 0; i < counts.length; i++) {
    putFigure(tuple, 0, killed, i)
    putFigure(tuple, 4, wounded, i)
    tuple[8] = counts[i] as number
    of[i] = tuples.numberOf(tuple, PARTS)
  }
  return { losses: numbersOf(tuples), of }
}

function putFigure(
  tuple: Uint32Array,
  at: number,
  { low, best, high, flags }: FigureColumns,
  i: number,
): void {
  tuple[at] = low[i] as number
  tuple[at + 1] = best[i] as number
  tuple[at + 2] = high[i] as number
  tuple[at + 3] = flags[i] as number
}

function numbersOf({ size, values }: Tuples): Losses {
  const numbers = new Float64Array(size * STRIDE)
  const traits = new Uint8Array(size)
  const from = new Uint32Array(size + 1)
  const at: number[] = []
  for (let loss = 0; loss < size; loss++) {
    const own = numbers.subarray(loss * STRIDE, (loss + 1) * STRIDE)
    traits[loss] = write(own, Int32Array.from(values.slice(loss * PARTS, (loss + 1) * PARTS)))
    for (let k = 0; k < STRIDE; k++) if (own[k] !== 0) at.push(k)
    from[loss + 1] = at.length
  }
  return { size, numbers, traits, from, at: Uint8Array.from(at) }
}

/** Writes the numbers that such a loss adds, and gives its traits. */
function write(numbers: Float64Array, parts: Int32Array): number {
  const counts = parts[8] as number
  numbers[0] = counts & INCIDENT ? 1 : 0
  numbers[HIDDEN] = counts & LEAVES_OUT ? 1 : 0
  numbers[NO_KILLED] = counts & INCIDENT && (parts[3] as number) & NOT_COLLECTED ? 1 : 0
  numbers[NO_WOUNDED] = counts & INCIDENT && (parts[7] as number) & NOT_COLLECTED ? 1 : 0
  writeFigure(numbers.subarray(KILLED, WOUNDED), parts.subarray(0, 4))
  writeFigure(numbers.subarray(WOUNDED), parts.subarray(4, 8))
  const has = (k: number) => parts[k] !== NO_NUMBER
  const [killed, wounded] = [has(0) || has(1), has(4) || has(5)]
  return (
    (counts & HAS_DISPUTED ? IS_DISPUTED : 0) |
    (has(1) ? KILLED_DECIDED : 0) |
    (has(5) ? WOUNDED_DECIDED : 0) |
    (killed ? KILLED_TOLD : 0) |
    (wounded ? WOUNDED_TOLD : 0) |
    ((killed && !has(1)) || (wounded && !has(5)) ? HAS_UNDECIDED : 0)
  )
}

/** Writes the seven numbers of a figure, of which low, best, high and flags are given. */
function writeFigure(numbers: Float64Array, figure: Int32Array): void {
  const [low, best, high] = figure.map((number) => Math.max(0, number)) as unknown as [number, number, number]
  if (figure[1] !== NO_NUMBER) {
    numbers.set([low, best, high])
    numbers[OPENS] = (figure[3] as number) & OPEN ? 1 : 0
  } else if (figure[0] !== NO_NUMBER) numbers.set([1, low, high], UNDECIDED)
}
