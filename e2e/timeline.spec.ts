import { type Page, test } from 'playwright/test'
import { expect, languages, listCount, numberIn, reader, word } from './timeline-page'

test.describe.configure({ timeout: 180_000 })

/** Rows of UCDP GED that ship with the app; enough to be endless, few enough to read to the end. */
const SOME = '/timeline?from=2020-01-01&to=2020-12-31&dataset=ucdp-ged'

const ascending = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many incidents a filter means, asked of the API. */
async function meant(page: Page): Promise<number> {
  const { search } = new URL(page.url())
  const { incidents, duplicates } = await (await page.request.get(`/api/v1/summary${search}`)).json()
  return incidents + duplicates
}

for (const language of languages) {
  const w = (path: string) => word(language, `timeline.${path}`)

  test.describe(`timeline in ${language}`, () => {
    let page: Page

    test.beforeEach(async ({ browser, baseURL }) => {
      page = await (await reader(browser, baseURL, { language })).newPage()
    })
    test.afterEach(() => page.context().close())

    test('leads there from the home page, newest first, by month, with counts that add up', async () => {
      await page.goto('/')
      await expect(page).toHaveURL(/\/timeline$/)
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
      expect(await listCount(page)).toBe(await meant(page))
      const dates = await page
        .locator('article time')
        .evaluateAll((all) => all.map((one) => (one.getAttribute('title') ?? '').slice(0, 10)))
      expect(dates.length).toBeGreaterThan(5)
      expect(dates).toEqual([...dates].sort(ascending).reverse())

      await page.getByLabel(w('view.order')).selectOption('oldest')
      await expect(page).toHaveURL(/order=oldest/)
      await expect
        .poll(async () => {
          const first = await page
            .locator('article time')
            .evaluateAll((all) => all.map((one) => (one.getAttribute('title') ?? '').slice(0, 10)))
          return JSON.stringify(first) === JSON.stringify([...first].sort(ascending))
        })
        .toBe(true)
    })

    test('filters by each of its fields, and the list holds as many as the API counts', async () => {
      await page.goto('/timeline')
      const whole = await listCount(page)

      await page.getByLabel(w('filter.text'), { exact: true }).fill('aleppo')
      await expect(page).toHaveURL(/q=aleppo/)
      expect(await listCount(page)).toBe(await meant(page))
      await page.getByRole('button', { name: w('filter.reset') }).click()
      await expect(page).toHaveURL(/\/timeline$/)
      expect(await listCount(page)).toBe(whole)

      await page
        .getByLabel(w('filter.period'), { exact: true })
        .fill(language === 'ar' ? 'تموز 2017' : 'July 2017')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/from=2017-07-01&to=2017-07-31/)
      expect(await listCount(page)).toBe(await meant(page))

      await page.getByRole('button', { name: new RegExp(`^${w('filter.kind')}:`) }).click()
      await page.getByLabel(word(language, 'kind.kinds.one-sided-violence'), { exact: true }).check()
      await expect(page).toHaveURL(/kind=one-sided-violence/)
      await page.keyboard.press('Escape')
      expect(await listCount(page)).toBe(await meant(page))

      await page.getByLabel(w('filter.killed'), { exact: true }).fill(language === 'ar' ? '٢' : '2')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/killed=2/)
      expect(await listCount(page)).toBe(await meant(page))

      await page.getByRole('button', { name: new RegExp(`^${w('filter.dataset')}:`) }).click()
      await page.getByLabel(/UCDP/).check()
      await expect(page).toHaveURL(/dataset=ucdp-ged/)
      await page.keyboard.press('Escape')
      expect(await listCount(page)).toBe(await meant(page))

      await page.getByRole('button', { name: new RegExp(`^${w('filter.status')}:`) }).click()
      await page.getByLabel(word(language, 'list.status.published'), { exact: true }).check()
      await expect(page).toHaveURL(/status=published/)
      await page.keyboard.press('Escape')
      expect(await listCount(page)).toBe(await meant(page))

      await page.goto('/timeline')
      await page.getByLabel(w('filter.disputed'), { exact: true }).check()
      await expect(page).toHaveURL(/disputed=1/)
      expect(await listCount(page)).toBe(await meant(page))
    })

    test('finds actors and places as one types, with what belongs to them', async () => {
      await page.goto('/timeline')
      await page.getByLabel(w('filter.place'), { exact: true }).fill(language === 'ar' ? 'سوريا' : 'Syria')
      await page
        .getByRole('option', { name: language === 'ar' ? 'سوريا' : 'Syria' })
        .first()
        .click()
      await expect(page).toHaveURL(/place=\d+/)
      const inSyria = await listCount(page)
      expect(inSyria).toBe(await meant(page))
      expect(inSyria).toBeGreaterThan(1000)

      await page.getByLabel(w('filter.actor'), { exact: true }).fill('Syrian insurgents')
      const insurgents = language === 'ar' ? 'فصائل سورية مسلحة' : 'Syrian insurgents'
      await page.getByRole('option', { name: insurgents }).first().click()
      await expect(page).toHaveURL(/actor=\d+/)
      const ofActor = await listCount(page)
      expect(ofActor).toBe(await meant(page))
      expect(ofActor).toBeLessThan(inSyria)
    })

    test('says of an address that names what there is not which part of it is wrong, and leads on', async () => {
      await page.goto('/timeline?actor=999999999&dataset=no-such-set')
      const main = page.getByRole('main')
      await expect(main.getByRole('heading', { level: 1 })).toHaveText(w('bad-filter.title'))
      await expect(main.getByRole('listitem').filter({ hasText: 'actor' })).toContainText('999999999')
      await expect(main.getByRole('listitem').filter({ hasText: 'dataset' })).toContainText('no-such-set')
      await main.getByRole('link', { name: w('bad-filter.reset') }).click()
      await expect(page).toHaveURL(/\/timeline$/)
      expect(await listCount(page)).toBeGreaterThan(0)
    })

    test('holds all of it in the URL: Back, Reset and a link for somebody else restore it', async ({
      browser,
      baseURL,
    }) => {
      await page.goto('/timeline')
      await page.getByLabel(w('view.group')).selectOption('year')
      await expect(page).toHaveURL(/group=year/)
      const search = page.getByLabel(w('filter.text'), { exact: true })
      // Slower than letters follow one another, so that later ones meet the first on its way.
      const slowly: Parameters<typeof page.route>[1] = (route) => setTimeout(() => void route.continue(), 700)
      await page.route(/_rsc=/, slowly)
      await search.pressSequentially('homs', { delay: 400 })
      await expect(page).toHaveURL(/q=homs/)
      await page.unroute(/_rsc=/, slowly)
      const found = await listCount(page)
      await page.getByLabel(w('filter.disputed'), { exact: true }).check()
      await expect(page).toHaveURL(/disputed=1/)

      await page.goBack()
      await expect(page).toHaveURL(/q=homs&group=year/)
      await expect(search).toHaveValue('homs')
      await expect(page.getByLabel(w('filter.disputed'), { exact: true })).not.toBeChecked()
      expect(await listCount(page)).toBe(found)

      const other = await (await reader(browser, baseURL, { language })).newPage()
      await other.goto(page.url())
      await expect(other.getByLabel(w('filter.text'), { exact: true })).toHaveValue('homs')
      await expect(other.getByLabel(w('view.group'))).toHaveValue('year')
      expect(await listCount(other)).toBe(found)
      await other.context().close()

      // One step for the whole word, not one a letter.
      await page.goBack()
      await expect(page).toHaveURL(/\/timeline\?group=year$/)
      await expect(search).toHaveValue('')

      await page.goForward()
      await page.getByRole('button', { name: w('filter.reset') }).click()
      await expect(page).toHaveURL(/\/timeline\?group=year$/)
      await expect(page.getByRole('list', { name: w('filter.active') })).toHaveCount(0)
    })

    test('reads to the very end without drawing more than what is near the screen', async () => {
      await page.goto(SOME)
      const promised = await listCount(page)
      expect(promised).toBeGreaterThan(100)
      test.slow()
      const seen = new Set<string>()
      let most = 0
      for (let atEnd = false; ; ) {
        await expect(page.locator('ol .animate-pulse')).toHaveCount(0, { timeout: 30_000 })
        const links = await page
          .locator('article h3 a')
          .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
        for (const link of links) if (link) seen.add(link)
        most = Math.max(most, links.length)
        if (atEnd) break
        atEnd = await page.evaluate(async () => {
          scrollBy(0, 900)
          // Two frames: the one in which the scroll is told, and the one in which its rows are drawn.
          for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
          return scrollY + innerHeight >= document.documentElement.scrollHeight - 1
        })
      }
      expect(seen.size).toBe(promised)
      expect(most).toBeLessThan(60)
    })

    test('jumps to any heading, which stays at the top with its count', async () => {
      await page.goto('/timeline?group=year&order=oldest')
      await listCount(page)
      const jump = page.getByLabel(w('list.jump'))
      const years = await jump
        .locator('option')
        .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).label))
      const last = years.at(-1) ?? ''
      await jump.selectOption({ label: last })
      const section = page.getByRole('region', { name: last, exact: true })
      await expect(section.locator('article').first()).toBeVisible()
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(10_000)
      await page.mouse.wheel(0, -300)
      await expect
        .poll(() =>
          page.locator('section h2').evaluateAll((all) =>
            all.some((one) => {
              const { top } = one.getBoundingClientRect()
              return top >= -2 && top < 20
            }),
          ),
        )
        .toBe(true)
      expect(await page.locator('article').count()).toBeLessThan(60)
    })

    test('offers no choice that it could not answer yet, while its script is on the way', async () => {
      let go = () => {}
      const held = new Promise<void>((resolve) => {
        go = resolve
      })
      await page.route('**/*.js', async (route) => {
        await held
        await route.continue()
      })
      await page.goto('/timeline?group=year', { waitUntil: 'commit' })
      const jump = page.getByLabel(w('list.jump'))
      await expect(jump).toBeDisabled()
      await expect(page.getByLabel(w('view.order'))).toBeDisabled()
      go()
      await expect(jump).toBeEnabled()
      await page.unrouteAll({ behavior: 'wait' })
    })

    test('draws an imprecise date as a span', async () => {
      await page.goto(SOME)
      await listCount(page)
      await expect(page.locator('[data-span="point"]').first()).toBeVisible()
      await expect(page.locator('[data-span="within"], [data-span="throughout"]').first()).toBeVisible()
    })

    test('says what is wrong with an address, names the part and leads out', async () => {
      await page.goto('/timeline?from=2017-13-45&colour=red')
      const alert = page.getByRole('alert').filter({ hasText: /\S/ })
      await expect(alert).toContainText('from')
      await expect(alert).toContainText('colour')
      await alert.getByRole('link').click()
      await expect(page).toHaveURL(/\/timeline$/)
      expect(await listCount(page)).toBeGreaterThan(0)
    })

    test('says so where nothing matches, and what to do next', async () => {
      await page.goto('/timeline?q=zzzzqqqq')
      await expect(page.getByText(w('empty.filtered-title'))).toBeVisible()
      await page.getByRole('link', { name: w('empty.reset') }).click()
      await expect(page).toHaveURL(/\/timeline$/)
    })

    test('works without a mouse: search, drop the filter, open an incident, come back', async () => {
      await page.goto('/timeline')
      await listCount(page)
      await page.getByLabel(w('filter.text'), { exact: true }).focus()
      await page.keyboard.type('idlib')
      await expect(page).toHaveURL(/q=idlib/)
      await listCount(page)
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
      for (let step = 0; step < 20 && !(await focused()).includes('idlib'); step++)
        await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/\/timeline$/)
      await listCount(page)
      const onIncident = () =>
        page.evaluate(() => document.activeElement?.getAttribute('href')?.startsWith('/incidents/') ?? false)
      for (let step = 0; step < 30 && !(await onIncident()); step++) await page.keyboard.press('Tab')
      // As fast as a held key repeats, far beyond what was drawn at first.
      for (let step = 0; step < 25; step++) await page.keyboard.press('Tab', { delay: 35 })
      expect(await onIncident()).toBe(true)
      const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '')
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${href}`)
      await page.goBack()
      await expect(page.locator(`a[href="${href}"]`)).toBeInViewport()
    })

    test('fits a phone: nothing sticks out, filters fold, list and charts take turns', async ({
      browser,
      baseURL,
    }) => {
      const phone = await (
        await reader(browser, baseURL, { language }, { width: 390, height: 844 })
      ).newPage()
      await phone.goto('/timeline')
      await listCount(phone)
      const overflow = () =>
        phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(await overflow()).toBe(0)
      await expect(phone.getByLabel(w('filter.period'), { exact: true })).toBeHidden()
      await phone.getByRole('button', { name: w('filter.open') }).click()
      await expect(phone.getByLabel(w('filter.period'), { exact: true })).toBeVisible()
      expect(await overflow()).toBe(0)
      await phone.getByRole('button', { name: w('panes.charts'), exact: true }).click()
      await expect(phone.getByRole('img', { name: new RegExp(w('charts.by-place')) })).toBeVisible()
      expect(await overflow()).toBe(0)
      await phone.context().close()
    })
  })
}

test('writes Arabic digits and either family of month names where they are chosen', async ({
  browser,
  baseURL,
}) => {
  const path = '/timeline?from=2017-07-01&to=2017-07-31'
  const heading = async (preferences: Record<string, string>) => {
    const page = await (await reader(browser, baseURL, { language: 'ar', ...preferences })).newPage()
    await page.goto(path)
    const text = (await page.locator('h2[id^="group-"]').first().textContent()) ?? ''
    const count = (await page.getByRole('status').first().textContent()) ?? ''
    await page.context().close()
    return { text: text.trim(), count }
  }
  expect((await heading({})).text).toBe('تموز 2017')
  const arabic = await heading({ digits: 'arab', months: 'gulf' })
  expect(arabic.text).toBe('يوليو ٢٠١٧')
  expect(arabic.count).toMatch(/[٠-٩]/)
  expect(numberIn(arabic.count)).toBe(numberIn((await heading({})).count))
})
