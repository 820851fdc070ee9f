import { Prisma, type PrismaClient } from '@/prisma/generated/client'
import { database } from './client'

/** The client or a transaction of it: what a query needs. */
export type Database = PrismaClient | Prisma.TransactionClient

/** Runs `read` over one unchanging state of the data: several queries whose numbers must fit one another. */
export function readConsistently<T>(read: (db: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return database().$transaction(
    async (db) => {
      await db.$executeRaw`set transaction read only`
      return await read(db)
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, timeout: 30_000, maxWait: 10_000 },
  )
}
