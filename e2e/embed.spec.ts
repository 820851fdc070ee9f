import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import pg from 'pg'
import {
  type Browser,
  type BrowserContext,
  type Frame,
  type FrameLocator,
  type Page,
  test,
} from 'playwright/test'
import { seedRegistry } from './hostile/database'
import { temporaryPostgres } from './hostile/postgres'
import { soundLog } from './hostile/requests'
import { expect, languages, numberIn, word } from './timeline-page'
import {
  claimed,
  type Installation,
  newInstallation,
  removeInstallation,
  startWaqai,
  type WaqaiProcess,
} from './waqai-process'

/*
 * Pages of another site, from a small server of their own, frame views of an installation that lets that site, and of one that
 * lets none, both on one database. By the name `localhost` they are another site; by the number of the same machine they are
 * of the same site, whose frames browsers send cookies to.
 */

test.describe.configure({ mode: 'serial', timeout: 120_000 })

/** What must be read as the words it is. */
const MARKUP = '<img src=x onerror=window.hit=1>'

let site: Server
let postgres: Awaited<ReturnType<typeof temporaryPostgres>>
let client: pg.Client
let instances: { installation: Installation; waqai: WaqaiProcess }[] = []
let keeper: { name: string; value: string }[] = []
const codes: string[] = []

const port = () => (site.address() as AddressInfo).port
const open = () => instances[0]?.installation.url ?? ''
const closed = () => instances[1]?.installation.url ?? ''

test.beforeAll(async () => {
  test.setTimeout(300_000)
  site = createServer((request, response) => {
    const address = new URL(request.url ?? '', 'http://site').searchParams.get('frame') ?? ''
    const code = address.startsWith('<')
      ? address
      : `<iframe src="${address.replaceAll('&', '&amp;')}" title="A view" width="100%" height="900"></iframe>`
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><title>A site</title><main><h1>A site</h1>${code}</main></html>`,
    )
  })
  await new Promise<void>((resolve) => site.listen(0, resolve))
  postgres = await temporaryPostgres()
  const sites = `http://localhost:${port()}, http://127.0.0.1:${port()}`
  const first = await started({ WAQAI_EMBED_ORIGINS: sites })
  keeper = await claimed(first.installation, first.waqai)
  instances = [first, await started({})]
  client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const registry = await seedRegistry(client)
  const log = soundLog(registry)
  for (const incident of log.incidents) incident.title = { ar: `هجوم ${MARKUP}`, en: `Attack ${MARKUP}` }
  for (let n = 0; n < 3; n++) codes.push(await record(log))
  // The first two for everybody; the third stays a draft, which whoever keeps the record sees.
  await client.query(
    `update incident set status = 'published', visibility = 'everyone' where code = any($1)`,
    [codes.slice(0, 2)],
  )
  await send('/api/settings', 'PATCH', { publicReading: true })
})

test.afterAll(async () => {
  for (const { waqai } of instances) waqai.child.kill('SIGTERM')
  for (const { waqai } of instances) await waqai.ended
  await client.end()
  await postgres.stop()
  for (const { installation } of instances) removeInstallation(installation)
  site.close()
})

async function started(env: Record<string, string>) {
  const installation = await newInstallation()
  const secret = 'one secret for both, as several instances must have'
  const waqai = startWaqai(installation, { DATABASE_URL: postgres.url, WAQAI_SECRET: secret, ...env })
  await waqai.ready
  return { installation, waqai }
}

/** Asks as whoever keeps the installation. */
async function send(path: string, method: string, body: object): Promise<Response> {
  const cookie = keeper.map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { 'content-type': 'application/json', cookie }
  const response = await fetch(open() + path, { method, headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.clone().text()}`)
  return response
}

async function record(log: object): Promise<string> {
  const { incidents } = (await (await send('/api/log', 'POST', { log, anyway: true })).json()) as {
    incidents: { code: string }[]
  }
  return incidents[0]?.code ?? ''
}

/** A browser in which whoever keeps the installation is signed in. */
async function keepersBrowser(browser: Browser, url = open()): Promise<BrowserContext> {
  const context = await browser.newContext()
  await context.addCookies(keeper.map(({ name, value }) => ({ name, value, url })))
  return context
}

/** A page of the other site that frames an address, or holds this HTML. */
async function framing(page: Page, address: string, host = 'localhost'): Promise<FrameLocator> {
  await page.goto(`http://${host}:${port()}/?frame=${encodeURIComponent(address)}`)
  return page.frameLocator('iframe')
}

const drawn = (frame: FrameLocator) => expect(frame.locator('[aria-busy="false"]')).toBeAttached()

const incidentsIn = async (frame: FrameLocator): Promise<number | undefined> =>
  numberIn((await frame.locator('dl dd').first().textContent()) ?? '')

/** What the API counts for somebody not signed in. */
async function counted(query: string): Promise<number> {
  return ((await (await fetch(`${open()}/api/v1/summary?${query}`)).json()) as { incidents: number })
    .incidents
}

const innerFrame = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame !== page.mainFrame())

for (const language of languages) {
  const w = (path: string) => word(language, path)

  test(`in ${language}, a page of another site shows a view of what is published, and its numbers are the API’s`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext()).newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const query = 'kind=armed-clash&from=2017-01-01&to=2017-12-31'
    const look = `lang=${language}&theme=dark`
    const frame = await framing(
      page,
      `${open()}/embed/timeline?${query}&window=2017-07-28~2017-07-31&${look}`,
    )
    await drawn(frame)
    const html = frame.locator('html')
    await expect(html).toHaveAttribute('lang', language)
    await expect(html).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
    await expect(html).toHaveAttribute('data-theme', 'dark')
    await expect(frame.getByRole('banner')).toHaveCount(0)
    await expect(frame.getByRole('navigation')).toHaveCount(0)
    expect(await counted(query)).toBe(2)
    // One link for each, and what is said of them besides.
    const titles = frame
      .getByRole('group', { name: w('explore.timeline.title'), exact: true })
      .getByRole('link')
    await expect(titles).toHaveCount(2)
    await expect(titles.first()).toContainText(MARKUP)
    expect(await html.evaluate(() => 'hit' in window)).toBe(false)
    const links = await frame
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => `${link.getAttribute('target')} ${link.getAttribute('rel')}`))
    expect(new Set(links)).toEqual(new Set(['_blank noopener noreferrer']))
    await expect(frame.getByRole('link', { name: w('embed.open') })).toHaveAttribute(
      'href',
      `/explore?${'from=2017-01-01&to=2017-12-31&kind=armed-clash'}&window=2017-07-28~2017-07-31`,
    )
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    expect(asked.filter((url) => !url.startsWith(open()) && !url.includes(`:${port()}/`))).toEqual([])
    expect(asked.filter((url) => url.includes('/live'))).toEqual([])
    await page.context().close()
  })

  test(`in ${language}, what is chosen in a frame stays in it, and the way back is one press`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext()).newPage()
    const frame = await framing(page, `${open()}/embed/explore?lang=${language}`)
    await drawn(frame)
    expect(await incidentsIn(frame)).toBe(2)
    const steps = await page.evaluate(() => history.length)
    const back = frame.getByRole('button', { name: w('embed.back') })
    await expect(back).toHaveCount(0)
    await frame.getByRole('button', { name: w('explore.timeline.zoom-in') }).click()
    await frame.getByRole('button', { name: w('explore.timeline.choose') }).click()
    await expect(back).toBeVisible()
    expect(await page.evaluate(() => history.length)).toBe(steps)
    expect(innerFrame(page)?.url()).toContain('/embed/explore')
    await back.click()
    await expect(back).toHaveCount(0)
    await page.context().close()
  })

  test(`in ${language}, the code that the explorer gives shows the same, in its sandbox`, async ({
    browser,
  }) => {
    const context = await keepersBrowser(browser)
    await context.addCookies([{ name: 'language', value: language, url: open() }])
    const page = await context.newPage()
    await page.goto(`${open()}/explore?kind=armed-clash`)
    const menu = w('explore.take.of').replace('{title}', w('explore.timeline.title'))
    await page.getByRole('button', { name: menu }).click()
    await page.getByText(w('embed.take.label'), { exact: true }).click()
    await page.getByLabel(w('embed.take.themes.label')).selectOption('light')
    await page.getByLabel(w('embed.take.views.label')).selectOption('totals')
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    const code = await page.getByLabel(w('embed.take.code')).inputValue()
    expect(code).toContain(`/embed/totals?kind=armed-clash&amp;lang=${language}&amp;theme=light"`)
    await context.close()
    const other = await (await browser.newContext()).newPage()
    const frame = await framing(other, code)
    await drawn(frame)
    expect(await incidentsIn(frame)).toBe(2)
    const opened = other.context().waitForEvent('page')
    await frame.getByRole('link', { name: w('embed.open') }).click()
    await expect(await opened).toHaveURL(`${open()}/explore?kind=armed-clash`)
    await other.context().close()
  })

  test(`in ${language}, an address that is wrong says which part, and what would do`, async ({ browser }) => {
    const page = await (await browser.newContext({ locale: language })).newPage()
    const frame = await framing(
      page,
      `${open()}/embed/tables?lang=fr&theme=pink&kind=none&${encodeURIComponent(MARKUP)}=1`,
    )
    for (const code of ['embed-view', 'embed-lang', 'embed-theme', 'filter-not-listed'])
      await expect(frame.getByRole('alert').getByText(w(`problem.code.${code}`))).toBeVisible()
    await expect(frame.getByText(MARKUP)).toBeVisible()
    expect(await frame.locator('html').evaluate(() => 'hit' in window)).toBe(false)
    await expect(frame.getByRole('link')).toHaveCount(0)
    await page.context().close()
  })
}

for (const host of ['localhost', '127.0.0.1']) {
  test(`who is signed in sees in a frame of ${host}, and without one, what everybody sees`, async ({
    browser,
  }) => {
    const context = await keepersBrowser(browser)
    const page = await context.newPage()
    const whole = await context.newPage()
    await whole.goto(`${open()}/explore`)
    await expect(whole.locator('[aria-busy="false"]')).toBeAttached()
    expect(numberIn((await whole.locator('dl dd').first().textContent()) ?? '')).toBe(3)
    const sent: Promise<Record<string, string>>[] = []
    page.on('request', (request) => request.url().includes('/api/') && sent.push(request.allHeaders()))
    const frame = await framing(page, `${open()}/embed/explore?q=Attack`, host)
    await drawn(frame)
    expect(await incidentsIn(frame)).toBe(2)
    await page.goto(`${open()}/embed/explore?window=2017-07-28~2017-07-31`)
    await expect(page.locator('[aria-busy="false"]')).toBeAttached()
    expect(numberIn((await page.locator('dl dd').first().textContent()) ?? '')).toBe(2)
    await expect(page.getByRole('link', { name: /Attack/ })).toHaveCount(2)
    expect(await page.content()).not.toContain(codes[2])
    const headers = await Promise.all(sent)
    expect(headers.length).toBeGreaterThan(2)
    expect(headers.filter(({ cookie }) => cookie !== undefined)).toEqual([])
    await context.close()
  })
}

test('no other page is framed, nor a view where no site may, nor by a site that is not named', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage()
  const refused = async (address: string, host?: string) => {
    await framing(page, address, host)
    await expect.poll(() => innerFrame(page)?.url()).toMatch(/^chrome-error:/)
    await expect(page.frameLocator('iframe').locator('main, dl, form')).toHaveCount(0)
  }
  await refused(`${open()}/explore`)
  await refused(`${open()}/sign-in`)
  await refused(`${open()}/api/v1/summary`)
  await refused(`${closed()}/embed/timeline`)
  await refused(`${open()}/embed/timeline`, '[::1]')
  await page.goto(`${closed()}/embed/timeline`)
  await expect(page.getByRole('heading')).toHaveText(word('en', 'embed.off.title'))
  await page.goto(`${closed()}/explore`)
  const menu = word('en', 'explore.take.of').replace('{title}', word('en', 'explore.title'))
  await page.getByRole('button', { name: menu }).click()
  await page.getByText(word('en', 'embed.take.label'), { exact: true }).click()
  await expect(page.getByText(word('en', 'embed.take.off'))).toBeVisible()
  await expect(page.getByLabel(word('en', 'embed.take.code'))).toHaveCount(0)
  await page.context().close()
})

test('without public reading a frame says so, and shows nothing', async ({ browser }) => {
  await send('/api/settings', 'PATCH', { publicReading: false })
  const page = await (await keepersBrowser(browser)).newPage()
  for (const host of ['localhost', '127.0.0.1']) {
    const frame = await framing(page, `${open()}/embed/explore?lang=en`, host)
    await expect(frame.getByRole('heading')).toHaveText(word('en', 'embed.closed.title'))
    await expect(frame.locator('dl')).toHaveCount(0)
  }
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.context().close()
})
