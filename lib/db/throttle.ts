import 'server-only'
import { database } from './client'

interface Counted {
  /** Points within the running window, those added now too. */
  count: number
  /** Seconds until the window ends and counting begins anew. */
  resetSeconds: number
}

/** No count goes beyond this: an integer must hold it. */
const MOST = 1_000_000_000
/** Rows that one call takes out at most. */
const SWEPT = 200

/**
 * Adds points to the count of a key in its running window, or opens one. One statement, by the database's clock: however
 * many instances count at once, each point counts.
 */
export async function countAgainst(key: string, points: number, windowSeconds: number): Promise<Counted> {
  const [row] = await database().$queryRaw<Counted[]>`
    insert into throttle as t (key, points, expire_at)
    values (${key}, ${points}, now() + make_interval(secs => ${windowSeconds}::int))
    on conflict (key) do update set
      points = case when t.expire_at <= now() then excluded.points
        else least(t.points::bigint + excluded.points, ${MOST}::bigint)::int end,
      expire_at = case when t.expire_at <= now() then excluded.expire_at else t.expire_at end
    returning points as count,
      least(${windowSeconds}::int, greatest(1, ceil(extract(epoch from expire_at - now()))))::int as "resetSeconds"`
  const counted = row ?? { count: points, resetSeconds: windowSeconds }
  // Whoever opens a window takes out what has run down, so that the table stays as small as its traffic.
  if (counted.count === points) await sweep()
  return counted
}

async function sweep(): Promise<void> {
  await database().$executeRaw`
    delete from throttle where key in (
      select key from throttle where expire_at < now() order by expire_at limit ${SWEPT} for update skip locked)`
}
