// `server-only` keeps rows out of browsers. Under vitest a stub stands for it; commands run by tsx are started
// with `--conditions=react-server` (lib/commands/run.mjs does), which is where it loads as nothing.
import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'
import { PrismaClient } from '@/prisma/generated/client'
import { applicationName } from './application-name'
import { raiseWithoutArguments } from './errors-without-values'
import { PostgresAdapter } from './postgres-adapter'

const CONNECT_MS = 5_000

interface Connected {
  client: PrismaClient
  pool: pg.Pool
}

/** Hot reload loads this module anew each time; the pool must outlive that. */
const shared = globalThis as { waqaiDatabase?: Connected }

function connected(): Connected {
  shared.waqaiDatabase ??= connectAll(env('DATABASE_URL'), env('DATABASE_POOL'))
  return shared.waqaiDatabase
}

/** The database of this process: one pool, opened at the first query. */
export const database = (): PrismaClient => connected().client

/** The pool behind it: for what every request asks, of which Prisma's own work would be the greater part, and for bulk. */
export const databasePool = (): pg.Pool => connected().pool

/** A client with a pool of its own. */
export const connectTo = (url: string, most: number): PrismaClient => connectAll(url, most).client

function connectAll(url: string, most: number): Connected {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: applicationName,
  })
  // Of a connection lost while idle the next query gets a new one.
  pool.on('error', () => {})
  const adapter = new PostgresAdapter(pool, { disposeExternalPool: true })
  const client = new PrismaClient({ adapter, errorFormat: 'minimal' })
  // It is the same client but for `$on`, which nobody asks for.
  const discreet = client.$extends({
    query: { $allOperations: ({ args, query }) => query(args).catch(raiseWithoutArguments) },
  }) as PrismaClient
  return { client: discreet, pool }
}

/** Closes the pool of this process, so that a command can end. */
export async function closeDatabase(): Promise<void> {
  const open = shared.waqaiDatabase
  shared.waqaiDatabase = undefined
  await open?.client.$disconnect()
}
