import type { Filter } from '../filter'
import { askedActors } from './asked-actors'
import type { Casts } from './casts'
import type { Facts } from './facts'

/** Whether a cast is asked for: whenever it was, at times only, or never. */
export const NEVER = 0
export const AT_TIMES = 1
const ALWAYS = 2

/** Of each cast whether it passes `actors`, who bring what was part of them at the time, and all of `parties`. */
export function castsAsked(
  { size, offset, actor }: Casts,
  { actors, partOf }: Facts,
  filter: Filter,
): Uint8Array {
  if (filter.actors.length + filter.parties.length === 0) return new Uint8Array(size).fill(ALWAYS)
  const asked = askedActors(actors, partOf, filter.actors)
  const needed = filter.parties.map((id) => actors.findIndex((one) => one.id === id))
  const isMeant = Uint8Array.from(actors, (_, index) =>
    asked.always[index] === 1 ? ALWAYS : asked.stretches.has(index) ? AT_TIMES : NEVER,
  )
  const passes = new Uint8Array(size)
  if (asked.isAny) passes.fill(ALWAYS)
  else passThoseOf(passes, offset, actor, isMeant)
  for (const index of needed) keepThoseOf(passes, offset, actor, index)
  return passes
}

/** Lets a cast pass as the one of its actors who is meant the most. */
function passThoseOf(passes: Uint8Array, offset: Uint32Array, actor: Uint32Array, isMeant: Uint8Array): void {
  for (let cast = 0; cast < passes.length; cast++) {
    const past = offset[cast + 1] as number
    let most = NEVER
    for (let k = offset[cast] as number; k < past; k++)
      most = Math.max(most, isMeant[actor[k] as number] as number)
    passes[cast] = most
  }
}

/** Lets no cast pass in which an actor is not itself. */
function keepThoseOf(passes: Uint8Array, offset: Uint32Array, actor: Uint32Array, index: number): void {
  for (let cast = 0; cast < passes.length; cast++) {
    const past = offset[cast + 1] as number
    let k = offset[cast] as number
    while (k < past && actor[k] !== index) k++
    if (k === past) passes[cast] = NEVER
  }
}
