import pg from 'pg'
import { type Browser, type Page, test } from 'playwright/test'
import { incidentsShown } from './explore-page'
import { type Registry, seedRegistry } from './hostile/database'
import { temporaryPostgres } from './hostile/postgres'
import { soundLog } from './hostile/requests'
import { expect, languages, reader, word } from './timeline-page'
import {
  claimed,
  type Installation,
  newInstallation,
  removeInstallation,
  startWaqai,
  type WaqaiProcess,
} from './waqai-process'

/*
 * Two instances on one database: what is recorded through one is shown by a browser that has the explorer of the other
 * open, within two seconds.
 */

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const WITHIN_MS = 2_000

let instances: { installation: Installation; waqai: WaqaiProcess }[] = []
let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
let client: pg.Client
let registry: Registry
let cookies: { name: string; value: string }[] = []
const times: number[] = []

const started = async () => {
  const installation = await newInstallation()
  const env = {
    DATABASE_URL: postgres.url,
    WAQAI_SECRET: 'one secret for both, as several instances must have',
  }
  const waqai = startWaqai(installation, env)
  await waqai.ready
  return { installation, waqai }
}

test.beforeAll(async () => {
  test.setTimeout(300_000)
  postgres = await temporaryPostgres()
  const here = await started()
  cookies = await claimed(here.installation, here.waqai)
  instances = [here, await started()]
  client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  registry = await seedRegistry(client)
  await record()
})

test.afterAll(async () => {
  const began = performance.now()
  for (const { waqai } of instances) waqai.child.kill('SIGTERM')
  for (const { waqai } of instances) await waqai.ended
  console.log(`a change through one instance was shown through the other after ${times.join(', ')} ms`)
  console.log(`both instances stopped after ${Math.round(performance.now() - began)} ms`)
  await client.end()
  await postgres.stop()
  for (const { installation } of instances) removeInstallation(installation)
})

/** Asks the first instance. */
async function send(path: string, method: string, body?: object): Promise<Response> {
  const response = await fetch((instances[0]?.installation.url ?? '') + path, {
    method,
    headers: {
      'content-type': 'application/json',
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.clone().text()}`)
  return response
}

async function record(): Promise<string> {
  const answer = await send('/api/log', 'POST', { log: soundLog(registry), anyway: true })
  const { incidents } = (await answer.json()) as { incidents: { code: string }[] }
  return incidents[0]?.code ?? ''
}

/** The explorer of the second instance, in a browser of its own. */
async function explorer(browser: Browser, language: (typeof languages)[number], path: string): Promise<Page> {
  const url = instances[1]?.installation.url ?? ''
  const context = await reader(browser, url, { language })
  await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url })))
  const page = await context.newPage()
  await page.goto(path)
  await expect(page.locator('[aria-busy="false"]')).toBeAttached()
  await expect.poll(streams).toBeGreaterThan(0)
  return page
}

/** How many pages follow the changes: each has a lock. */
async function streams(): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int n from pg_locks where locktype = 'advisory' and objsubid = 2`,
  )
  return rows[0]?.n ?? 0
}

for (const language of languages) {
  /** Until the page counts so many; gives how long it took. */
  const until = async (page: Page, count: number): Promise<number> => {
    const began = performance.now()
    await expect.poll(() => incidentsShown(page, language), { intervals: [20], timeout: 15_000 }).toBe(count)
    return Math.round(performance.now() - began)
  }

  test(`in ${language}, what others record, change and delete elsewhere is shown within two seconds`, async ({
    browser,
  }) => {
    const page = await explorer(browser, language, '/explore?kind=armed-clash')
    const before = await incidentsShown(page, language)
    const code = await record()
    const taken = [await until(page, before + 1)]
    await expect(page).toHaveURL(/kind=armed-clash/)
    const told = page
      .getByRole('status')
      .filter({ hasText: word(language, 'explore.changed').split('{time}')[0] ?? '' })
    await expect(told).toBeVisible()
    await send(`/api/incidents/${code}`, 'DELETE', { version: 1 })
    taken.push(await until(page, before))
    await send(`/api/incidents/${code}/restore`, 'POST', {})
    taken.push(await until(page, before + 1))
    times.push(...taken)
    for (const ms of taken) expect(ms).toBeLessThan(WITHIN_MS)
    await page.context().close()
  })

  test(`in ${language}, a page catches up after its stream was lost, and after nobody looked at it`, async ({
    browser,
  }) => {
    const page = await explorer(browser, language, '/explore')
    const before = await incidentsShown(page, language)
    await client.query(
      `select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2`,
    )
    await record()
    await until(page, before + 1)

    const show = (state: 'hidden' | 'visible') =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await expect.poll(streams).toBe(1)
    await show('hidden')
    await expect.poll(streams).toBe(0)
    await record()
    await page.waitForTimeout(1_500)
    expect(await incidentsShown(page, language)).toBe(before + 1)
    await show('visible')
    await until(page, before + 2)
    await page.context().close()
  })
}
