import type { Viewer } from '@/lib/access/viewer'
import { fold, foldedWords } from '@/lib/text/fold'
import { type NameCandidate, nearWords, rankMatches } from '@/lib/text/near'
import { Prisma } from '@/prisma/generated/client'
import { seenActors, seenPlaces } from './seen-registry'
import { readConsistently } from './transaction'

type Candidate = NameCandidate & { id: number }

/** How many candidates each way of finding hands to the ranking, and how many a single word may have at all. */
const mostEach = 60
const mostNear = 5000
/** Somebody is typing: later than this nobody waits for it. */
const LONGEST_MS = 6_000

/**
 * Ids of places that the viewer may know of by name in any script, the likeliest first: the same name, names that begin with what was typed, names with
 * one wrong letter in a word of four letters or more. Divisions weigh less than their namesake cities.
 */
export function lookUpPlaces(viewer: Viewer, query: string, most: number): Promise<number[]> {
  return lookUp(
    Prisma.sql`place_name`,
    query,
    most,
    (filter) => Prisma.sql`(
    select p.id, n.folded,
      case when p.kind in ('division', 'district') then p.population / 100 else p.population end as population
    from place_name n join place p on p.id = n.place_id
    where ${filter} and ${seenPlaces(viewer)}
    order by p.population desc, p.id limit ${mostEach})`,
  )
}

/** The same for actors, also by a part of their name. */
export function lookUpActors(viewer: Viewer, query: string, most: number): Promise<number[]> {
  return lookUp(
    Prisma.sql`actor_name`,
    query,
    most,
    (filter, folded) => Prisma.sql`(
    select n.actor_id as id, n.folded, 0 as population
    from actor_name n join actor a on a.id = n.actor_id
    where (${filter} or n.folded like ${`%${escaped(folded)}%`}) and ${seenActors(viewer)}
    order by length(n.folded), n.actor_id limit ${mostEach})`,
  )
}

async function lookUp(
  names: Prisma.Sql,
  query: string,
  most: number,
  candidates: (filter: Prisma.Sql, folded: string) => Prisma.Sql,
): Promise<number[]> {
  const folded = fold(query)
  if (folded === '') return []
  const found = await readConsistently(async (db) => {
    const near = await nearNames(db, names, folded)
    const filters = [
      Prisma.sql`n.folded = ${folded}`,
      Prisma.sql`n.folded like ${`${escaped(folded)}%`}`,
      Prisma.sql`n.id = any(${near}::int[])`,
    ]
    const ways = filters.map((filter) => candidates(filter, folded))
    return db.$queryRaw<Candidate[]>(Prisma.join(ways, ' union all '))
  }, LONGEST_MS)
  return [...new Set(rankMatches(query, found).map(({ id }) => id))].slice(0, most)
}

/**
 * Ids of the names with a word that is, or is one letter from, the longest one typed. Word by word, each through the index, and
 * as a query of its own: the planner takes hundreds of words for hundreds of thousands of rows.
 */
async function nearNames(db: Prisma.TransactionClient, names: Prisma.Sql, folded: string): Promise<number[]> {
  const longest = foldedWords(folded).reduce((a, b) => (b.length > a.length ? b : a))
  const rows = await db.$queryRaw<{ id: number }[]>`
    select near.id from unnest(${nearWords(longest)}::text[]) word(text) cross join lateral (
      select id from ${names} where string_to_array(folded, ' ') @> array[word.text] offset 0) near
    limit ${mostNear}`
  return rows.map(({ id }) => id)
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')
