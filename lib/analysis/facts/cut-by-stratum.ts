import { Tuples } from './tuples'

/** Groups cut into parts, each of one stratum: sums of the parts tell those of groups whatever strata are asked for. */
export interface Cut {
  size: number
  /** The part of each of what was grouped. */
  part: Uint32Array
  /** By part: its group and its stratum. */
  group: Uint32Array
  stratum: Uint32Array
}

/** How many numbers a table may have that is looked up at once. */
const MOST_IN_TABLE = 2 ** 22

/** Cuts groups: of the `i`th of what is grouped, the group and the stratum, of so many each. */
export function cutByStratum(
  group: ArrayLike<number>,
  stratum: ArrayLike<number>,
  groups: number,
  strata: number,
): Cut {
  const partOf = groups * strata <= MOST_IN_TABLE ? byTable(groups, strata) : byTuples()
  const part = new Uint32Array(group.length)
  const found = { group: [] as number[], stratum: [] as number[] }
  for (let i = 0; i < part.length; i++) {
    const [of, within] = [group[i] as number, stratum[i] as number]
    const number = partOf(of, within)
    if (number === found.group.length) {
      found.group.push(of)
      found.stratum.push(within)
    }
    part[i] = number
  }
  return {
    size: found.group.length,
    part,
    group: Uint32Array.from(found.group),
    stratum: Uint32Array.from(found.stratum),
  }
}

/** The number of a pair, counted from 0 as they are met. */
type PartOf = (group: number, stratum: number) => number

function byTable(groups: number, strata: number): PartOf {
  const table = new Uint32Array(groups * strata)
  let size = 0
  return (group, stratum) => {
    const at = group * strata + stratum
    if (table[at] === 0) table[at] = ++size
    return (table[at] as number) - 1
  }
}

function byTuples(): PartOf {
  const tuples = new Tuples()
  const pair = new Uint32Array(2)
  return (group, stratum) => {
    pair[0] = group
    pair[1] = stratum
    return tuples.numberOf(pair, 2)
  }
}
