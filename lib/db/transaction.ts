import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import { database } from './client'

/** The client or a transaction of it: what a query needs. */
export type Database = PrismaClient | Prisma.TransactionClient

/**
 * Runs `read` over one unchanging state of the data: several queries whose numbers must fit one another. They group and
 * join whole tables: room enough to do so in memory, and no compiling of queries that take less time than it does.
 */
export function readConsistently<T>(read: (db: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return database().$transaction(
    async (db) => {
      await db.$executeRaw`set transaction read only`
      await db.$executeRaw`set local work_mem = '32MB'`
      await db.$executeRaw`set local jit = off`
      return await read(db)
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, timeout: 30_000, maxWait: 10_000 },
  )
}
