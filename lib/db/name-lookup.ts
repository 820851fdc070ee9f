import { fold, foldedWords } from '@/lib/text/fold'
import { type NameCandidate, nearKeys, rankMatches } from '@/lib/text/near'
import { Prisma } from '@/prisma/generated/client'
import { database } from './client'

type Candidate = NameCandidate & { id: number }

/** How many candidates each way of finding hands to the ranking. */
const mostEach = 60

/**
 * Ids of places by name in any script, the likeliest first: the same name, names that begin with what was typed, names with
 * one wrong letter in a word of four letters or more. Divisions weigh less than their namesake cities.
 */
export async function lookUpPlaces(query: string, most: number): Promise<number[]> {
  const ways = filtersFor(fold(query)).map(
    (filter) => Prisma.sql`(
    select p.id, n.folded,
      case when p.kind in ('division', 'district') then p.population / 100 else p.population end as population
    from place_name n join place p on p.id = n.place_id
    where ${filter}
    order by p.population desc, p.id limit ${mostEach})`,
  )
  return ranked(query, ways, most)
}

/** The same for actors, also by a part of their name. */
export async function lookUpActors(query: string, most: number): Promise<number[]> {
  const folded = fold(query)
  const filters =
    folded === '' ? [] : [...filtersFor(folded), Prisma.sql`folded like ${`%${escaped(folded)}%`}`]
  const ways = filters.map(
    (filter) => Prisma.sql`(
    select actor_id as id, folded, 0 as population from actor_name
    where ${filter}
    order by length(folded), actor_id limit ${mostEach})`,
  )
  return ranked(query, ways, most)
}

async function ranked(query: string, ways: Prisma.Sql[], most: number): Promise<number[]> {
  if (ways.length === 0) return []
  const found = await database().$queryRaw<Candidate[]>(Prisma.join(ways, ' union all '))
  return [...new Set(rankMatches(query, found).map(({ id }) => id))].slice(0, most)
}

/** The same name; names beginning with it; names holding a word that is, or is one letter from, the longest one typed. */
function filtersFor(folded: string): Prisma.Sql[] {
  if (folded === '') return []
  const longest = foldedWords(folded).reduce((a, b) => (b.length > a.length ? b : a))
  return [
    Prisma.sql`folded = ${folded}`,
    Prisma.sql`folded like ${`${escaped(folded)}%`}`,
    Prisma.sql`waqai_near_keys(folded) && ${nearKeys(longest)}::text[]`,
  ]
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')
