import { type Kind, type KindType, kindTypes, typeOfKind } from '@/lib/incident/kinds'
import type { NamesByLanguage } from '../summary'
import type { Answer } from './answer'
import type { Facts } from './facts'
import type { Known } from './known'

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

type LaneRows = Pick<Answer, 'byActor' | 'byPlace'>

/** The types of the kinds of any row. */
export function typesIn({ kind, kinds }: Facts): KindType[] {
  const isHere = new Uint8Array(kinds.length)
  for (let row = 0; row < kind.length; row++) isHere[kind[row] as number] = 1
  return typesOf(new Set(kinds.filter((_, at) => isHere[at] === 1)))
}

export interface Lanes {
  lanes: Lane[]
  /** By pattern: which of them its rows are in, a bit each. */
  sets: Uint16Array
}

/** The same of some facts that have these types, and which of them the rows of each pattern are in. */
export function lanesFor(
  kind: LaneKind,
  facts: Facts,
  known: Known,
  types: readonly KindType[],
  answer: LaneRows,
): Lanes {
  const lanes = lanesShown(kind, types, answer)
  const own = ownLanes(lanes)
  if (kind === 'type') return { lanes, sets: byType(facts, known, types) }
  return { lanes, sets: kind === 'actor' ? byActor(facts, known, own) : byCountry(facts, known, own) }
}

/** The bit of one of a list, or that of all others. */
const bitIn = <T>(own: readonly T[], one: T): number => {
  const lane = own.indexOf(one)
  return 1 << (lane < 0 ? own.length : lane)
}

function byType({ kinds }: Facts, { patterns, strata }: Known, types: readonly KindType[]): Uint16Array {
  const ofKind = kinds.map((one) => bitIn(types, typeOfKind(one)))
  return Uint16Array.from(
    patterns.stratum,
    (stratum) => ofKind[strata.keys.kind[stratum] as number] as number,
  )
}

/** An actor that has two parts is in its lane once. */
function byActor({ actors }: Facts, { patterns, casts }: Known, own: readonly number[]): Uint16Array {
  const others = 1 << own.length
  const ofActor = actors.map(({ id }) => bitIn(own, id) & ~others)
  const ofCast = Uint16Array.from({ length: casts.size }, (_, cast) => {
    let set = 0
    for (let k = casts.offset[cast] as number; k < (casts.offset[cast + 1] as number); k++)
      set |= ofActor[casts.actor[k] as number] as number
    return set || others
  })
  return Uint16Array.from(patterns.cast, (cast) => ofCast[cast] as number)
}

/** The view of places shows countries. */
function byCountry({ places }: Facts, { patterns, countries }: Known, own: readonly number[]): Uint16Array {
  const ofCountry = countries.map((index) => bitIn(own, places[index]?.id ?? 0))
  return Uint16Array.from(patterns.country, (country) => ofCountry[country] as number)
}
