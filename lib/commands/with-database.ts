import { resolve } from 'node:path'
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
  try {
    process.env.DATABASE_URL = url
    await generateClient()
    await applyMigrations(url)
    return await work(url)
  } finally {
    const { closeDatabase } = await import('@/lib/db/client')
    await closeDatabase()
    // An app that started meanwhile has taken the server over.
    if (embedded && !embedded.adopted && !lockHolder(dataFolder())) await embedded.stop()
  }
}
