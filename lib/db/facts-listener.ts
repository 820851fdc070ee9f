import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'
import { applicationName } from './application-name'

/** Somebody to be told of changes of what facts rest on. */
export interface Hearer {
  /** Something was changed, by whomever, through whichever instance. */
  changed: () => void
  /** Nothing more is told: the connection was lost. */
  lost: () => void
}

const CONNECT_MS = 5_000

interface Connection {
  client: pg.Client
  /** The places that its locks stand for, by who hears there. */
  held: Map<string, number[]>
}

/**
 * The one connection of this process that listens: opened for the first hearer, closed after the last. When it is lost,
 * so are its hearers; whoever comes next opens another.
 *
 * It also holds a lock for each hearer. Of these there are so many for everybody who hears, whichever instances they hear
 * through; Postgres takes them back from an instance that is gone.
 */
class FactsListener {
  #connection: Promise<Connection> | null = null
  /** Those who hear, or are about to. */
  #users = 0
  readonly #hearers = new Set<Hearer>()
  /** One takes a place after another: a lock that one session takes twice is given twice. */
  #turn: Promise<unknown> = Promise.resolve()

  /** Gives what ends it; null where `who` hears in `most` places already. */
  async hear(who: string, most: number, hearer: Hearer): Promise<(() => void) | null> {
    this.#users += 1
    try {
      this.#connection ??= this.#connected()
      const connection = await this.#connection
      const place = await this.#inTurn(() => this.#takePlace(connection, who, most))
      if (place === null) {
        this.#left()
        return null
      }
      this.#hearers.add(hearer)
      return () => this.#hearers.delete(hearer) && this.#leave(connection, who, place)
    } catch (error) {
      this.#left()
      throw error
    }
  }

  async #connected(): Promise<Connection> {
    const client = new pg.Client({
      connectionString: env('DATABASE_URL'),
      connectionTimeoutMillis: CONNECT_MS,
      application_name: applicationName,
      keepAlive: true,
    })
    const lost = () => this.#lost(client)
    client.on('error', lost).on('end', lost)
    client.on('notification', () => {
      for (const { changed } of this.#hearers) changed()
    })
    try {
      await client.connect()
      await client.query('listen facts')
      return { client, held: new Map() }
    } catch (error) {
      this.#connection = null
      void client.end().catch(() => {})
      throw error
    }
  }

  async #takePlace({ client, held: all }: Connection, who: string, most: number): Promise<number | null> {
    const held = all.get(who) ?? []
    const { rows } = await client.query<{ place: number }>(
      `select n as place from generate_series(1, $2::int) n
       where case when n = any($3::int[]) then false else pg_try_advisory_lock(hashtext($1), n) end limit 1`,
      [`live:${who}`, most, held],
    )
    const place = rows[0]?.place ?? null
    if (place !== null) all.set(who, [...held, place])
    return place
  }

  #leave({ client, held }: Connection, who: string, place: number): void {
    const left = (held.get(who) ?? []).filter((one) => one !== place)
    if (left.length > 0) held.set(who, left)
    else held.delete(who)
    const unlocked = this.#inTurn(() =>
      client.query('select pg_advisory_unlock(hashtext($1), $2)', [`live:${who}`, place]),
    )
    // A connection that is gone has given its locks back.
    void unlocked.catch(() => {}).then(() => this.#left())
  }

  #left(): void {
    this.#users -= 1
    if (this.#users > 0) return
    const ending = this.#connection
    this.#connection = null
    void ending?.then(({ client }) => client.end()).catch(() => {})
  }

  #lost(client: pg.Client): void {
    const lost = async () => {
      if ((await this.#connection)?.client !== client) return
      this.#connection = null
      for (const hearer of [...this.#hearers]) hearer.lost()
    }
    lost().catch(() => {}) // it never came about, as is told to whoever waits for it
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => {})
    return done
  }
}

/** Routes may be loaded each with modules of their own. */
const shared = globalThis as { waqaiFactsListener?: FactsListener }

export const factsListener = (): FactsListener => {
  shared.waqaiFactsListener ??= new FactsListener()
  return shared.waqaiFactsListener
}
