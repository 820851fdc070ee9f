import { type Prisma, Prisma as PrismaNamespace } from '@/prisma/generated/client'
import { database } from '../client'

/** A transaction at hand: what writes together takes one of these. */
export type Transaction = Prisma.TransactionClient

const WAIT_MS = 10_000
const LONGEST_MS = 60_000

/**
 * Runs `work` in one transaction; it stands whole or not at all. Two writers who lock the same rows in another order,
 * or draw the same code, collide in Postgres: the work is then done again from its start, at most `tries` times.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>, tries = 3): Promise<T> {
  try {
    return await database().$transaction(work, { maxWait: WAIT_MS, timeout: LONGEST_MS })
  } catch (error) {
    if (tries <= 1 || !isCollision(error)) throw error
    return inTransaction(work, tries - 1)
  }
}

/** P2034 is a deadlock or a serialisation failure, P2002 a unique value that another transaction took meanwhile. */
function isCollision(error: unknown): boolean {
  return (
    error instanceof PrismaNamespace.PrismaClientKnownRequestError &&
    (error.code === 'P2034' || error.code === 'P2002')
  )
}
