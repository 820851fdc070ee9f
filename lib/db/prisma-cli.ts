import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { environmentWith } from '@/lib/env'

const run = promisify(execFile)

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Postgres's code for a table that is not there: a database that no migration has touched. */
const UNDEFINED_TABLE = '42P01'
/** Number of the advisory lock under which migrations are applied; any number that nothing else uses. */
const MIGRATING = 727_401
const generated = join(projectRoot, 'prisma', 'generated')
const generatedFrom = join(generated, 'schema.sha256')

/** Runs the Prisma CLI on the database at `url`. Gives what it printed; throws with it when it fails. */
export async function prisma(args: readonly string[], url = ''): Promise<string> {
  const cli = join(projectRoot, 'node_modules', 'prisma', 'build', 'index.js')
  try {
    const { stdout } = await run(process.execPath, [cli, ...args], {
      cwd: projectRoot,
      env: environmentWith({ DATABASE_URL: url, NO_COLOR: '1' }),
    })
    return stdout
  } catch (cause) {
    const { stdout, stderr } = cause as { stdout?: string; stderr?: string }
    throw new Error(`prisma ${args.slice(0, 2).join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`, { cause })
  }
}

/**
 * Applies the migrations that the database at `url` has not seen. Gives how many. Of several processes that come at
 * once the first applies them and the others wait for it.
 */
export async function applyMigrations(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    if ((await pendingMigrations(client)) === 0) return 0
    await client.query('select pg_advisory_lock($1)', [MIGRATING])
    const pending = await pendingMigrations(client)
    if (pending > 0) await prisma(['migrate', 'deploy'], url)
    return pending
  } finally {
    await client.end() // and with it goes the lock
  }
}

/** How many migrations are not (or not wholly) applied. Spares the Prisma CLI, which takes seconds to say so. */
async function pendingMigrations(client: pg.Client): Promise<number> {
  const folder = join(projectRoot, 'prisma', 'migrations')
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  try {
    const { rows } = await client.query<{ name: string }>(
      'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    const applied = new Set(rows.map(({ name }) => name))
    return names.filter((name) => !applied.has(name)).length
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return names.length
    throw error
  }
}

/** Writes the typed client, unless the one there was made from the same schema. Gives whether it wrote. */
export async function generateClient(): Promise<boolean> {
  const schema = readFileSync(join(projectRoot, 'prisma', 'schema.prisma'))
  const lockfile = readFileSync(join(projectRoot, 'package-lock.json'))
  const now = createHash('sha256').update(schema).update(lockfile).digest('hex')
  if (existsSync(generatedFrom) && readFileSync(generatedFrom, 'utf8') === now) return false
  await prisma(['generate'])
  writeFileSync(generatedFrom, now)
  return true
}
