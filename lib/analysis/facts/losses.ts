import { type Facts, type FigureColumns, NO_NUMBER, NOT_COLLECTED, OPEN, WITHHELD } from './facts'
import { HIDDEN, KILLED, NO_KILLED, NO_WOUNDED, OPENS, STRIDE, UNDECIDED, WOUNDED } from './sums'
import { Tuples } from './tuples'

/** Bits of the traits of a loss: of its figures, which have a best and which are told at all. */
export const KILLED_DECIDED = 1
export const WOUNDED_DECIDED = 2
export const KILLED_TOLD = 4
export const WOUNDED_TOLD = 8
/** A figure that is told has no best. */
export const HAS_UNDECIDED = 16
/** There is more to add than its {@link USUAL} numbers. */
export const HAS_REST = 32

/** How many numbers most rows have besides being one incident: does not collect wounded; low, best and high of killed. */
export const USUAL = 4

/**
 * What rows or parties add to sums. Many have the same figures: each such loss is kept once, as the numbers to add, which
 * stay near at hand where the columns of a million rows do not.
 */
export interface Losses {
  /** The loss of each row. */
  ofRow: Uint16Array | Uint32Array
  traits: Uint8Array
  /** By loss: as many numbers as a group of sums has. */
  numbers: Float64Array
  /** By loss: its {@link USUAL} numbers once more, close together. */
  usual: Float64Array
  /** By loss: where in a group its other numbers go, from `restFrom[i]` to before `restFrom[i + 1]`. */
  restFrom: Uint32Array
  restAt: Uint8Array
}

/** What each party of an incident lost itself; in its numbers nothing is counted. */
export const lossesOfParties = ({ parties: { killed, wounded } }: Facts): Losses =>
  lossesOf(killed, wounded, new Uint8Array(killed.low.length))

/** What each incident adds. */
export const lossesOfIncidents = ({ killed, wounded, flags }: Facts): Losses =>
  lossesOf(
    killed,
    wounded,
    flags.map((flag) => (flag & WITHHELD ? INCIDENT | LEAVES_OUT : INCIDENT)),
  )

/** Bits of what is counted of a row. */
const INCIDENT = 1
const LEAVES_OUT = 2

/** Numbers by which losses are told apart: four of either outcome, and what is counted. */
const PARTS = 9

function lossesOf(killed: FigureColumns, wounded: FigureColumns, counts: Uint8Array): Losses {
  const tuples = new Tuples()
  const tuple = new Uint32Array(PARTS)
  const ofRow = new Uint32Array(counts.length)
  for (let i = 0; i < counts.length; i++) {
    putFigure(tuple, 0, killed, i)
    putFigure(tuple, 4, wounded, i)
    tuple[8] = counts[i] as number
    ofRow[i] = tuples.numberOf(tuple, PARTS)
  }
  return { ofRow: tuples.size <= 0x1_0000 ? Uint16Array.from(ofRow) : ofRow, ...numbersOf(tuples) }
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

function numbersOf({ size, values }: Tuples): Omit<Losses, 'ofRow'> {
  const numbers = new Float64Array(size * STRIDE)
  const traits = new Uint8Array(size)
  const usual = new Float64Array(size * USUAL)
  const restFrom = new Uint32Array(size + 1)
  const restAt: number[] = []
  for (let loss = 0; loss < size; loss++) {
    const own = numbers.subarray(loss * STRIDE, (loss + 1) * STRIDE)
    traits[loss] = write(own, Int32Array.from(values.slice(loss * PARTS, (loss + 1) * PARTS)))
    usual.set(own.subarray(NO_WOUNDED, NO_WOUNDED + USUAL), loss * USUAL)
    for (let k = 1; k < STRIDE; k++)
      if (own[k] !== 0 && (k < NO_WOUNDED || k >= NO_WOUNDED + USUAL)) restAt.push(k)
    restFrom[loss + 1] = restAt.length
    if (restFrom[loss + 1] !== restFrom[loss]) traits[loss] = (traits[loss] as number) | HAS_REST
  }
  return { numbers, traits, usual, restFrom, restAt: Uint8Array.from(restAt) }
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
