import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type Page, test } from 'playwright/test'
import { incidentsShown, total } from './explore-page'
import { mapBrowser } from './map-browser'
import { expect, languages, numberIn, reader, word } from './timeline-page'
import {
  claimed,
  type Installation,
  newInstallation,
  removeInstallation,
  startWaqai,
  type WaqaiProcess,
} from './waqai-process'

/*
 * An installation whose limit of the explorer is so low that the sample is beyond it: the server answers, and the page
 * shows what the API counts all the same.
 */

test.describe.configure({ mode: 'serial', timeout: 180_000 })
test.use({ launchOptions: mapBrowser })

/** An outside ground of one colour, with words of its own, which are not to be drawn. */
const style = {
  version: 8,
  glyphs: 'http://localhost:1/{fontstack}/{range}.pbf',
  sources: {
    here: {
      type: 'geojson',
      data: { type: 'Point', coordinates: [20, 20] },
      attribution: '<a href="/">Made-up ground</a>',
    },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#00c000' } },
    { id: 'words', type: 'symbol', source: 'here', layout: { 'text-field': 'words' } },
  ],
}
let asked = 0
const outside = createServer((request, response) => {
  asked++
  response.setHeader('access-control-allow-origin', '*')
  // Whoever looks is told of by nothing but their address.
  expect([request.headers.cookie, request.headers.referer]).toEqual([undefined, undefined])
  response.end(JSON.stringify(style))
})

let installation: Installation
let waqai: WaqaiProcess
let cookies: { name: string; value: string; url: string }[] = []

test.beforeAll(async () => {
  test.setTimeout(300_000)
  installation = await newInstallation()
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  const { port } = outside.address() as AddressInfo
  waqai = startWaqai(installation, {
    ...{ WAQAI_SAMPLE: 'yes', WAQAI_EXPLORE_ROWS: '10' },
    WAQAI_MAP_STYLE_URL: `http://127.0.0.1:${port}/style.json`,
  })
  await waqai.ready
  cookies = await claimed(installation, waqai)
})

test.afterAll(async () => {
  waqai.child.kill('SIGTERM')
  await waqai.ended
  removeInstallation(installation)
  outside.close()
})

async function explorer(browser: Browser, language: (typeof languages)[number]): Promise<Page> {
  const context = await reader(browser, installation.url, { language })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto('/explore')
  return page
}

for (const language of languages) {
  const w = (path: string) => word(language, path)

  /** What the page shows of its address comes to be what the API counts of it. */
  const agrees = async (page: Page): Promise<number> => {
    let incidents = Number.NaN
    await expect(async () => {
      await expect(page.locator('[aria-busy="false"]')).toBeAttached()
      const asked = new URL(page.url()).searchParams
      const answer = await page.request.get(`/api/v1/summary?${asked}`)
      const counted = (await answer.json()) as {
        incidents: number
        byKind: { incidents: number }[]
        totals: { killed: { low: number } }
      }
      expect(await incidentsShown(page, language)).toBe(counted.incidents)
      expect(numberIn((await total(page, language, 'killed').textContent()) ?? '')).toBe(
        counted.totals.killed.low,
      )
      incidents = counted.incidents
    }).toPass({ timeout: 60_000 })
    return incidents
  }

  test(`in ${language}, the server answers where there are too many incidents`, async ({ browser }) => {
    const page = await explorer(browser, language)
    await expect(page.getByText(w('explore.from-server'))).toBeVisible({ timeout: 60_000 })
    const all = await agrees(page)
    expect(all).toBeGreaterThan(10_000)

    const kinds = page.getByRole('region', { name: w('timeline.charts.by-kind'), exact: true })
    await kinds.getByRole('listitem').first().getByRole('button').click()
    await expect(page).toHaveURL(/kind=/)
    const ofKind = await agrees(page)
    expect(ofKind).toBeLessThan(all)

    const until = page.getByRole('slider').last()
    await until.focus()
    await until.press('PageDown')
    await expect(page).toHaveURL(/to=/)
    expect(await agrees(page)).toBeLessThan(ofKind)

    // A slider that moves is part of the step before.
    await page.goBack()
    expect(await agrees(page)).toBe(all)
    await page.context().close()
  })

  test(`in ${language}, an outside ground lies under the map where a keeper says so`, async ({ browser }) => {
    const page = await explorer(browser, language)
    const reports: string[] = []
    page.on('request', (request) => request.url().includes('/api/csp-reports') && reports.push(request.url()))
    const before = asked
    await page.goto('/explore?map=1')
    const map = page.getByRole('region', { name: w('explore.map.title'), exact: true })
    await expect(map.getByText('Made-up ground', { exact: true })).toBeVisible({ timeout: 60_000 })
    expect(asked).toBe(before + 1)
    expect(reports).toEqual([])
    await page.context().close()
  })
}
