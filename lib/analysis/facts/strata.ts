import type { Facts } from './facts'
import { filled } from './filled'
import { addGroup, STRIDE } from './sums'
import { Tuples } from './tuples'

/**
 * Rows sorted into strata: those alike in some columns. There are few strata, so views by these columns are sums of
 * strata; and filtering by one of them moves no row from one sum to another.
 */
export interface Strata {
  size: number
  /** By stratum: what its rows have in common, as places in the lists of words, and of the sets of means. */
  keys: Record<'kind' | 'dataset' | 'status' | 'grade' | 'means', Uint32Array>
}

/** Strata of the rows, of which the sets of means are given, and the one of each row. */
export function strataOf(
  { kind, dataset, status, grade }: Facts,
  means: Uint32Array,
): { strata: Strata; of: Uint32Array } {
  const tuples = new Tuples()
  const tuple = new Uint32Array(5)
  const of = new Uint32Array(kind.length)
  for (let row = 0; row < of.length; row++) {
    tuple[0] = kind[row] as number
    tuple[1] = dataset[row] as number
    tuple[2] = status[row] as number
    tuple[3] = grade[row] as number
    tuple[4] = means[row] as number
    of[row] = tuples.numberOf(tuple, 5)
  }
  const { size, values } = tuples
  const key = (k: number) => Uint32Array.from({ length: size }, (_, one) => values[one * 5 + k] as number)
  const keys = { kind: key(0), dataset: key(1), status: key(2), grade: key(3), means: key(4) }
  return { strata: { size, keys }, of }
}

/** By row its country, as a place in the list of countries; and these, as places in the list of places. */
export function countriesOf({ places, place }: Facts): { of: Uint32Array; countries: number[] } {
  const indexOf = new Map(places.map(({ id }, index) => [id, index]))
  const home = places.map(({ path }, index) => indexOf.get(path[0] as number) ?? index)
  const countries = [...new Set(home)]
  const numberOf = new Map(countries.map((index, number) => [index, number]))
  const ofPlace = Uint32Array.from(home, (index) => numberOf.get(index) as number)
  return {
    of: filled(new Uint32Array(place.length), (row) => ofPlace[place[row] as number] as number),
    countries,
  }
}

/** Adds the sums of the strata that fail nothing but `leftOut` to the group of each. */
export function addStrata(
  into: Float64Array,
  groupOf: Uint32Array,
  sums: Float64Array,
  fails: Uint16Array,
  leftOut: number,
): void {
  for (let stratum = 0; stratum < groupOf.length; stratum++) {
    const at = stratum * STRIDE
    if (sums[at] === 0 || ((fails[stratum] as number) & ~leftOut) !== 0) continue
    addGroup(into, (groupOf[stratum] as number) * STRIDE, sums, at)
  }
}
