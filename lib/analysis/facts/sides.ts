import type { Casts } from './casts'
import type { Facts } from './facts'
import { KILLED_TOLD, type Losses, lossesOfParties, WOUNDED_TOLD } from './losses'

/** What parties lost themselves, of those of whom that is told. */
export interface Sides {
  /** Those of row `i` are from `from[i]` to before `from[i + 1]`. */
  from: Uint32Array
  /** What its actor is in this stratum, one of the roles of casts. */
  role: Uint32Array
  loss: Uint16Array | Uint32Array
  losses: Losses
}

export function sidesOf(facts: Facts, casts: Casts): Sides {
  const { offset, actor } = facts.parties
  const losses = lossesOfParties(facts)
  const isTold = (p: number) =>
    ((losses.traits[losses.ofRow[p] as number] as number) & (KILLED_TOLD | WOUNDED_TOLD)) !== 0
  const from = new Uint32Array(offset.length)
  const role: number[] = []
  for (let row = 0; row + 1 < offset.length; row++) {
    for (let p = offset[row] as number; p < (offset[row + 1] as number); p++)
      if (isTold(p)) role.push(roleIn(casts, casts.ofRow[row] as number, actor[p] as number))
    from[row + 1] = role.length
  }
  return {
    from,
    role: Uint32Array.from(role),
    loss: losses.ofRow.filter((_, p) => isTold(p)),
    // Of the parties themselves only the ones above are still asked for.
    losses: { ...losses, ofRow: new Uint16Array(0) },
  }
}

/** What an actor of a cast is there. */
function roleIn({ offset, actor, role }: Casts, cast: number, one: number): number {
  let k = offset[cast] as number
  while (actor[k] !== one) k++
  return role[k] as number
}
