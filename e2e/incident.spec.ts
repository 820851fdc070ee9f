import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from 'playwright/test'
import { change, recordPair } from './recorded-incident'
import { wordsOf } from './words'

const languages = ['ar', 'en'] as const

let codes: Awaited<ReturnType<typeof recordPair>>

test.beforeAll(async ({ request }) => {
  codes = await recordPair(request)
})

async function prefer(context: BrowserContext, baseURL: string | undefined, cookies: Record<string, string>) {
  const url = baseURL ?? ''
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })))
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

for (const language of languages) {
  const words = wordsOf(language, 'incident')
  const states = wordsOf(language, 'figure').state
  const outcomes = wordsOf(language, 'claim').outcome

  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ context, baseURL }) => {
      await prefer(context, baseURL, { language })
    })

    test('a figure opens by keyboard to its bounds, its reasons and its claims', async ({ page }) => {
      await page.goto(`/incidents/${codes.attack}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        language === 'ar' ? 'هجوم على موقعين' : 'Attack on two positions',
      )
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr')
      const whole = section(page, words.figures)
        .getByRole('group')
        .filter({ hasText: outcomes.killed })
        .first()
      await whole.locator('summary').focus()
      await page.keyboard.press('Enter')
      await expect(whole.getByRole('term').filter({ hasText: words.bounds.low })).toBeVisible()
      await expect(whole.getByRole('definition')).toHaveText(['4', /./, '5'])
      await expect(whole.locator('summary')).toContainText(states.range)
    })

    test('claims of one thing stand side by side in their words, and differ', async ({ page }) => {
      await page.goto(`/incidents/${codes.attack}`)
      const claims = section(page, words.claims)
      await expect(claims.getByText('قتل أربعة أشخاص')).toBeVisible()
      await expect(claims.getByText('five were killed')).toBeVisible()
      await expect(claims.getByText(words['claims-differ'])).toBeVisible()
      const [first, second] = await claims.getByRole('article').all()
      const [a, b] = [await first?.boundingBox(), await second?.boundingBox()]
      expect(a?.y).toBe(b?.y)
      expect(a?.x).not.toBe(b?.x)
    })

    test('claims that cannot both be true stand apart, undecided, and every total waits', async ({
      page,
    }) => {
      await page.goto(`/incidents/${codes.aircraft}`)
      const conflict = section(page, words.conflicts)
      await expect(conflict.getByText(words.conflict.cannot)).toBeVisible()
      await expect(conflict.getByText(words.conflict.undecided, { exact: true })).toBeVisible()
      await expect(conflict.getByText('مقتل قائدها')).toBeVisible()
      await expect(conflict.getByText('جرى احتجاز طاقمها المكون من فردين')).toBeVisible()
      await expect(conflict.getByText('محمد المنصوري')).toBeVisible()
      await expect(section(page, words.figures).getByText(states.disputed).first()).toBeVisible()
      await expect(section(page, words.figures).getByText('0–1').first()).toBeVisible()
      await expect(section(page, words.equipment).getByRole('group')).toHaveCount(1)
    })

    test('links are told from either side', async ({ page }) => {
      await page.goto(`/incidents/${codes.attack}`)
      const links = section(page, words.links)
      await expect(links.getByText(words['link-out'].before)).toBeVisible()
      await links.getByRole('link').click()
      await expect(page).toHaveURL(new RegExp(`/incidents/${codes.aircraft}$`))
      await expect(section(page, words.links).getByText(words['link-in'].before)).toBeVisible()
    })

    test('the map says what it shows, and asks nobody outside', async ({ page, baseURL }) => {
      const outside: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '')) outside.push(request.url())
      })
      await page.goto(`/incidents/${codes.attack}`)
      const maps = section(page, words['where-title']).getByRole('img')
      await expect(maps).toHaveCount(2)
      await expect(maps.first()).toHaveAccessibleName(language === 'ar' ? /درنة/ : /Derna/)
      await expect(section(page, words['where-title']).getByText(words.map['caption-near'])).toBeVisible()
      expect(outside).toEqual([])
    })

    test('a report shows how its date is known, and its address tells nobody where one comes from', async ({
      page,
    }) => {
      await page.goto(`/incidents/${codes.attack}`)
      const report = section(page, words.reports).getByRole('listitem').filter({ hasText: 'news.example' })
      await expect(report.getByText(wordsOf(language, 'list').published.inferred)).toBeVisible()
      await report.getByText('https://news.example/derna').click()
      const away = report.getByRole('link', { name: 'news.example' })
      await expect(away).toHaveAttribute('href', 'https://news.example/derna')
      await expect(away).toHaveAttribute('rel', 'noopener noreferrer nofollow external')
      await expect(away).toHaveAttribute('referrerpolicy', 'no-referrer')
      await expect(report.getByText(wordsOf(language, 'outside').warning)).toBeVisible()
    })

    test('no page is wider than a phone, and none has an axe finding', async ({ page, context, baseURL }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      for (const theme of ['light', 'dark']) {
        await prefer(context, baseURL, { theme })
        for (const code of [codes.attack, codes.aircraft]) {
          await page.goto(`/incidents/${code}`)
          await page.getByRole('heading', { level: 1 }).waitFor()
          for (const summary of await page.locator('summary').all()) await summary.click()
          const { violations } = await new AxeBuilder({ page }).analyze()
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([])
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(beyond).toBe(0)
        }
      }
    })

    test('an imported incident names its dataset, its sources and its row', async ({ page, request }) => {
      const response = await request.get('/api/v1/incidents?dataset=ucdp-ged&limit=1')
      const { incidents } = (await response.json()) as { incidents: { code: string }[] }
      await page.goto(`/incidents/${incidents[0]?.code}`)
      const dataset = section(page, words.dataset.title)
      await expect(dataset.getByText('CC BY 4.0')).toBeVisible()
      await expect(dataset.getByRole('heading', { name: words.dataset.sources })).toBeVisible()
      await dataset.getByText(words.dataset.raw).click()
      await expect(dataset.getByText('type_of_violence', { exact: true })).toBeVisible()
      await expect(page.getByText(words['figure-text']['not-collected']).first()).toBeVisible()
    })

    test('stands as a skeleton until it has been read', async ({ page }) => {
      const answer = await page.request.get(`/incidents/${codes.attack}`)
      const html = await answer.text()
      const skeleton = html.indexOf('aria-busy="true"')
      expect(skeleton).toBeGreaterThan(0)
      expect(html.indexOf('<h1', skeleton)).toBeGreaterThan(skeleton)
      expect(html.slice(0, skeleton)).not.toContain('<h1')
    })

    test('a code or version that nothing has gets a kind answer', async ({ page }) => {
      for (const part of [`${codes.attack}?version=99`, `${codes.attack}?version=first`]) {
        expect((await page.request.get(`/incidents/${part}`)).status()).toBe(404)
      }
      const response = await page.goto('/incidents/LY-2017-0000')
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { name: words['not-found'].title })).toBeVisible()
    })
  })
}

test('every past version can be read, with what the next one changed', async ({
  page,
  request,
  context,
  baseURL,
}) => {
  await prefer(context, baseURL, { language: 'en' })
  const words = wordsOf('en', 'incident')
  const { attack } = await recordPair(request)
  await change(request, attack, (incident) => {
    incident.title.en = 'Attack near Derna'
    for (const { says } of incident.claims) if (says.point === 5) says.point = 6
  })
  await page.goto(`/incidents/${attack}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attack near Derna')
  await section(page, words.history).getByRole('link', { name: 'Version 1' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attack on two positions')
  const table = page.getByRole('table', { name: 'What version 2 changed' })
  await expect(table.getByRole('row', { name: 'Title in English' })).toContainText('Attack near Derna')
  const claim = table.getByRole('row', { name: 'Claim' })
  await expect(claim.getByRole('cell').first()).toContainText('5')
  await expect(claim.getByRole('cell').last()).toContainText('6')
  await page.getByRole('link', { name: words.past.now }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Attack near Derna')
})

test('a decided conflict shows what was chosen and why, and the figures follow', async ({
  page,
  request,
  context,
  baseURL,
}) => {
  await prefer(context, baseURL, { language: 'en' })
  const words = wordsOf('en', 'incident')
  const { aircraft } = await recordPair(request)
  await change(request, aircraft, ({ conflictSets: [set] }) => {
    if (!set) return
    set.decided = set.alternatives[0]?.key ?? null
    set.decidedWhy = 'A body was shown.'
  })
  await page.goto(`/incidents/${aircraft}`)
  const conflict = section(page, words.conflicts)
  await expect(conflict.getByText(words.conflict.chosen)).toHaveCount(1)
  await expect(conflict.getByText('A body was shown.')).toBeVisible()
  await expect(page.getByText(wordsOf('en', 'figure').state.disputed, { exact: true })).toHaveCount(0)
})

test('deleting can be undone at once', async ({ page, request, context, baseURL }) => {
  await prefer(context, baseURL, { language: 'en' })
  const { actions } = wordsOf('en', 'incident')
  const { attack } = await recordPair(request)
  await page.goto(`/incidents/${attack}`)
  await page.getByRole('button', { name: actions.delete }).click()
  await expect(page.getByText(actions.deleted)).toBeVisible()
  expect((await request.get(`/api/v1/incidents/${attack}`)).status()).toBe(404)
  await page.getByRole('button', { name: actions.undo }).click()
  await expect(page.getByRole('button', { name: actions.delete })).toBeEnabled()
  expect((await request.get(`/api/v1/incidents/${attack}`)).status()).toBe(200)
})

test('digits and month names follow the reader', async ({ page, context, baseURL }) => {
  await prefer(context, baseURL, { language: 'ar', digits: 'arab', months: 'gulf' })
  await page.goto(`/incidents/${codes.attack}`)
  await expect(page.getByRole('time').first()).toHaveText('في ٣٠ يوليو ٢٠١٧ أو قبله')
  await prefer(context, baseURL, { digits: 'latn', months: 'levantine' })
  await page.reload()
  await expect(page.getByRole('time').first()).toHaveText('في 30 تموز 2017 أو قبله')
})
