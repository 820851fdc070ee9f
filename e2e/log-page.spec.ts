import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import { handsOn, speak } from './hands'

const words = {
  ar: { add: 'أضف جهة', claim: 'قتل ثلاثة مدنيين', clash: 'اشتباك' },
  en: { add: 'Add an actor', claim: 'three civilians were killed', clash: 'clash' },
} as const

/** The form with something open in each of its parts. */
async function fill(page: Page, language: 'ar' | 'en'): Promise<void> {
  const { type, press } = handsOn(page)
  await press('Alt+KeyG')
  await type(words[language].clash)
  await press('Tab Alt+KeyA')
  await press('Alt+KeyW')
  await press('Alt+KeyQ')
  await type(words[language].claim)
  await press('Alt+KeyL')
}

for (const language of ['ar', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`the log form has no accessibility findings, and fits a phone (${language}, ${theme})`, async ({
      page,
      baseURL,
    }) => {
      await speak(page, language, baseURL ?? '')
      await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }])
      await page.goto('/log')
      await expect(page.getByRole('combobox', { name: words[language].add })).toBeVisible()
      await fill(page, language)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])

      await page.setViewportSize({ width: 390, height: 844 })
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(390)
    })

test('an incident in English: added actor and place, refused with its reasons, then recorded', async ({
  page,
  baseURL,
}) => {
  test.slow()
  await speak(page, 'en', baseURL ?? '')
  await page.goto('/log')
  const { type, press } = handsOn(page)
  const name = `Guards ${Date.now()}`
  await page.getByRole('textbox', { name: 'Published on' }).fill('12 March 2024')
  await press('Alt+KeyG')
  await type('shelling')
  await press('Tab Tab')
  await page.getByRole('textbox', { name: 'Title in English' }).fill('Shelling of a well')
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('yesterday')
  await expect(page.getByText('11 March 2024 (counted from the report’s date)')).toBeVisible()

  await page.getByRole('combobox', { name: 'Place', exact: true }).fill('14.62, 24.88')
  await page.getByRole('option', { name: 'Add a place at 14.6200, 24.8800' }).click()
  const place = page.getByRole('group', { name: 'A new place' })
  await place.getByRole('textbox', { name: 'Name in English' }).fill(`Well of ${name}`)
  await place.getByRole('combobox', { name: /lies in$/ }).fill('Sudan')
  await page
    .getByRole('option', { name: /^Sudan/ })
    .first()
    .click()
  await place.getByRole('button', { name: 'Add the place' }).click()
  await expect(page.getByRole('combobox', { name: 'Place', exact: true })).toHaveValue(`Well of ${name}`)

  await press('Alt+KeyP')
  await page.getByRole('combobox', { name: 'Add an actor' }).fill(name)
  await page.getByRole('option', { name: `Add “${name}”` }).click()
  await press('Enter')
  await expect(page.getByRole('combobox', { name: `Part of ${name}` })).toBeVisible()

  await press('Alt+KeyQ')
  await type('dozens of civilians were killed')
  await press('Alt+KeyS')
  const refusal = page.getByRole('region', { name: 'Some of this cannot be taken as it stands' })
  await refusal.getByRole('button', { name: /Something must be said here/ }).click()
  await expect(page.getByRole('textbox', { name: 'Outlet' })).toBeFocused()
  await type('Radio Dabanga')
  await press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'The incident is recorded' })).toBeVisible()

  const code = await page.getByRole('main').locator('code').first().textContent()
  const told = await (await page.request.get(`/api/v1/incidents/${code}`)).json()
  expect(told).toMatchObject({ kind: 'shelling', when: { start: '2024-03-11', end: '2024-03-11' } })
  expect(told.killed).toMatchObject({ low: 12, open: true })
  await attachLater(page, code ?? '')
})

/** A later report: two keystrokes to the claim once the page is open, its number joins the earlier one's. */
async function attachLater(page: Page, code: string): Promise<void> {
  const { type, press } = handsOn(page)
  await page.goto(`/log?attach=${code}`)
  await expect(page.getByText('You are changing an incident that is already recorded:')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Outlet' })).toBeFocused()
  await type('Sudan Tribune')
  await press('Alt+KeyQ')
  await type('fifteen people were killed')
  await press('Alt+KeyS')
  await expect(page.getByRole('heading', { name: 'The incident is recorded' })).toBeVisible()
  const told = await (await page.request.get(`/api/v1/incidents/${code}`)).json()
  expect(told.version).toBe(2)
  expect(told.reports.map(({ outlet }: { outlet: string }) => outlet)).toEqual([
    'Radio Dabanga',
    'Sudan Tribune',
  ])
  expect(told.killed).toMatchObject({ low: 15, best: 15, high: 15, open: false })
}
