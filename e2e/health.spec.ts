import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../lib/db/embedded-postgres/server'
import { newInstallation, removeInstallation, startWaqai } from './waqai-process'

test.setTimeout(180_000)

test('health follows a Postgres of DATABASE_URL that goes away and comes back', async ({ request }) => {
  const folder = await mkdtemp(join(tmpdir(), 'waqai-postgres-'))
  const startPostgres = () => startEmbeddedPostgres({ folder, durable: false })
  let postgres: EmbeddedPostgres = await startPostgres()
  const installation = await newInstallation()
  const waqai = startWaqai(installation, { DATABASE_URL: postgres.url })
  const health = async () => {
    const response = await request.get(`${installation.url}/api/health`)
    return [response.status(), (await response.json()).database]
  }
  const page = async () => (await request.get(`${installation.url}/api/v1/incidents`)).status()
  try {
    await waqai.ready
    expect(await health()).toEqual([200, 'ok'])
    expect(await page()).toBe(200)

    await postgres.stop()
    expect(await health()).toEqual([503, 'down'])

    postgres = await startPostgres()
    expect(await health()).toEqual([200, 'ok'])
    expect(await page()).toBe(200)

    waqai.child.kill('SIGTERM')
    expect(await waqai.ended).toBe(0)
    expect(postgres.isRunning(), 'a Postgres that Waqai did not start is left running').toBe(true)
  } finally {
    waqai.child.kill('SIGKILL')
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
    removeInstallation(installation)
  }
})
