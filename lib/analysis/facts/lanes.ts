import { type KindType, kindTypes, typeOfKind } from '@/lib/incident/kinds'
import type { NamesByLanguage } from '../summary'
import type { Answer } from './answer'
import type { Facts } from './facts'
import type { LanesOf } from './time-window'

/** By what a timeline is cut into lanes. */
export const laneKinds = ['type', 'actor', 'place'] as const
export type LaneKind = (typeof laneKinds)[number]

/** A lane: of a type, of an actor or place by id and names, or of whatever is in none of the others. */
export type Lane =
  | { of: 'type'; type: KindType }
  | { of: 'actor' | 'place'; id: number; names: NamesByLanguage }
  | { of: 'others' }

/** The most actors or places that have a lane of their own. */
const OWN_LANES = 6

/** The lanes of a timeline, from what the other views show, and which of them a row is in. */
export function lanesFor(kind: LaneKind, facts: Facts, answer: Answer): { lanes: Lane[]; lanesOf: LanesOf } {
  if (kind === 'type') return byType(facts)
  return kind === 'actor' ? byActor(facts, answer) : byPlace(facts, answer)
}

function byType({ kind, kinds }: Facts): { lanes: Lane[]; lanesOf: LanesOf } {
  const here = new Set(kind)
  const types = kindTypes.filter((type) => kinds.some((one, at) => here.has(at) && typeOfKind(one) === type))
  const laneOf = Uint8Array.from(kinds, (one) => Math.max(0, types.indexOf(typeOfKind(one))))
  return {
    lanes: types.map((type) => ({ of: 'type', type })),
    lanesOf: (row, tell) => tell(laneOf[kind[row] as number] as number),
  }
}

function byActor(
  { actors, parties }: Facts,
  { byActor: { rows } }: Answer,
): { lanes: Lane[]; lanesOf: LanesOf } {
  const own = rows.slice(0, OWN_LANES)
  const others = own.length
  const laneOf = Int16Array.from(actors, ({ id }) => own.findIndex(({ actor }) => actor === id))
  const lanesOf: LanesOf = (row, tell) => {
    // One bit a lane: an actor that has two parts is in its lane once.
    let told = 0
    for (let p = parties.offset[row] as number; p < (parties.offset[row + 1] as number); p++) {
      const lane = laneOf[parties.actor[p] as number] as number
      if (lane < 0 || told & (1 << lane)) continue
      told |= 1 << lane
      tell(lane)
    }
    if (told === 0) tell(others)
  }
  const lanes = own.map(({ actor, names }): Lane => ({ of: 'actor', id: actor, names }))
  return { lanes: [...lanes, { of: 'others' }], lanesOf }
}

function byPlace(
  { places, place }: Facts,
  { byPlace: { rows } }: Answer,
): { lanes: Lane[]; lanesOf: LanesOf } {
  const own = rows.slice(0, OWN_LANES)
  const others = own.length
  // The row of the nearest place, where one lies in another.
  const laneOf = Uint8Array.from(places, ({ path }) => {
    const nearest = path.findLast((id) => own.some((row) => row.place === id))
    return nearest === undefined ? others : own.findIndex((row) => row.place === nearest)
  })
  const lanes = own.map((row): Lane => ({ of: 'place', id: row.place, names: row.names }))
  return {
    lanes: [...lanes, { of: 'others' }],
    lanesOf: (row, tell) => tell(laneOf[place[row] as number] as number),
  }
}
