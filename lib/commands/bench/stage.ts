import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { closeDatabase } from '@/lib/db/client'
import { startEmbeddedPostgres } from '@/lib/db/embedded-postgres/server'
import { applyMigrations, generateClient } from '@/lib/db/prisma-cli'
import { loadGazetteer } from '@/lib/operations/load-gazetteer'
import { dataFolder } from '../with-database'

/** A Postgres of the bench's own, as durable as the app's and on the same disk; gone when it is closed. */
export interface Stage {
  /** A migrated database with the gazetteer and nothing else, which `database()` gives from now on. Gives its URL. */
  fresh: (name: string) => Promise<string>
  close: () => Promise<void>
}

export async function openStage(say: (line: string) => void): Promise<Stage> {
  mkdirSync(dataFolder(), { recursive: true })
  const folder = mkdtempSync(join(dataFolder(), 'bench-'))
  const server = await startEmbeddedPostgres({ folder, say })
  const close = async () => {
    await closeDatabase()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await generateClient()
    await applyMigrations(server.url)
    await turnTo(server.url)
    await loadGazetteer(say)
    await closeDatabase()
  } catch (error) {
    await close()
    throw error
  }
  return { fresh: (name) => copyOf(server.url, name), close }
}

/** A copy under another name. Nobody may be connected to what is copied. */
async function copyOf(template: string, name: string): Promise<string> {
  await closeDatabase()
  const from = new URL(template).pathname.slice(1)
  await onDatabase(withName(template, 'postgres'), `create database ${name} template ${from}`)
  const url = withName(template, name)
  await onDatabase(url, 'vacuum analyze')
  await turnTo(url)
  return url
}

async function turnTo(url: string): Promise<void> {
  await closeDatabase()
  process.env.DATABASE_URL = url
}

function withName(url: string, name: string): string {
  const named = new URL(url)
  named.pathname = `/${name}`
  return named.href
}

/** Runs statements one after another on a connection of their own; gives the rows of the last. */
export async function onDatabase<Row extends pg.QueryResultRow>(
  url: string,
  ...statements: string[]
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Row[] = []
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}
