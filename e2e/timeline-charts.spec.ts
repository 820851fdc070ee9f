import { parse } from 'csv-parse/sync'
import { type Page, test } from 'playwright/test'
import {
  expect,
  languages,
  listCount,
  numberIn,
  numbersOf,
  reader,
  sumOf,
  tableOf,
  word,
} from './timeline-page'

test.describe.configure({ timeout: 180_000 })

const charts = ['over-time', 'casualties', 'by-actor', 'by-place', 'by-kind'] as const
/** All of it; a country by month; and what was logged here, with its disputed crew. */
const filters = ['', '?from=2016-01-01&to=2016-12-31', '?dataset=own']

for (const language of languages) {
  const w = (path: string) => word(language, `timeline.${path}`)

  test.describe(`charts in ${language}`, () => {
    let page: Page

    test.beforeEach(async ({ browser, baseURL }) => {
      page = await (await reader(browser, baseURL, { language })).newPage()
    })
    test.afterEach(() => page.context().close())

    for (const filter of filters) {
      test(`add up, row by row, to the totals and to the list: ${filter || 'everything'}`, async () => {
        await page.goto(`/timeline${filter}`)
        const listed = await listCount(page)
        const summary = await (await page.request.get(`/api/v1/summary${filter}`)).json()
        expect(summary.incidents + summary.duplicates).toBe(listed)

        const overTime = await numbersOf(await tableOf(page, w('charts.over-time')))
        const last = overTime.total.length - 1
        expect(overTime.total[last]).toBe(summary.incidents)
        for (let column = 0; column <= last; column++) {
          expect(sumOf(overTime.rows, column)).toBe(overTime.total[column])
        }
        for (const chart of charts.slice(1)) {
          const { rows, total } = await numbersOf(await tableOf(page, w(`charts.${chart}`)))
          if (chart !== 'by-actor') expect(sumOf(rows, 0)).toBe(summary.incidents)
          // incidents, then killed and wounded as low, best, high, disputed
          const { killed, wounded } = summary.totals
          expect(total[2]).toBe(killed.best)
          const told = wounded.notCollected < summary.incidents
          expect(total[6]).toBe(told ? wounded.best : undefined)
          for (const column of [2, 6]) expect(sumOf(rows, column)).toBe(total[column] ?? 0)
          if (chart === 'by-actor') continue
          for (const column of [1, 3, 4, 5, 7, 8]) expect(sumOf(rows, column)).toBe(total[column] ?? 0)
        }
      })
    }

    test('give the same numbers as CSV', async () => {
      await page.goto('/timeline?from=2016-01-01&to=2016-12-31')
      await listCount(page)
      for (const chart of charts) {
        const { total } = await numbersOf(await tableOf(page, w(`charts.${chart}`)))
        const card = page.getByRole('region', { name: w(`charts.${chart}`), exact: true }).first()
        const href = (await card.getByRole('link', { name: w('charts.as-csv') }).getAttribute('href')) ?? ''
        const answer = await page.request.get(href)
        expect(answer.headers()['content-type']).toContain('text/csv')
        const lines: Record<string, string>[] = parse(await answer.text(), {
          bom: true,
          columns: true,
          relax_column_count: true,
        })
        const column = chart === 'over-time' ? 'incidents' : 'killed_best'
        const parts = lines.filter(({ row }) => row !== 'total' && row !== 'source')
        const shown = chart === 'over-time' ? total.at(-1) : total[2]
        expect(parts.reduce((sum, line) => sum + Number(line[column]), 0)).toBe(shown)
        expect(Number(lines.find(({ row }) => row === 'total')?.[column])).toBe(shown)
      }
    })

    test('filter by a click on a bar, and the list holds what the bar counts', async () => {
      await page.goto('/timeline?from=2016-01-01&to=2016-12-31')
      await listCount(page)
      const table = await tableOf(page, w('charts.over-time'))
      const counts = new Map(
        await table
          .locator('tbody td a')
          .evaluateAll((all) =>
            all.map((one) => [one.getAttribute('href') ?? '', one.textContent ?? ''] as const),
          ),
      )
      const picture = page.getByRole('img', { name: new RegExp(w('charts.over-time')) })
      await picture.locator('.recharts-bar-rectangle').nth(2).click()
      await expect(page).toHaveURL(/kind=/)
      const { pathname, search } = new URL(page.url())
      expect(await listCount(page)).toBe(numberIn(counts.get(`${pathname}${search}`) ?? ''))

      const ranked = page.getByRole('img', { name: new RegExp(w('charts.by-place')) })
      await ranked.locator('.recharts-bar-rectangle').first().click()
      await expect(page).toHaveURL(/primary=\d+/)
      expect(await listCount(page)).toBeGreaterThan(0)
    })

    test('filter by the rows of their tables, without a mouse', async () => {
      await page.goto('/timeline?from=2016-01-01&to=2016-12-31')
      await listCount(page)
      const parameters = { 'by-place': 'primary', 'by-actor': 'party', 'by-kind': 'kind' } as const
      for (const chart of ['by-place', 'by-actor', 'by-kind'] as const) {
        const asked = new RegExp(`[?&]${parameters[chart]}=`)
        const table = await tableOf(page, w(`charts.${chart}`))
        const row = table
          .locator('tbody tr')
          .filter({ has: page.getByRole('link') })
          .nth(1)
        const counted = numberIn((await row.locator('td').first().textContent()) ?? '')
        await row.getByRole('link').focus()
        await page.keyboard.press('Enter')
        await expect(page).toHaveURL(asked)
        await expect.poll(() => listCount(page)).toBe(counted)
        await page.goBack()
        await expect(page).not.toHaveURL(asked)
        await listCount(page)
      }
    })

    test('lead from every row to the list of what it counts, and an actor itself to the actor with its parts', async () => {
      await page.goto('/timeline')
      await listCount(page)
      for (const chart of ['by-place', 'by-actor', 'by-kind'] as const) {
        const table = await tableOf(page, w(`charts.${chart}`))
        for (const row of await table
          .locator('tbody tr')
          .filter({ has: page.getByRole('link') })
          .all()) {
          const counted = numberIn((await row.locator('td').first().textContent()) ?? '')
          const href = (await row.getByRole('link').getAttribute('href')) ?? ''
          const answer = await page.request.get(href.replace('/timeline', '/api/v1/summary'))
          const { incidents, duplicates } = await answer.json()
          expect([href, incidents + duplicates]).toEqual([href, counted])
        }
      }
      const actors = await tableOf(page, w('charts.by-actor'))
      await actors.getByRole('link').first().click()
      await expect(page).toHaveURL(/party=\d+/)
      const chips = page.getByRole('list', { name: w('filter.active') })
      await chips.getByRole('button', { name: w('chip.actor-instead') }).click()
      await expect(page).toHaveURL(/actor=\d+/)
      await expect(chips.getByRole('button', { name: w('chip.party-instead') })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/party=\d+/)
    })

    test('run the way the language reads, and name whose data they rest on', async () => {
      await page.goto('/timeline?from=2016-01-01&to=2016-12-31')
      const picture = page.getByRole('img', { name: new RegExp(w('charts.over-time')) })
      const ticks = picture.locator('.recharts-xAxis-tick-labels text')
      await expect(ticks.first()).toBeVisible()
      const [first, second] = [await ticks.nth(0).boundingBox(), await ticks.nth(1).boundingBox()]
      expect((second?.x ?? 0) > (first?.x ?? 0)).toBe(language === 'en')
      const cards = page.locator('section[aria-labelledby^="chart-"]')
      await expect(cards).toHaveCount(5)
      for (const card of await cards.all()) await expect(card).toContainText('UCDP')
      await expect(page.getByText('CC BY 4.0').first()).toBeVisible()
    })
  })
}
