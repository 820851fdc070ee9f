import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { type Locator, type Page, test } from 'playwright/test'
import { incidentsShown, taken, total } from './explore-page'
import { expect, languages, numberIn, reader, word } from './timeline-page'

test.describe.configure({ timeout: 180_000 })

/** The address's query, without what is the explorer's alone. */
const filterOf = (page: Page): string => {
  const parameters = new URL(page.url()).searchParams
  for (const own of ['lanes', 'window', 'against']) parameters.delete(own)
  return parameters.toString()
}

/** Until the worker has answered the last question. */
async function rested(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="false"]')).toBeAttached()
}

interface Told {
  incidents: number
  killed: number[]
}

/** The totals that the page shows. */
async function shown(page: Page, language: (typeof languages)[number]): Promise<Told> {
  await rested(page)
  const killed = await total(page, language, 'killed').locator('bdo').textContent()
  const numbers = (killed ?? '').split('–').map(numberIn)
  return {
    incidents: await incidentsShown(page, language),
    killed: numbers.length === 1 ? [numbers[0], numbers[0], numbers[0]].map(Number) : numbers.map(Number),
  }
}

/** The totals that the API gives of the same filter. */
async function counted(page: Page): Promise<Told> {
  const { incidents, totals } = await (await page.request.get(`/api/v1/summary?${filterOf(page)}`)).json()
  return { incidents, killed: [totals.killed.low, totals.killed.best, totals.killed.high] }
}

const rows = (page: Page, title: string): Locator =>
  page.getByRole('region', { name: title, exact: true }).getByRole('listitem')

for (const language of languages) {
  const w = (path: string) => word(language, path)

  test.describe(`explorer in ${language}`, () => {
    let page: Page

    test.beforeEach(async ({ browser, baseURL }) => {
      page = await (await reader(browser, baseURL, { language })).newPage()
    })
    test.afterEach(() => page.context().close())

    /** The page comes to show what the API counts of its address, which follows a gesture a moment later. */
    const agrees = async () => {
      const both = async () => JSON.stringify([await shown(page, language), await counted(page)])
      await expect.poll(both).toMatch(/^\[(.+),\1\]$/)
      return await shown(page, language)
    }

    test('shows what the API counts, step by step, back, and again from its link', async ({
      browser,
      baseURL,
    }) => {
      await page.goto('/explore')
      const all = await agrees()
      expect(all.incidents).toBeGreaterThan(10_000)
      // Nobody changed anything.
      await expect(page.getByText(w('explore.changed').split('{')[0] ?? '')).toHaveCount(0)

      const kinds = rows(page, w('timeline.charts.by-kind'))
      const before = await kinds.allTextContents()
      await kinds.first().getByRole('button').click()
      await expect(page).toHaveURL(/kind=/)
      const ofKind = await agrees()
      expect(ofKind.incidents).toBeLessThan(all.incidents)
      // A view leaves out what it is the picture of.
      expect(await kinds.allTextContents()).toEqual(before)
      await expect(kinds.first().getByRole('button')).toHaveAttribute('aria-pressed', 'true')

      await rows(page, w('timeline.charts.by-place')).first().getByRole('button').click()
      await expect(page).toHaveURL(/primary=/)
      const narrow = await agrees()
      expect(narrow.incidents).toBeLessThan(ofKind.incidents)
      await expect(
        page.getByRole('list', { name: w('timeline.filter.active') }).getByRole('listitem'),
      ).toHaveCount(3)

      const again = await (await reader(browser, baseURL, { language })).newPage()
      await again.goto(page.url())
      expect(await shown(again, language)).toEqual(narrow)
      await again.context().close()

      await page.goBack()
      await expect(page).not.toHaveURL(/primary=/)
      expect(await agrees()).toEqual(ofKind)
      await page.getByRole('button', { name: w('timeline.filter.reset') }).click()
      await expect(page).toHaveURL(/\/explore$/)
      expect(await agrees()).toEqual(all)

      const cell = page
        .getByRole('region', { name: w('explore.pairs.title'), exact: true })
        .getByRole('button')
        .first()
      const both = numberIn(((await cell.textContent()) ?? '').split(':').at(-1) ?? '')
      await cell.click()
      await expect(page).toHaveURL(/party=\d+,\d+/)
      expect((await agrees()).incidents).toBe(both)
    })

    test('grades, means and reports are chosen in their views, and counted, told and linked alike', async () => {
      await page.goto('/explore')
      await rested(page)
      const chips = page.getByRole('list', { name: w('timeline.filter.active') }).getByRole('listitem')
      const views = [
        ['explore.by-report', /report=\d+/],
        ['explore.by-grade', /grade=/],
        ['explore.by-means', /means=/],
      ] as const
      for (const [count, [title, address]] of views.entries()) {
        const all = await agrees()
        const listed = await rows(page, w(title)).allTextContents()
        await rows(page, w(title)).first().getByRole('button').click()
        await expect(page).toHaveURL(address)
        expect((await agrees()).incidents).toBeLessThanOrEqual(all.incidents)
        expect(await rows(page, w(title)).allTextContents()).toEqual(listed)
        await expect(chips).toHaveCount(count + 2) // the last one resets
      }
      const found = await agrees()
      expect(found.incidents).toBeGreaterThan(0)
      const told = await chips.allTextContents()
      await page.reload()
      expect(await agrees()).toEqual(found)
      expect(await chips.allTextContents()).toEqual(told)

      // The timeline tells and drops the same.
      await page.goto(`/timeline?${filterOf(page)}`)
      await expect(chips).toHaveCount(4)
      for (let left = 3; left > 0; left--) {
        await chips.first().getByRole('button').last().click()
        await expect(chips).toHaveCount(left > 1 ? left : 0)
      }
      await expect(page).toHaveURL(/\/timeline$/)
    })

    test('a period is drawn over the chart, words are searched for, and all of it is counted alike', async () => {
      await page.goto('/explore')
      await rested(page)
      const chart = page.getByRole('img', { name: /./ }).nth(1)
      const box = await chart.boundingBox()
      if (!box) throw new Error('no chart')
      await page.mouse.move(box.x + box.width * 0.4, box.y + 40)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * 0.5, box.y + 40, { steps: 5 })
      await page.mouse.move(box.x + box.width * 0.6, box.y + 40, { steps: 5 })
      await page.mouse.up()
      await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=/)
      const drawn = await agrees()
      expect(drawn.incidents).toBeGreaterThan(0)

      await page.getByLabel(w('timeline.filter.text'), { exact: true }).fill('aleppo')
      await expect(page).toHaveURL(/q=aleppo/)
      const found = await agrees()
      expect(found.incidents).toBeLessThan(drawn.incidents)
    })

    test('by keys alone: the period, the zoom down to titles, and an incident', async () => {
      await page.goto('/explore?from=2017-01-01&to=2017-12-31')
      await rested(page)
      const first = page.getByRole('slider').first()
      await first.focus()
      const told = await first.getAttribute('aria-valuetext')
      await page.keyboard.press('ArrowDown')
      await expect(first).not.toHaveAttribute('aria-valuetext', told ?? '')
      await expect(page).not.toHaveURL(/from=2017-01-01/)
      await agrees()

      const timeline = page.getByRole('group', { name: w('explore.timeline.title'), exact: true })
      await timeline.focus()
      await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft')
      const links = timeline.getByRole('link')
      for (let step = 0; step < 24 && (await links.count()) === 0; step++) {
        await page.keyboard.press('+')
        await rested(page)
        await page.waitForTimeout(150) // what is near is fetched once the zoom rests
      }
      await expect(links.first()).toBeVisible()
      await expect(page).toHaveURL(/window=/)
      await page.keyboard.press('Tab')
      await expect(links.first()).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/incidents\/[A-Z]{2}-\d{4}-/)
      await page.goBack()
      await expect(timeline).toBeVisible()
    })

    test('what is taken along has the numbers of the screen', async () => {
      await page.goto('/explore?kind=battles,organised-violence')
      const told = await agrees()
      const title = w('timeline.charts.by-place')
      const open = async (name: string) =>
        page.getByRole('button', { name: w('explore.take.of').replace('{title}', name) }).click()
      await open(title)
      const csv = await taken(page, page.getByRole('link', { name: w('explore.take.csv') }))
      const lines = (await readFile(await csv.path(), 'utf8')).split('\r\n').map((line) => line.split(','))
      const column = lines[0]?.indexOf('killed_best') ?? -1
      const total = lines.find(([row]) => row === 'total')
      expect(Number(total?.[column])).toBe(told.killed[1])
      await page.keyboard.press('Escape')

      await open(w('explore.timeline.title'))
      const png = await taken(page, page.getByRole('button', { name: w('explore.take.png') }))
      expect((await readFile(await png.path())).subarray(1, 4).toString()).toBe('PNG')
      const svg = await taken(page, page.getByRole('button', { name: w('explore.take.svg') }))
      expect(await readFile(await svg.path(), 'utf8')).toMatch(/^<svg [\s\S]*<rect [\s\S]*<\/svg>\n$/)
    })

    test('two periods stand side by side, time is played, and a citation and paper say what is shown', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto('/explore?from=2014-01-01&to=2014-12-31')
      const before = await agrees()
      await page.getByRole('button', { name: w('explore.compare.start') }).click()
      // Who wants no motion moves time on by hand.
      const play = page.getByRole('button', { name: w('explore.play.start') })
      await play.click()
      await expect(page).toHaveURL(/from=2015-01-01&to=2015-12-31/)
      const after = await agrees()
      const sides = page.getByRole('region', { name: w('explore.compare.title') }).locator('dl')
      for (const [at, { incidents }] of [before, after].entries())
        await expect
          .poll(async () => numberIn((await sides.nth(at).locator('dd').first().textContent()) ?? ''))
          .toBe(incidents)
      expect(after.incidents).not.toBe(before.incidents)

      await page.emulateMedia({ reducedMotion: 'no-preference' })
      await play.click()
      await expect(page).toHaveURL(/from=2017-01-01&to=2017-12-31/)
      await page.getByRole('button', { name: w('explore.play.stop') }).click()
      await agrees()

      const title = w('explore.timeline.title')
      await page.getByRole('button', { name: w('explore.take.of').replace('{title}', title) }).click()
      await page.getByRole('button', { name: w('explore.take.citation') }).click()
      await expect(page.getByText(w('explore.take.copied'))).toBeVisible()
      const citation = await page.evaluate(() => navigator.clipboard.readText())
      for (const part of [w('common.name'), 'UCDP', page.url()]) expect(citation).toContain(part)
      expect(citation).toMatch(new RegExp(w('explore.take.version').replace('{version}', '\\S{20,}')))
      await page.keyboard.press('Escape')

      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      await expect(play).toBeHidden()
    })

    for (const theme of ['light', 'dark'])
      test(`axe finds nothing, and no page is wider than its screen: ${theme}`, async ({
        browser,
        baseURL,
      }) => {
        const own = await (await reader(browser, baseURL, { language, theme })).newPage()
        // Near enough for titles, and with every part that the whole has.
        await own.goto('/explore?from=2016-01-01&to=2016-12-31&window=2016-03-01~2016-03-02&lanes=place')
        await rested(own)
        await own.locator('details').first().locator('summary').click()
        for (const width of [1440, 390]) {
          await own.setViewportSize({ width, height: 900 })
          await rested(own)
          const { violations } = await new AxeBuilder({ page: own }).analyze()
          expect(violations.map(({ id, nodes }) => `${width}: ${id}: ${nodes[0]?.html}`)).toEqual([])
          const wide = await own.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(wide).toBe(0)
        }
        await own.context().close()
      })
  })
}

test('opens with at most 350 kB of scripts as they are sent, and without the map', async ({
  browser,
  baseURL,
}) => {
  const page = await (await reader(browser, baseURL, { language: 'en' })).newPage()
  const scripts: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (/\.m?js$/.test(new URL(request.url()).pathname))
      scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto('/explore')
  await rested(page)
  const sent = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0)
  const beforeTheMap = scripts.length
  console.log(`scripts of the explorer: ${beforeTheMap}, ${Math.round(sent / 1000)} kB`)
  expect(sent).toBeGreaterThan(50_000)
  expect(sent).toBeLessThanOrEqual(350_000)
  await page.getByRole('button', { name: word('en', 'explore.map.open') }).click()
  await expect.poll(() => scripts.length).toBeGreaterThan(beforeTheMap)
  await page.context().close()
})
