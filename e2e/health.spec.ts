import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'playwright/test'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../lib/db/embedded-postgres/server'
import { expect, languages, reader, word } from './timeline-page'
import { newInstallation, removeInstallation, startWaqai } from './waqai-process'

test.setTimeout(180_000)

test('health follows a Postgres of DATABASE_URL that goes away and comes back', async ({
  request,
  browser,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'waqai-postgres-'))
  const startPostgres = () => startEmbeddedPostgres({ folder, durable: false })
  let postgres: EmbeddedPostgres = await startPostgres()
  const installation = await newInstallation()
  const waqai = startWaqai(installation, { DATABASE_URL: postgres.url })
  const health = async () => {
    const response = await request.get(`${installation.url}/api/health`)
    return [response.status(), (await response.json()).database]
  }
  const list = async () => (await request.get(`${installation.url}/api/v1/incidents`)).status()
  try {
    await waqai.ready
    expect(await health()).toEqual([200, 'ok'])
    expect(await list()).toBe(200)

    await postgres.stop()
    expect(await health()).toEqual([503, 'down'])
    expect(await list()).toBe(503)
    const pages = await Promise.all(
      languages.map(async (language) => {
        const page = await (await reader(browser, installation.url, { language })).newPage()
        await page.goto('/timeline')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          word(language, 'common.unavailable.title'),
        )
        await expect(page.getByRole('main')).toContainText(word(language, 'common.unavailable.body'))
        await page.getByRole('button', { name: word(language, 'common.retry') }).click()
        await expect(page.getByRole('main')).toContainText(word(language, 'common.unavailable.body'))
        return { page, language }
      }),
    )
    const [{ page: other, language }] = pages as [(typeof pages)[number]]
    const incident = await other.context().newPage()
    const answered = await incident.goto('/incidents/LY-2017-7KQ4')
    expect(answered?.status(), 'Next knows no other status for a page that failed').toBe(500)
    await expect(incident.getByRole('main')).toContainText(word(language, 'common.unavailable.title'))

    postgres = await startPostgres()
    for (const { page, language } of pages) {
      await expect(page.getByText(word(language, 'timeline.empty.title')), 'by itself').toBeVisible()
    }
    const gone = word(language, 'incident.not-found.title')
    await expect(incident.getByRole('heading', { name: gone })).toBeVisible()
    for (const { page } of pages) await page.context().close()
    expect(await health()).toEqual([200, 'ok'])
    expect(await list()).toBe(200)

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
