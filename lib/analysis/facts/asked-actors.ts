import type { Casts } from './casts'
import { type Facts, NO_DAY } from './facts'

/** Days between which an actor was part of what is asked for; infinite where that is open. */
interface Stretch {
  since: number
  until: number
}

/** Actors that are meant by those asked for, by their place in the list of words. */
export interface AskedActors {
  /** Nobody is asked for, so everybody is meant. */
  isAny: boolean
  /** 1 for who is meant at all times. */
  always: Uint8Array
  /** When each is meant, of those who are at any time. */
  stretches: ReadonlyMap<number, readonly Stretch[]>
}

/** An actor brings what was, by however many steps, part of it: for as long as all of these relations held together. */
export function askedActors(
  actors: Facts['actors'],
  partOf: Facts['partOf'],
  wanted: readonly number[],
): AskedActors {
  const byId = stretchesOf(wanted, partOf)
  const stretches = new Map(actors.flatMap(({ id }, index) => entry(index, byId.get(id))))
  const isAlways = (index: number) =>
    stretches.get(index)?.some(({ since, until }) => since === -Infinity && until === Infinity) ?? false
  return {
    isAny: wanted.length === 0,
    always: Uint8Array.from(actors, (_, index) => Number(isAlways(index))),
    stretches,
  }
}

const entry = (index: number, stretches: Stretch[] | undefined): [number, Stretch[]][] =>
  stretches ? [[index, stretches]] : []

/** Whether any of a cast is meant at some day of a span, whose ends may be open. */
export function isAskedAt(
  { stretches }: AskedActors,
  { offset, actor }: Casts,
  cast: number,
  start: number,
  end: number,
): boolean {
  for (let k = offset[cast] as number; k < (offset[cast + 1] as number); k++)
    for (const { since, until } of stretches.get(actor[k] as number) ?? [])
      if ((start === NO_DAY || start <= until) && (end === NO_DAY || end >= since)) return true
  return false
}

function stretchesOf(wanted: readonly number[], partOf: Facts['partOf']): Map<number, Stretch[]> {
  const known = new Map<number, Stretch[]>()
  const queue = wanted.map((actor) => ({ actor, since: -Infinity, until: Infinity }))
  for (const { actor, since, until } of queue) {
    const stretches = known.get(actor) ?? []
    // What is known already ends circles.
    if (stretches.some((one) => one.since <= since && one.until >= until)) continue
    known.set(actor, [...stretches, { since, until }])
    for (const relation of partOf) {
      if (relation.whole !== actor) continue
      const from = Math.max(since, relation.from === NO_DAY ? -Infinity : relation.from)
      const to = Math.min(until, relation.until === NO_DAY ? Infinity : relation.until)
      if (from <= to) queue.push({ actor: relation.actor, since: from, until: to })
    }
  }
  return known
}
