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

/** Applies the migrations that the database at `url` has not seen. Gives how many. */
export async function applyMigrations(url: string): Promise<number> {
  const pending = await pendingMigrations(url)
  if (pending > 0) await prisma(['migrate', 'deploy'], url)
  return pending
}

/** How many migrations are not (or not wholly) applied. Spares the Prisma CLI, which takes seconds to say so. */
async function pendingMigrations(url: string): Promise<number> {
  const folder = join(projectRoot, 'prisma', 'migrations')
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    const applied = new Set(rows.map(({ name }) => name))
    return names.filter((name) => !applied.has(name)).length
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) return names.length
    throw error
  } finally {
    await client.end()
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
