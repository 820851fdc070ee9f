import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './server'

let folder: string
let url: URL
let stop: () => Promise<void>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waqai-test-'))
  const server = await startEmbeddedPostgres({ folder, durable: false })
  url = new URL(server.url)
  stop = server.stop
})

afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

const tryWith = async (password: string) => {
  const address = new URL(url)
  address.password = password
  const client = new pg.Client({ connectionString: address.href })
  return client.connect().then(
    () => client.end().then(() => 'in'),
    (error: Error & { code?: string }) => error.code,
  )
}

it('the password of the embedded Postgres is drawn for this installation alone', () => {
  expect(url.password).toMatch(/^[0-9a-f]{48}$/)
  expect(url.password).not.toBe(new URL(process.env.WAQAI_TEST_SERVER ?? '').password)
})

it('no password that everybody knows opens it, nor none', async () => {
  expect(await tryWith(url.password)).toBe('in')
  for (const guess of ['postgres', 'password', 'waqai']) expect(await tryWith(guess)).toBe('28P01')
})

it('only whoever runs it may read the password and the data', () => {
  expect(statSync(join(folder, 'postgres.json')).mode & 0o077).toBe(0)
  const { home } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'))
  expect(statSync(join(home ?? folder, 'postgres')).mode & 0o077).toBe(0)
})

it('it listens on this machine only', async () => {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const { rows } = await client.query(
    "select current_setting('listen_addresses') heard, current_setting('unix_socket_directories') sockets",
  )
  await client.end()
  expect(rows).toEqual([{ heard: '127.0.0.1', sockets: '' }])
})

it('what a statement holds that fails stands not in its log', async () => {
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query("create table told (name text check (name <> 'Told in confidence'))")
  for (const [sql, values] of [
    ["insert into told values ('Told in confidence')", []],
    ['insert into told values ($1)', ['Told in confidence']],
    ['select $1::text::int', ['Told in confidence']],
    ["select 'Told in confidence' from nowhere", []],
  ] as const)
    await expect(client.query(sql, [...values])).rejects.toThrow()
  await client.end()
  const { home } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'))
  const log = readFileSync(join(home ?? folder, 'postgres', 'server.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toContain('Told in confidence')
})
