import { type Kind, type KindType, kindTypes, typeOfKind } from '@/lib/incident/kinds'
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

/** The lanes of a timeline, from what the other views show and of which types there are any incidents. */
export function lanesShown(kind: LaneKind, types: readonly KindType[], answer: LaneRows): Lane[] {
  if (kind === 'type') return types.map((type) => ({ of: 'type', type }))
  const own: Lane[] =
    kind === 'actor'
      ? answer.byActor.rows.map(({ actor, names }) => ({ of: 'actor', id: actor, names }))
      : answer.byPlace.rows.map(({ place, names }) => ({ of: 'place', id: place, names }))
  return [...own.slice(0, OWN_LANES), { of: 'others' }]
}

/** The ids of the actors or places that have a lane of their own, in the order of the lanes. */
export const ownLanes = (lanes: readonly Lane[]): number[] =>
  lanes.flatMap((lane) => ('id' in lane ? [lane.id] : []))

/** The types of some kinds, in their order. */
export const typesOf = (here: ReadonlySet<Kind>): KindType[] =>
  kindTypes.filter((type) => [...here].some((kind) => typeOfKind(kind) === type))

/** Tells the lanes whose bits are set, in their order; the one of all others, where none is. */
export function tellLanes(set: number, others: number, tell: (lane: number) => void): void {
  if (set === 0) tell(others)
  for (let lane = 0; lane < others; lane++) if (set & (1 << lane)) tell(lane)
}

type LaneRows = Pick<Answer, 'byActor' | 'byPlace'>

/** The types of the kinds of any row. */
export function typesIn({ kind, kinds }: Facts): KindType[] {
  const here = new Set(kind)
  return typesOf(new Set(kinds.filter((_, at) => here.has(at))))
}

export interface Lanes {
  lanes: Lane[]
  lanesOf: LanesOf
}

/** The same of some facts that have these types, and which of them a row is in. */
export function lanesFor(kind: LaneKind, facts: Facts, types: readonly KindType[], answer: LaneRows): Lanes {
  const lanes = lanesShown(kind, types, answer)
  const own = ownLanes(lanes)
  if (kind === 'type') return { lanes, lanesOf: byType(facts, types) }
  return { lanes, lanesOf: kind === 'actor' ? byActor(facts, own) : byPlace(facts, own) }
}

function byType({ kind, kinds }: Facts, types: readonly KindType[]): LanesOf {
  const laneOf = Uint8Array.from(kinds, (one) => Math.max(0, types.indexOf(typeOfKind(one))))
  return (row, tell) => tell(laneOf[kind[row] as number] as number)
}

function byActor({ actors, parties }: Facts, own: readonly number[]): LanesOf {
  const others = own.length
  const laneOf = Int16Array.from(actors, ({ id }) => own.indexOf(id))
  return (row, tell) => {
    // One bit a lane: an actor that has two parts is in its lane once.
    let told = 0
    for (let p = parties.offset[row] as number; p < (parties.offset[row + 1] as number); p++) {
      const lane = laneOf[parties.actor[p] as number] as number
      if (lane >= 0) told |= 1 << lane
    }
    tellLanes(told, others, tell)
  }
}

function byPlace({ places, place }: Facts, own: readonly number[]): LanesOf {
  // The row of the nearest place, where one lies in another.
  const laneOf = Uint8Array.from(places, ({ path }) => {
    const nearest = path.findLast((id) => own.includes(id))
    return nearest === undefined ? own.length : own.indexOf(nearest)
  })
  return (row, tell) => tell(laneOf[place[row] as number] as number)
}
