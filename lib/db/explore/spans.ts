import type { Viewer } from '@/lib/access/viewer'
import { NO_DAY } from '@/lib/analysis/facts/facts'
import type { LaneKind } from '@/lib/analysis/facts/lanes'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import { type Kind, kinds } from '@/lib/incident/kinds'
import { Prisma } from '@/prisma/generated/client'
import { placeInList, readColumns } from '../fact-columns'
import { dayOf } from '../fact-incidents'
import type { Database } from '../transaction'
import { presentIncidents } from '../visible-to'

/** What a timeline shows of all incidents that somebody may read, whatever the filter. */
export interface TimeWorld {
  extent: TimeWindow | null
  kinds: Set<Kind>
}

export async function timeWorld(db: Database, viewer: Viewer): Promise<TimeWorld> {
  const rows = await db.$queryRaw<{ kind: Kind; from: number; to: number }[]>`
    select i.kind, min(least(i.start_on, i.end_on)) - date '1970-01-01' "from",
      max(greatest(i.start_on, i.end_on)) - date '1970-01-01' + 1 "to"
    from incident i where ${presentIncidents(viewer)} group by 1`
  const extent = {
    from: Math.min(...rows.map((row) => row.from)),
    to: Math.max(...rows.map((row) => row.to)),
  }
  return { extent: rows.length === 0 ? null : extent, kinds: new Set(rows.map(({ kind }) => kind)) }
}

/** Which incidents a timeline draws, and by what it is cut into lanes. */
export interface Spanning {
  /** The incidents, for `from … i`, and the condition on them. */
  from: Prisma.Sql
  where: Prisma.Sql
  window: TimeWindow
  lanes: LaneKind
  /** Ids of the actors or places with lanes of their own. */
  own: readonly number[]
}

/**
 * Incidents of the same span and lanes, as many as `weight` says. `lane` is the place of their kind in the list, or has a
 * bit for each lane that they are in.
 */
export type Spans = Record<'start' | 'end' | 'lane' | 'weight', Int32Array>

export function spansIn(db: Database, asked: Spanning): Promise<Spans> {
  const { join, lane } = lanesOf(asked)
  const spans = Prisma.sql`(
    select i.start_on, i.end_on, ${lane} lane, count(*)::int weight
    from ${asked.from} i ${join} where ${asked.where} and ${reachesInto(asked.window)} group by 1, 2, 3)`
  return readColumns(
    db,
    {
      start: dayOf('s.start_on'),
      end: dayOf('s.end_on'),
      lane: Prisma.sql`s.lane`,
      weight: Prisma.sql`s.weight`,
    },
    { from: Prisma.sql`${spans} s`, where: Prisma.sql`true`, id: null },
  )
}

/** One of them by itself. */
export interface SpanOfOne {
  id: number
  start: number
  end: number
  lane: number
  lasting: boolean
}

/** The same one by one, in the order of facts, for where they are few. */
export async function singlesIn(db: Database, asked: Spanning): Promise<SpanOfOne[]> {
  return await ones(db, asked, Prisma.sql`true`, Prisma.sql`i.sort_on, i.id`)
}

/** Of those that went on for more than a day the longest, an open end before all that are known; at most so many. */
export async function longestIn(db: Database, asked: Spanning, most: number): Promise<SpanOfOne[]> {
  const wentOn = Prisma.sql`i.when_sense = 'throughout' and i.start_on is distinct from i.end_on`
  return await ones(
    db,
    asked,
    wentOn,
    Prisma.sql`i.end_on - i.start_on desc nulls first, i.sort_on, i.id limit ${most}`,
  )
}

async function ones(
  db: Database,
  asked: Spanning,
  which: Prisma.Sql,
  order: Prisma.Sql,
): Promise<SpanOfOne[]> {
  const { join, lane } = lanesOf(asked)
  return await db.$queryRaw<SpanOfOne[]>`
    select i.id, ${dayOf('i.start_on')} start, ${dayOf('i.end_on')} "end", ${lane} lane,
      i.when_sense = 'throughout' lasting
    from ${asked.from} i ${join} where ${asked.where} and ${reachesInto(asked.window)} and ${which}
    order by ${order}`
}

/** As lib/analysis/facts/time-window.ts says it. */
const reachesInto = ({ from, to }: TimeWindow): Prisma.Sql => Prisma.sql`
  (i.start_on is null or ${dayOf('i.start_on')} < ${to}::float8)
  and (i.end_on is null or ${dayOf('i.end_on')} + 1 > ${from}::float8)`

function lanesOf({ lanes, own }: Spanning): { join: Prisma.Sql; lane: Prisma.Sql } {
  const bit = (column: string) =>
    Prisma.sql`1 << (array_position(${[...own]}::int[], ${Prisma.raw(column)}) - 1)`
  if (lanes === 'type') return { join: Prisma.empty, lane: placeInList(kinds, 'i.kind', NO_DAY) }
  if (lanes === 'place')
    return {
      join: Prisma.sql`join place home on home.id = i.place_id`,
      lane: Prisma.sql`coalesce((
        select ${bit('step.id')} from unnest(home.path) with ordinality step(id, depth)
        where step.id = any(${[...own]}::int[]) order by step.depth desc limit 1), 0)`,
    }
  return {
    join: Prisma.sql`left join (
      select p.incident_id, bit_or(${bit('p.actor_id')}) lanes from party p
      where p.actor_id = any(${[...own]}::int[]) group by 1) mine on mine.incident_id = i.id`,
    lane: Prisma.sql`coalesce(mine.lanes, 0)`,
  }
}
