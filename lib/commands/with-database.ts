import { resolve } from 'node:path'
import pg from 'pg'
import { applicationName } from '@/lib/db/application-name'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/lib/db/embedded-postgres/server'
import { requireSupportedPostgres } from '@/lib/db/postgres-version'
import { applyMigrations, generateClient, projectRoot } from '@/lib/db/prisma-cli'
import { env, isSet } from '@/lib/env'
import { lockHolder } from './run-lock.mjs'

/** The folder of this installation's state, made at the first start. */
export function dataFolder(): string {
  return resolve(projectRoot, env('WAQAI_DATA_DIR'))
}

interface OpenDatabase {
  readonly url: string
  /** The Postgres that Waqai brings along, unless DATABASE_URL names another. */
  readonly embedded: EmbeddedPostgres | undefined
}

/** The database that DATABASE_URL names, or else the embedded one, started if it does not run. */
export async function openDatabase(say: (line: string) => void): Promise<OpenDatabase> {
  if (!isSet('DATABASE_URL')) {
    const embedded = await startEmbeddedPostgres({ folder: dataFolder(), say })
    return { url: embedded.url, embedded }
  }
  const url = env('DATABASE_URL')
  await requireSupportedPostgres(url)
  return { url, embedded: undefined }
}

/**
 * Runs a command's work on the migrated database and gives its answer: on the running app's, or on one started for
 * the purpose and stopped after it. `database()` reaches it too, as DATABASE_URL is set meanwhile.
 */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { url, embedded } = await openDatabase((line) => console.error(line))
  const stop = async () => {
    if (embedded && !(await isUsedByOthers(url))) await embedded.stop()
  }
  let stopping: Promise<void> | undefined
  const cutShort = () => {
    stopping ??= stop().finally(() => process.exit(130))
  }
  for (const signal of signals) process.once(signal, cutShort)
  try {
    process.env.DATABASE_URL = url
    await generateClient()
    await applyMigrations(url)
    return await work(url)
  } catch (error) {
    await stopping // what was not committed is rolled back, and said to have failed: nobody needs to hear it
    throw error
  } finally {
    const { closeDatabase } = await import('@/lib/db/client')
    await closeDatabase()
    for (const signal of signals) process.off(signal, cutShort)
    await stop()
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** An app may have started meanwhile and taken the server over, or another command be at work on it. */
async function isUsedByOthers(url: string): Promise<boolean> {
  if (lockHolder(dataFolder())) return true
  const client = new pg.Client({ connectionString: url, application_name: applicationName })
  try {
    await client.connect()
    const others = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1",
      [applicationName],
    )
    return others.rowCount !== 0
  } catch {
    return false // it has gone down already
  } finally {
    await client.end()
  }
}
