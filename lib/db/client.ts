// `server-only` keeps rows out of browsers. Under vitest a stub stands for it; commands run by tsx are started
// with `--conditions=react-server` (lib/commands/run.mjs does), which is where it loads as nothing.
import 'server-only'
import { env } from '@/lib/env'
import { PrismaClient } from '@/prisma/generated/client'
import { applicationName } from './application-name'
import { raiseWithoutArguments } from './errors-without-values'
import { PostgresAdapter } from './postgres-adapter'

const CONNECT_MS = 5_000

/** Hot reload loads this module anew each time; the pool must outlive that. */
const shared = globalThis as { waqaiDatabase?: PrismaClient }

/** The database of this process: one pool, opened at the first query. */
export function database(): PrismaClient {
  shared.waqaiDatabase ??= connectTo(env('DATABASE_URL'), env('DATABASE_POOL'))
  return shared.waqaiDatabase
}

/** A client with a pool of its own. */
export function connectTo(url: string, pool: number): PrismaClient {
  const options = {
    connectionString: url,
    max: pool,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: applicationName,
  }
  const client = new PrismaClient({ adapter: new PostgresAdapter(options), errorFormat: 'minimal' })
  // It is the same client but for `$on`, which nobody asks for.
  return client.$extends({
    query: { $allOperations: ({ args, query }) => query(args).catch(raiseWithoutArguments) },
  }) as PrismaClient
}

/** Closes the pool of this process, so that a command can end. */
export async function closeDatabase(): Promise<void> {
  const open = shared.waqaiDatabase
  shared.waqaiDatabase = undefined
  await open?.$disconnect()
}
