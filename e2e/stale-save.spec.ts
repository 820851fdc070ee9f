import { expect, type Page, test } from 'playwright/test'
import { handsOn, speak } from './hands'
import { recordPair } from './recorded-incident'

/*
 * Two analysts edit one incident. The slower save is refused and overwrites nothing: both texts stand side by side,
 * field by field, each difference is decided by itself, and whatever is chosen survives a reload.
 */

const title = (page: Page) => page.getByRole('textbox', { name: 'Title in English' })
const compare = (page: Page) => page.getByRole('region', { name: 'Somebody saved a newer version meanwhile' })
const draftSaved = (page: Page) => page.getByRole('status').filter({ hasText: /^Draft saved/ })

async function edit(page: Page, code: string): Promise<void> {
  await page.goto(`/log?edit=${code}`)
  await expect(page.getByText('You are changing an incident that is already recorded:')).toBeVisible()
}

/** An incident open for editing in `page` and in the window of a quicker one. */
async function editInTwoWindows(page: Page, baseURL: string | undefined) {
  const { attack } = await recordPair(page.request)
  await speak(page, 'en', baseURL ?? '')
  await edit(page, attack)
  const quicker = await page.context().newPage()
  await edit(quicker, attack)
  return { attack, quicker }
}

async function claim(page: Page, quote: string): Promise<void> {
  const { type, press } = handsOn(page)
  await press('Alt+KeyQ')
  await type(quote)
}

/** The quicker one: another title, another status, a claim of a speaker of its own. */
async function saveQuicker(page: Page): Promise<void> {
  const { type, press } = handsOn(page)
  await title(page).fill('Attack, as the quicker one has it')
  await press('Alt+KeyW')
  await press('Tab')
  await type('A doctor')
  await claim(page, 'six people were killed')
  await press('Alt+KeyS')
  await expect(page.getByRole('heading', { name: 'The incident is recorded' })).toBeVisible()
}

test('the slower of two who edit one incident is refused, sees both and loses nothing', async ({
  page,
  baseURL,
}) => {
  test.slow()
  const { attack, quicker } = await editInTwoWindows(page, baseURL)
  await title(page).fill('Attack, as the slower one has it')
  await claim(page, 'nine soldiers were wounded')
  await saveQuicker(quicker)

  await handsOn(page).press('Alt+KeyS')
  await expect(compare(page)).toBeVisible()
  const titles = compare(page).getByRole('group', { name: 'Title' })
  await expect(titles).toContainText('Attack, as the slower one has it')
  await expect(titles).toContainText('Attack, as the quicker one has it')
  const doctor = compare(page).getByRole('group', { name: 'Claim' }).filter({ hasText: 'six people' })
  await expect(doctor).toContainText('killed: 6')
  await expect(doctor).toContainText('A doctor')
  const stored = await (await page.request.get(`/api/v1/incidents/${attack}`, { maxRetries: 2 })).json()
  expect(stored).toMatchObject({ version: 2, title: { en: 'Attack, as the quicker one has it' } })

  // Nothing is decided yet: the slower one's words are still there after a reload, and still refused.
  await expect(draftSaved(page)).toBeVisible()
  await page.reload()
  await expect(title(page)).toHaveValue('Attack, as the slower one has it')
  await handsOn(page).press('Alt+KeyS')
  await expect(compare(page)).toBeVisible()

  await titles.getByRole('radio', { name: /^Yours/ }).check()
  await doctor.getByRole('radio', { name: /^The newer one/ }).press('Space')
  await compare(page).getByRole('button', { name: 'Go on with what is chosen' }).press('Enter')
  await expect(compare(page)).toBeHidden()
  await expect(page.getByRole('button', { name: /^killed: 6/ })).toBeVisible()
  await expect(draftSaved(page)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: /^killed: 6/ })).toBeVisible()
  await handsOn(page).press('Alt+KeyS')
  await expect(page.getByRole('heading', { name: 'The incident is recorded' })).toBeVisible()
  await expectBoth(page, attack)
})

/** The slower one's title and claim, the quicker one's claim with its speaker; each claim once. */
async function expectBoth(page: Page, code: string): Promise<void> {
  const told = await (await page.request.get(`/api/v1/incidents/${code}`, { maxRetries: 2 })).json()
  expect(told).toMatchObject({ version: 3, title: { en: 'Attack, as the slower one has it' } })
  const quotes = told.claims.map(({ quote }: { quote: string | null }) => quote)
  expect(quotes.filter((quote: string | null) => quote === 'nine soldiers were wounded')).toHaveLength(1)
  expect(quotes.filter((quote: string | null) => quote === 'six people were killed')).toHaveLength(1)
  const speakers = told.statements.map(({ speakerName }: { speakerName: string | null }) => speakerName)
  expect(speakers).toContain('A doctor')
}

test('kept apart, mine stays a draft and the newer version stands', async ({ page, baseURL }) => {
  test.slow()
  const { attack, quicker } = await editInTwoWindows(page, baseURL)
  await title(page).fill('Kept apart')
  await saveQuicker(quicker)
  await handsOn(page).press('Alt+KeyS')
  await compare(page).getByRole('button', { name: 'Keep mine as a draft by itself' }).click()
  await expect(compare(page)).toBeHidden()
  await expect(draftSaved(page)).toBeVisible()
  await page.reload()
  await expect(title(page)).toHaveValue('Kept apart')
  const stored = await (await page.request.get(`/api/v1/incidents/${attack}`, { maxRetries: 2 })).json()
  expect(stored.title.en).toBe('Attack, as the quicker one has it')
})
