import type { Facts } from './facts'
import type { Losses, LossesFound } from './losses'
import { add, HIDDEN, NO_KILLED, NO_WOUNDED, STRIDE } from './sums'
import { Tuples } from './tuples'

/**
 * The actors that took part together, one list for all incidents of a stratum that have the same and are counted alike. There are
 * fewer than incidents: whom a filter asks for, and in how many incidents anybody but a few took part, is found out cast
 * by cast.
 */
export interface Casts {
  size: number
  /** By cast: the stratum of its rows. */
  stratum: Uint32Array
  /** What is counted of the rows of each besides the row; see `countedBits`. */
  bits: Uint8Array
  /** Actors of cast `i`, by their place in the list of words, are `actor[offset[i]]` to before `actor[offset[i + 1]]`. */
  offset: Uint32Array
  /** In rising order. */
  actor: Uint32Array
  /** Casts by their first actor, then by their second, those without one first; those of nobody are left out. */
  led: Uint32Array
  /** The second actor of each of these; -1: there is none. */
  ledWith: Int32Array
  /** Those whose first actor is `a` are `led[ledFrom[a]]` to before `led[ledFrom[a + 1]]`. */
  ledFrom: Uint32Array
}

/** The casts of the rows that have these losses and strata, and the one of each row. */
export function castsOf(
  { id, actors, parties }: Facts,
  losses: LossesFound,
  stratumOf: Uint32Array,
): { casts: Casts; of: Uint32Array } {
  const tuples = new Tuples()
  const of = new Uint32Array(id.length)
  const bits = countedBits(losses.losses)
  let list = new Uint32Array(16)
  for (let row = 0; row < id.length; row++) {
    const start = parties.offset[row] as number
    const length = (parties.offset[row + 1] as number) - start
    if (length + 1 >= list.length) list = new Uint32Array(length * 2 + 2)
    for (let k = 0; k < length; k++) insert(list, k, parties.actor[start + k] as number)
    list[length] = bits[losses.of[row] as number] as number
    list[length + 1] = stratumOf[row] as number
    of[row] = tuples.numberOf(list, length + 2)
  }
  return { casts: columnsOf(tuples, actors.length), of }
}

/** Puts a number in its place among the first `length`, which are in order. */
function insert(list: Uint32Array, length: number, number: number): void {
  let at = length
  for (; at > 0 && (list[at - 1] as number) > number; at--) list[at] = list[at - 1] as number
  list[at] = number
}

function columnsOf({ size, starts, values }: Tuples, actors: number): Casts {
  const bits = new Uint8Array(size)
  const offset = new Uint32Array(size + 1)
  const stratum = new Uint32Array(size)
  const actor = new Uint32Array(values.length - 2 * size)
  for (let cast = 0; cast < size; cast++) {
    const [start, last] = [starts[cast] as number, (starts[cast + 1] as number) - 2]
    const from = offset[cast] as number
    for (let k = start; k < last; k++) actor[from + k - start] = values[k] as number
    offset[cast + 1] = from + last - start
    bits[cast] = values[last] as number
    stratum[cast] = values[last + 1] as number
  }
  return { size, bits, stratum, offset, actor, ...castsByFirst(offset, actor, actors) }
}

function castsByFirst(
  offset: Uint32Array,
  actor: Uint32Array,
  actors: number,
): Pick<Casts, 'led' | 'ledWith' | 'ledFrom'> {
  const length = (cast: number) => (offset[cast + 1] as number) - (offset[cast] as number)
  const at = (cast: number, k: number) => actor[(offset[cast] as number) + k] as number
  const all = Uint32Array.from(offset.subarray(1).keys()).filter((cast) => length(cast) > 0)
  const second = (cast: number) => (length(cast) > 1 ? at(cast, 1) : -1)
  const bySecond = sorted(all, actors + 1, (cast) => second(cast) + 1).list
  const { list, from } = sorted(bySecond, actors, (cast) => at(cast, 0))
  return { led: list, ledWith: Int32Array.from(list, second), ledFrom: from }
}

/** Sorts by whole numbers below `keys`, and keeps the order of those alike; and where those of each key begin. */
function sorted(list: Uint32Array, keys: number, keyOf: (one: number) => number) {
  const from = new Uint32Array(keys + 1)
  for (const one of list) from[keyOf(one) + 1] = (from[keyOf(one) + 1] as number) + 1
  for (let key = 0; key < keys; key++) from[key + 1] = (from[key + 1] as number) + (from[key] as number)
  const next = from.slice()
  const ordered = new Uint32Array(list.length)
  for (const one of list) {
    const at = next[keyOf(one)] as number
    ordered[at] = one
    next[keyOf(one)] = at + 1
  }
  return { list: ordered, from }
}

/** What is counted of a row with such a loss besides the row, as bits: withheld, does not collect killed, does not collect wounded. */
function countedBits({ size, numbers }: Losses): Uint8Array {
  const bits = new Uint8Array(size)
  for (let loss = 0; loss < size; loss++) {
    const at = loss * STRIDE
    bits[loss] =
      (numbers[at + HIDDEN] as number) |
      ((numbers[at + NO_KILLED] as number) << 1) |
      ((numbers[at + NO_WOUNDED] as number) << 2)
  }
  return bits
}

/** Adds `incidents` of such bits, but none of their figures: the first COUNTS numbers of a group. */
export function addCounts(sums: Float64Array, at: number, bits: number, incidents: number): void {
  add(sums, at, incidents)
  if (bits & 4) add(sums, at + NO_WOUNDED, incidents)
  if (bits & 2) add(sums, at + NO_KILLED, incidents)
  if (bits & 1) add(sums, at + HIDDEN, incidents)
}
