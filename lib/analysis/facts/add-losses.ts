import {
  HAS_UNDECIDED,
  KILLED_DECIDED,
  KILLED_TOLD,
  type Losses,
  WOUNDED_DECIDED,
  WOUNDED_TOLD,
} from './losses'
import type { Patterns } from './patterns'
import { add, KILLED, STRIDE, UNDECIDED, WOUNDED } from './sums'

/** Adds a loss to the group at `at`, `times` over; takes it away where that is below 0. */
export function addLoss(
  sums: Float64Array,
  at: number,
  { numbers, from, at: places }: Losses,
  loss: number,
  times: number,
): void {
  const past = from[loss + 1] as number
  for (let k = from[loss] as number; k < past; k++) {
    const place = places[k] as number
    add(sums, at + place, times * (numbers[loss * STRIDE + place] as number))
  }
}

/** Adds what the sides of a pattern lost to the groups of their actors. `whole`: traits of the incident's own loss. */
export function addSides(
  sums: Float64Array,
  { from, actor, loss }: Patterns['sides'],
  losses: Losses,
  pattern: number,
  whole: number,
  times: number,
): void {
  const past = from[pattern + 1] as number
  for (let s = from[pattern] as number; s < past; s++) {
    const side = loss[s] as number
    const at = (actor[s] as number) * STRIDE
    const undecided = (losses.traits[side] as number) & ~whole & DECIDED
    if (undecided) addUndecided(sums, at, losses.numbers, side * STRIDE, times, undecided)
    else addLoss(sums, at, losses, side, times)
  }
}

const DECIDED = KILLED_DECIDED | WOUNDED_DECIDED

/** The figures of a side that have a best although those of the whole have none: their bests do not stand. */
function addUndecided(
  sums: Float64Array,
  at: number,
  numbers: Float64Array,
  side: number,
  times: number,
  undecided: number,
): void {
  for (const [outcome, bit] of outcomes) {
    if (undecided & bit) {
      add(sums, at + outcome + UNDECIDED, times)
      add(sums, at + outcome + UNDECIDED + 1, times * (numbers[side + outcome] as number))
      add(sums, at + outcome + UNDECIDED + 2, times * (numbers[side + outcome + 2] as number))
    } else
      for (let n = outcome; n < outcome + WOUNDED - KILLED; n++)
        add(sums, at + n, times * (numbers[side + n] as number))
  }
}

const outcomes = [
  [KILLED, KILLED_DECIDED],
  [WOUNDED, WOUNDED_DECIDED],
] as const

/** Adds to one group the figures without a best of a loss, where no side's figure tells of them. `told`: all traits of the sides. */
export function addSilent(
  sums: Float64Array,
  { traits, numbers }: Losses,
  loss: number,
  told: number,
  times: number,
): void {
  if (((traits[loss] as number) & HAS_UNDECIDED) === 0) return
  for (let n = UNDECIDED; n < UNDECIDED + 3; n++) {
    if (!(told & KILLED_TOLD)) add(sums, KILLED + n, times * (numbers[loss * STRIDE + KILLED + n] as number))
    if (!(told & WOUNDED_TOLD))
      add(sums, WOUNDED + n, times * (numbers[loss * STRIDE + WOUNDED + n] as number))
  }
}
