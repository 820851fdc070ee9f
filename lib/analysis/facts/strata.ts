import type { Facts } from './facts'
import { addGroup, STRIDE } from './sums'
import { Tuples } from './tuples'

/** What rows are sorted by: places in the lists of words, and of the sets of means. */
export type StratumKey = 'kind' | 'dataset' | 'status' | 'grade' | 'means'

/**
 * Rows sorted into strata: those alike in some columns. There are few strata, so views by these columns are sums of
 * strata; and filtering by one of them moves no row from one sum to another.
 */
export interface Strata {
  size: number
  /** By stratum: what its rows have in common. */
  keys: Record<StratumKey, Uint32Array>
}

/** Strata of the rows alike in all columns, and the one of each row. */
export function strataOf(
  columns: Record<StratumKey, ArrayLike<number>>,
  rows: number,
): { strata: Strata; of: Uint32Array } {
  const names = Object.keys(columns) as StratumKey[]
  const lists = Object.values(columns)
  const tuples = new Tuples()
  const tuple = new Uint32Array(lists.length)
  const of = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < lists.length; k++) tuple[k] = (lists[k] as ArrayLike<number>)[row] as number
    of[row] = tuples.numberOf(tuple, lists.length)
  }
  const { size, values } = tuples
  const key = (k: number) =>
    Uint32Array.from({ length: size }, (_, one) => values[one * lists.length + k] as number)
  const keys = Object.fromEntries(names.map((name, k) => [name, key(k)])) as Strata['keys']
  return { strata: { size, keys }, of }
}

/** By row its country, as a place in the list of countries; and these, as places in the list of places. */
export function countriesOf({ places, place }: Facts): { of: Uint32Array; countries: number[] } {
  const indexOf = new Map(places.map(({ id }, index) => [id, index]))
  const home = places.map(({ path }, index) => indexOf.get(path[0] as number) ?? index)
  const countries = [...new Set(home)]
  const numberOf = new Map(countries.map((index, number) => [index, number]))
  const ofPlace = Uint32Array.from(home, (index) => numberOf.get(index) as number)
  return { of: place.map((index) => ofPlace[index] as number), countries }
}

/** Adds the sums of the strata that fail nothing but `leftOut` to the group of each. */
export function addStrata(
  into: Float64Array,
  groupOf: Uint32Array,
  sums: Float64Array,
  fails: ArrayLike<number>,
  leftOut: number,
): void {
  for (let stratum = 0; stratum < groupOf.length; stratum++) {
    const at = stratum * STRIDE
    if (sums[at] === 0 || ((fails[stratum] as number) & ~leftOut) !== 0) continue
    addGroup(into, (groupOf[stratum] as number) * STRIDE, sums, at)
  }
}
