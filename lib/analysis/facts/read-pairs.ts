import type { ActorSums } from './actor-sums'
import type { Answer } from './answer'
import type { Casts } from './casts'
import type { Facts } from './facts'

/** So many actors stand along each side. */
export const MOST_PAIRED = 8

/**
 * Who took part with whom, of the actors shown first: in how many incidents both did, whatever part each had. Found out
 * cast by cast, of which there are fewer than incidents.
 */
export function byPair(
  { actors }: Facts,
  { offset, actor }: Casts,
  { casts }: ActorSums,
  shown: Answer['byActor']['rows'],
): Answer['byPair'] {
  const paired = shown.slice(0, MOST_PAIRED).map(({ actor: id, names }) => ({ actor: id, names }))
  const placeOf = new Int8Array(actors.length).fill(-1)
  for (const [index, { id }] of actors.entries()) placeOf[index] = paired.findIndex((one) => one.actor === id)
  const incidents = paired.map(() => new Array<number>(paired.length).fill(0))
  for (let cast = 0; cast < casts.length; cast++) {
    const count = casts[cast] as number
    if (count === 0) continue
    const here = placesIn(actor, placeOf, offset[cast] as number, offset[cast + 1] as number)
    for (const a of here)
      for (const b of here) if (a !== b) (incidents[a] as number[])[b] = (incidents[a]?.[b] ?? 0) + count
  }
  return { actors: paired, incidents }
}

/** Those of a cast that are paired, each once: one that has two parts stands twice in a row. */
function placesIn(actor: Uint32Array, placeOf: Int8Array, from: number, past: number): number[] {
  const here: number[] = []
  for (let k = from; k < past; k++) {
    const place = placeOf[actor[k] as number] as number
    if (place >= 0 && !here.includes(place)) here.push(place)
  }
  return here
}
