import { fold } from '@/lib/text/fold'
import { database } from './client'

/** Ids of places whose name begins with, holds or resembles the words asked for; the best first. */
export async function lookUpPlaces(query: string, most: number): Promise<number[]> {
  const folded = fold(query)
  const rows = await database().$queryRaw<{ id: number }[]>`
    select n.place_id as id from place_name n join place p on p.id = n.place_id
    where n.folded like ${`${folded}%`} or n.folded % ${folded}
    group by n.place_id, p.population
    order by bool_or(n.folded = ${folded}) desc, bool_or(starts_with(n.folded, ${folded})) desc,
      max(similarity(n.folded, ${folded})) desc, p.population desc
    limit ${most}`
  return rows.map(({ id }) => id)
}

/** The same for actors. */
export async function lookUpActors(query: string, most: number): Promise<number[]> {
  const folded = fold(query)
  const rows = await database().$queryRaw<{ id: number }[]>`
    select actor_id as id from actor_name
    where folded like ${`%${folded}%`} or folded % ${folded}
    group by actor_id
    order by bool_or(folded = ${folded}) desc, bool_or(starts_with(folded, ${folded})) desc,
      max(similarity(folded, ${folded})) desc, actor_id
    limit ${most}`
  return rows.map(({ id }) => id)
}
