import 'server-only'
import { database } from './client'

export interface Tries {
  /** How many there were in this stretch of time, this one included. */
  count: number
  /** Seconds until they are counted anew. */
  resetS: number
}

/** Counts one try under `key`. One statement: of many at once, on whatever instance, no two get the same number. */
export async function countTry(key: string, windowS: number): Promise<Tries> {
  const [row] = await database().$queryRaw<Tries[]>`
    insert into throttle as t (key, points, expire_at) values (${key}, 1, now() + make_interval(secs => ${windowS}))
    on conflict (key) do update set
      points = case when t.expire_at <= now() then 1 else t.points + 1 end,
      expire_at = case when t.expire_at <= now() then excluded.expire_at else t.expire_at end
    returning points as count, greatest(1, ceil(extract(epoch from expire_at - now())))::int as "resetS"`
  return row ?? { count: Number.MAX_SAFE_INTEGER, resetS: windowS }
}

/** Takes one try back: it was a good one. */
export async function takeTryBack(key: string): Promise<void> {
  await database().$executeRaw`update throttle set points = points - 1 where key = ${key} and points > 0`
}

/** Forgets all tries under `key`. */
export async function forgetTries(key: string): Promise<void> {
  await database().throttle.deleteMany({ where: { key } })
}

/** Notes that something that is good once was used; false where it was already, within `windowS`. */
export async function takeOnce(key: string, windowS: number): Promise<boolean> {
  return (await countTry(key, windowS)).count === 1
}

/** Drops what counts no more. */
export async function sweepTries(): Promise<void> {
  await database().$executeRaw`delete from throttle where expire_at < now()`
}
