import { addRows } from './add-losses'
import type { Facts } from './facts'
import type { Losses } from './losses'
import { addGroup, incidentsAt, newSums, STRIDE } from './sums'
import { Tuples } from './tuples'

/** What rows are sorted by: places in the lists of words, of the sets of means, and of countries. */
export type StratumKey = 'kind' | 'dataset' | 'status' | 'grade' | 'means' | 'country'

/**
 * Rows sorted into strata: those alike in some columns. There are few strata, so views by these columns are sums of
 * strata; and filtering by one of them moves no row from one sum to another.
 */
export interface Strata {
  size: number
  /** The stratum of each row. */
  ofRow: Uint32Array
  /** By stratum: what its rows have in common. */
  keys: Partial<Record<StratumKey, Uint32Array>>
}

/** Strata of the rows alike in all of some columns. */
export function strataOf(columns: Partial<Record<StratumKey, ArrayLike<number>>>, rows: number): Strata {
  const names = Object.keys(columns) as StratumKey[]
  const lists = Object.values(columns)
  const tuples = new Tuples()
  const tuple = new Uint32Array(lists.length)
  const ofRow = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < lists.length; k++) tuple[k] = (lists[k] as ArrayLike<number>)[row] as number
    ofRow[row] = tuples.numberOf(tuple, lists.length)
  }
  const { size, values } = tuples
  const key = (k: number) =>
    Uint32Array.from({ length: size }, (_, one) => values[one * lists.length + k] as number)
  return {
    size,
    ofRow,
    keys: Object.fromEntries(names.map((name, k) => [name, key(k)])),
  }
}

/** By row its country, as a place in the list of countries; and these, as places in the list of places. */
export function countriesOf({ places, place }: Facts): { ofRow: Uint32Array; countries: number[] } {
  const indexOf = new Map(places.map(({ id }, index) => [id, index]))
  const home = places.map(({ path }, index) => indexOf.get(path[0] as number) ?? index)
  const countries = [...new Set(home)]
  const numberOf = new Map(countries.map((index, number) => [index, number]))
  const ofPlace = Uint32Array.from(home, (index) => numberOf.get(index) as number)
  return { ofRow: place.map((index) => ofPlace[index] as number), countries }
}

/** Sums by stratum over some of the rows. */
export class StrataTally {
  readonly sums: Float64Array
  readonly columns: readonly Float64Array[]
  readonly strata: Strata
  readonly #losses: Losses

  constructor(strata: Strata, losses: Losses) {
    this.strata = strata
    this.#losses = losses
    this.sums = newSums(strata.size)
    this.columns = [this.sums]
  }

  get incidents(): number {
    let incidents = 0
    for (let at = 0; at < this.sums.length; at += STRIDE) incidents += incidentsAt(this.sums, at)
    return incidents
  }

  /** Adds rows, or takes them away where `sign` is -1. */
  add(rows: Uint32Array, sign: 1 | -1): void {
    addRows(this.sums, this.strata.ofRow, this.#losses, rows, sign)
  }

  /** Adds the strata that fail nothing but `leftOut` to the group of their key, or takes them away. */
  addUp(into: Float64Array, key: StratumKey, fails: ArrayLike<number>, leftOut: number, sign: 1 | -1): void {
    const groupOf = this.strata.keys[key] as Uint32Array
    for (let stratum = 0; stratum < this.strata.size; stratum++) {
      const at = stratum * STRIDE
      if (this.sums[at] === 0 || ((fails[stratum] as number) & ~leftOut) !== 0) continue
      addGroup(into, (groupOf[stratum] as number) * STRIDE, this.sums, at, sign)
    }
  }
}
