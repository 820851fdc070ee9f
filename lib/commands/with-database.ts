import { resolve } from 'node:path'
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres/server'
import { requireSupportedPostgres } from '@/lib/db/postgres-version'
import { applyMigrations, generateClient, projectRoot } from '@/lib/db/prisma-cli'
import { env, isSet } from '@/lib/env'

/** The folder of this installation's state, made at the first start. */
export function dataFolder(): string {
  return resolve(projectRoot, env('WAQAI_DATA_DIR'))
}

interface OpenDatabase {
  readonly url: string
  /** True if a server of ours was running already, or the database is not ours to stop. */
  readonly adopted: boolean
  readonly stop: () => Promise<void>
}

/** The database that DATABASE_URL names, or else the embedded one, started if it does not run. */
export async function openDatabase(say: (line: string) => void): Promise<OpenDatabase> {
  if (!isSet('DATABASE_URL')) return startEmbeddedPostgres({ folder: dataFolder(), say })
  const url = env('DATABASE_URL')
  await requireSupportedPostgres(url)
  return { url, adopted: true, stop: async () => {} }
}

/**
 * Runs a command's work on the migrated database and gives its answer: on the running app's, or on one started for
 * the purpose and stopped after it. `database()` reaches it too, as DATABASE_URL is set meanwhile.
 */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const opened = await openDatabase((line) => console.error(line))
  try {
    process.env.DATABASE_URL = opened.url
    await generateClient()
    await applyMigrations(opened.url)
    return await work(opened.url)
  } finally {
    const { closeDatabase } = await import('@/lib/db/client')
    await closeDatabase()
    if (!opened.adopted) await opened.stop()
  }
}
