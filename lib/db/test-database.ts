// A real Postgres for the tests of lib/db and lib/operations (`*.db.test.ts`).
//
//   import { freshDatabase } from '@/lib/db/test-database'
//
//   const db = await freshDatabase()          // at the top of the file: a database of its own, migrated and empty
//   await db.prisma.incident.count()          // the same client that `database()` gives to operations
//
// The server is started once for all test files, in a folder that is removed at the end, or is the one that
// TEST_DATABASE_URL names (a role that may create databases). A template is migrated once; each file gets a copy.

import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import type { PrismaClient } from '@/prisma/generated/client'
import { startEmbeddedPostgres } from './embedded-postgres/server'
import { applyMigrations, generateClient } from './prisma-cli'

const TEMPLATE = `waqai_template_${process.pid}`

/** Run by vitest once, before any file. Gives the function that ends it. */
export default async function setup(): Promise<() => Promise<void>> {
  await generateClient()
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => {} } : await temporaryServer()
  process.env.WAQAI_TEST_SERVER = server.url
  process.env.WAQAI_TEST_TEMPLATE = TEMPLATE
  const template = databaseUrl(server.url, TEMPLATE)
  await onServer(server.url, `create database ${TEMPLATE}`)
  await applyMigrations(template)
  return async () => {
    await onServer(server.url, `drop database if exists ${TEMPLATE} with (force)`)
    await server.stop()
  }
}

/** An embedded server in a temporary folder, gone with it when stopped. */
export async function temporaryServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'waqai-test-'))
  const server = await startEmbeddedPostgres({ folder, durable: false })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

interface TestDatabase {
  readonly url: string
  readonly prisma: PrismaClient
}

/** A migrated, empty database for this test file, which `database()` gives too. Dropped after the file. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = process.env.WAQAI_TEST_SERVER
  if (!server) throw new Error('Name the file *.db.test.ts: only those get a Postgres.')
  const name = `waqai_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template ${process.env.WAQAI_TEST_TEMPLATE}`)
  const url = databaseUrl(server, name)
  process.env.DATABASE_URL = url
  process.env.WAQAI_SECRET ??= 'a secret of the tests, and of nothing else'
  const { closeDatabase, database } = await import('./client')
  await closeDatabase()
  afterAll(async () => {
    await closeDatabase()
    await onServer(server, `drop database if exists ${name} with (force)`)
  })
  return { url, prisma: database() }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
