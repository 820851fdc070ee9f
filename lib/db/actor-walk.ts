import type { Viewer } from '@/lib/access/viewer'
import type { Filter } from '@/lib/analysis/filter'
import { Prisma } from '@/prisma/generated/client'
import { matching, meant } from './filter-sql'
import type { Database } from './transaction'

/** An actor that a filter means, itself or as part of one that it asks for, for as long as that held. */
interface MeantActor {
  id: number
  /** First and last day, or ±infinity. */
  since: string
  until: string
}

/** Which stretch of an ordered list: a condition on `party p`, whose order is that of its incident, the order, and how many. */
interface Stretch {
  beyond: Prisma.Sql
  descending: boolean
  limit: number
}

/** Whether a filter asks for actors, so that `idsByActor` can find what it asks for. */
export const asksForActors = ({ actors, parties }: Filter): boolean => actors.length + parties.length > 0

/**
 * Ids of the first incidents of `filter` beyond a position, as a query: each meant actor's parties are walked in order
 * until there are enough of them, so that what an actor's list takes does not grow with what the actor did. In no order,
 * and with a few more than asked for, since each of the actors brings its own.
 */
export async function idsByActor(
  db: Database,
  filter: Filter,
  viewer: Viewer,
  { beyond, descending, limit }: Stretch,
): Promise<Prisma.Sql> {
  const [first, ...others] = filter.parties
  const walked =
    first !== undefined && filter.actors.length === 0 ? [always(first)] : await meantBy(db, filter.actors)
  const besides = filter.actors.length === 0 ? others : filter.parties
  const { incidents, inside } = await matching(db, { ...filter, actors: [], parties: [] }, viewer)
  const direction = Prisma.raw(descending ? 'desc' : 'asc')
  return Prisma.sql`
    select w.incident_id from unnest(${walked.map(({ id }) => id)}::int[], ${walked.map(({ since }) => since)}::date[],
      ${walked.map(({ until }) => until)}::date[]) m(id, since, until)
    cross join lateral (
      select distinct p.sort_on, p.incident_id
      from party p join ${incidents} i on i.id = p.incident_id
      where p.actor_id = m.id and ${beyond} and ${inside}
        and (i.start_on is null or i.start_on <= m.until) and (i.end_on is null or i.end_on >= m.since)
        and ${Prisma.join([Prisma.sql`true`, ...besides.map(isPartyOf)], ' and ')}
      order by p.sort_on ${direction}, p.incident_id ${direction} limit ${limit}
    ) w`
}

const always = (id: number): MeantActor => ({ id, since: '-infinity', until: 'infinity' })

async function meantBy(db: Database, actors: number[]): Promise<MeantActor[]> {
  return await db.$queryRaw<MeantActor[]>`
    ${meant(actors)} select id, since::text, until::text from meant`
}

/** Asked of one incident after another (`offset 0`), not of a list of all of the actor's. */
const isPartyOf = (actor: number): Prisma.Sql => Prisma.sql`exists (
  select from party also where also.incident_id = p.incident_id and also.actor_id = ${actor}::int offset 0)`
