import { AsyncLocalStorage } from 'node:async_hooks'
import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import { database } from './client'

/** The client or a transaction of it: what a query needs. */
export type Database = PrismaClient | Transaction

/** A transaction at hand: what writes together takes one of these. */
export type Transaction = Prisma.TransactionClient

const WAIT_MS = 10_000

/** The longest that one query of a read may take, unless its reader says otherwise. */
const LONGEST_QUERY_MS = 20_000

/**
 * Runs `read` over one unchanging state of the data: several queries whose numbers must fit one another. They group and
 * join whole tables: room enough to do so in memory, and no compiling of queries that take less time than it does. A
 * query that takes longer than `longestMs` is cancelled and fails (`tookTooLong`), so that none can hold the database.
 */
export function readConsistently<T>(
  read: (db: Transaction) => Promise<T>,
  longestMs = LONGEST_QUERY_MS,
): Promise<T> {
  return database().$transaction(
    async (db) => {
      // In one round trip; "true": for this transaction only.
      await db.$queryRaw`
        select set_config('transaction_read_only', 'on', true), set_config('work_mem', '32MB', true),
          set_config('jit', 'off', true), set_config('statement_timeout', ${String(longestMs)}, true)`
      return await read(db)
    },
    {
      isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
      timeout: longestMs + WAIT_MS,
      maxWait: WAIT_MS,
    },
  )
}

/** From so many incidents on, reading whole tables costs less than looking up what belongs to each. */
const MANY = 5_000

/**
 * Runs queries that join what belongs to `incidents` of them. The planner takes those of a country or an actor for a few
 * hundred, however many they are, and would look each one's parties and figures up by itself: half a million times.
 */
export async function withJoinsFor<T>(db: Database, incidents: number, read: () => Promise<T>): Promise<T> {
  if (incidents < MANY) return await read()
  await db.$executeRaw`set local enable_nestloop = off`
  const answer = await read()
  await db.$executeRaw`set local enable_nestloop = on`
  return answer
}

const LONGEST_MS = 60_000

/**
 * Runs `work` in one transaction; it stands whole or not at all. Two writers who lock the same rows in another order,
 * or draw the same code, collide in Postgres: the work is then done again from its start, at most `tries` times.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>, tries = 3): Promise<T> {
  const whole = surrounding.getStore()
  if (whole) return await work(whole)
  try {
    return await database().$transaction(work, { maxWait: WAIT_MS, timeout: LONGEST_MS })
  } catch (error) {
    if (tries <= 1 || !isCollision(error)) throw error
    return inTransaction(work, tries - 1)
  }
}

/** The transaction that `asOneTransaction` has open around what runs now. */
const surrounding = new AsyncLocalStorage<Transaction>()

/**
 * Runs `work` so that every `inTransaction` within it is part of one transaction, and stands or falls with what `work`
 * itself writes by the transaction that it is given. A collision does all of it again.
 */
export function asOneTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inTransaction((tx) => surrounding.run(tx, () => work(tx)))
}

/** P2034 is a deadlock or a serialisation failure, P2002 a unique value that another transaction took meanwhile. */
function isCollision(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === 'P2034' || error.code === 'P2002')
  )
}
