import type { Facts } from './facts'
import { KILLED_TOLD, type LossesFound, WOUNDED_TOLD } from './losses'
import { Tuples } from './tuples'

/**
 * Rows alike in all that views count but time: of one cast and so of one stratum, in one country, with the same figures of the
 * incident and of its sides. A step counts the rows of each pattern, and what the views show are sums of
 * patterns, of which there are far fewer than rows: the same few fight in the same few ways.
 */
export interface Patterns {
  size: number
  /** The pattern of each row. */
  ofRow: Uint16Array | Uint32Array
  /** By pattern: its cast and the stratum of that, its country as a place in the list of countries, its loss. */
  cast: Uint32Array
  stratum: Uint32Array
  country: Uint32Array
  loss: Uint32Array
  /** Sides whose own loss is told: those of pattern `i` from `from[i]` to before `from[i + 1]`. */
  sides: { from: Uint32Array; actor: Uint32Array; loss: Uint32Array }
}

/** What each row is told apart by. */
export interface Traits {
  cast: Uint32Array
  country: Uint32Array
  loss: Uint32Array
  /** By party. */
  sides: LossesFound
}

const CAST = 0
const COUNTRY = 1
const LOSS = 2
/** From there on an actor and its loss, for each side. */
const SIDES = 3

export function patternsOf({ parties }: Facts, traits: Traits, stratumOf: Uint32Array): Patterns {
  const { losses, of } = traits.sides
  const tuples = new Tuples()
  let tuple = new Uint32Array(16)
  const ofRow = new Uint32Array(traits.cast.length)
  for (let row = 0; row < ofRow.length; row++) {
    const [first, past] = [parties.offset[row] as number, parties.offset[row + 1] as number]
    if (SIDES + 2 * (past - first) > tuple.length) tuple = new Uint32Array(SIDES + 4 * (past - first))
    tuple[CAST] = traits.cast[row] as number
    tuple[COUNTRY] = traits.country[row] as number
    tuple[LOSS] = traits.loss[row] as number
    let length = SIDES
    for (let p = first; p < past; p++) {
      const loss = of[p] as number
      if (((losses.traits[loss] as number) & (KILLED_TOLD | WOUNDED_TOLD)) === 0) continue
      tuple[length++] = parties.actor[p] as number
      tuple[length++] = loss
    }
    ofRow[row] = tuples.numberOf(tuple, length)
  }
  return { ...columnsOf(tuples, stratumOf), ofRow: tuples.size <= 0x1_0000 ? Uint16Array.from(ofRow) : ofRow }
}

function columnsOf({ size, starts, values }: Tuples, stratumOf: Uint32Array): Omit<Patterns, 'ofRow'> {
  const column = (k: number) =>
    Uint32Array.from({ length: size }, (_, one) => values[(starts[one] as number) + k] as number)
  const cast = column(CAST)
  const from = new Uint32Array(size + 1)
  const [actor, loss]: [number[], number[]] = [[], []]
  for (let one = 0; one < size; one++) {
    for (let k = (starts[one] as number) + SIDES; k < (starts[one + 1] as number); k += 2) {
      actor.push(values[k] as number)
      loss.push(values[k + 1] as number)
    }
    from[one + 1] = actor.length
  }
  return {
    ...{ size, cast, country: column(COUNTRY), loss: column(LOSS) },
    stratum: cast.map((one) => stratumOf[one] as number),
    sides: { from, actor: Uint32Array.from(actor), loss: Uint32Array.from(loss) },
  }
}
