import {
  HAS_REST,
  HAS_UNDECIDED,
  KILLED_DECIDED,
  KILLED_TOLD,
  type Losses,
  USUAL,
  WOUNDED_DECIDED,
  WOUNDED_TOLD,
} from './losses'
import type { Sides } from './sides'
import { add, KILLED, NO_WOUNDED, STRIDE, UNDECIDED, WOUNDED } from './sums'

/*
 * The loops in which nearly all of the time goes. Each is a function of its own that holds its columns by name: so they are
 * compiled as they are run, and columns are not looked up again for every row.
 */

/** Adds rows to the groups that `groupOf` says, or takes them away where `sign` is -1. */
export function addRows(
  sums: Float64Array,
  groupOf: Uint32Array,
  losses: Losses,
  rows: Uint32Array,
  sign: number,
): void {
  const { ofRow, usual, traits } = losses
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const at = (groupOf[row] as number) * STRIDE
    const loss = ofRow[row] as number
    add(sums, at, sign)
    add(sums, at + NO_WOUNDED, sign * (usual[loss * USUAL] as number))
    addUsualKilled(sums, at, usual, loss, sign)
    if ((traits[loss] as number) & HAS_REST) addRest(sums, at, losses, loss, sign)
  }
}

/** Without asking whether there are any: to guess that wrong costs more than to add noughts. */
function addUsualKilled(
  sums: Float64Array,
  at: number,
  usual: Float64Array,
  loss: number,
  sign: number,
): void {
  const from = loss * USUAL + 1
  add(sums, at + KILLED, sign * (usual[from] as number))
  add(sums, at + KILLED + 1, sign * (usual[from + 1] as number))
  add(sums, at + KILLED + 2, sign * (usual[from + 2] as number))
}

function addRest(
  sums: Float64Array,
  at: number,
  { numbers, restFrom, restAt }: Losses,
  loss: number,
  sign: number,
): void {
  const past = restFrom[loss + 1] as number
  for (let r = restFrom[loss] as number; r < past; r++) {
    const number = restAt[r] as number
    add(sums, at + number, sign * (numbers[loss * STRIDE + number] as number))
  }
}

/** Adds what the sides in some rows lost to the groups of their roles, or takes it away. */
export function addSides(
  sums: Float64Array,
  { from, role, loss, losses }: Sides,
  incidents: Losses,
  rows: Uint32Array,
  sign: number,
): void {
  const { ofRow, traits } = incidents
  const { usual, traits: sideTraits } = losses
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const past = from[row + 1] as number
    for (let s = from[row] as number; s < past; s++) {
      const side = loss[s] as number
      const at = (role[s] as number) * STRIDE
      const has = sideTraits[side] as number
      const undecided = has & ~(traits[ofRow[row] as number] as number) & DECIDED
      if (undecided) addUndecided(sums, at, losses.numbers, side * STRIDE, sign, undecided)
      else {
        addUsualKilled(sums, at, usual, side, sign)
        if (has & HAS_REST) addRest(sums, at, losses, side, sign)
      }
    }
  }
}

const DECIDED = KILLED_DECIDED | WOUNDED_DECIDED

/** The figures of a side that have a best although those of the whole have none: their bests do not stand. */
function addUndecided(
  sums: Float64Array,
  at: number,
  numbers: Float64Array,
  side: number,
  sign: number,
  undecided: number,
): void {
  for (const [outcome, bit] of outcomes) {
    if (undecided & bit) {
      add(sums, at + outcome + UNDECIDED, sign)
      add(sums, at + outcome + UNDECIDED + 1, sign * (numbers[side + outcome] as number))
      add(sums, at + outcome + UNDECIDED + 2, sign * (numbers[side + outcome + 2] as number))
    } else
      for (let n = outcome; n < outcome + WOUNDED - KILLED; n++)
        add(sums, at + n, sign * (numbers[side + n] as number))
  }
}

const outcomes = [
  [KILLED, KILLED_DECIDED],
  [WOUNDED, WOUNDED_DECIDED],
] as const

/** Adds to groups the figures without a best of incidents of whose sides no party's figure tells, or takes them away. */
export function addSilent(
  sums: Float64Array,
  groupOf: Uint32Array,
  sides: Sides,
  { ofRow, traits, numbers }: Losses,
  rows: Uint32Array,
  sign: number,
): void {
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number
    const loss = ofRow[row] as number
    if (((traits[loss] as number) & HAS_UNDECIDED) === 0) continue
    const told = toldOf(sides, row)
    const at = (groupOf[row] as number) * STRIDE
    for (let n = UNDECIDED; n < UNDECIDED + 3; n++) {
      if (!(told & KILLED_TOLD))
        add(sums, at + KILLED + n, sign * (numbers[loss * STRIDE + KILLED + n] as number))
      if (!(told & WOUNDED_TOLD))
        add(sums, at + WOUNDED + n, sign * (numbers[loss * STRIDE + WOUNDED + n] as number))
    }
  }
}

/** All traits of the sides of a row. */
function toldOf({ from, loss, losses: { traits } }: Sides, row: number): number {
  let told = 0
  for (let s = from[row] as number; s < (from[row + 1] as number); s++)
    told |= traits[loss[s] as number] as number
  return told
}
