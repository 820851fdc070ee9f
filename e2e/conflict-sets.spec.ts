import { expect, type Page, test } from 'playwright/test'
import { type Hands, handsOn, speak } from './hands'

/*
 * "The pilot was killed and nobody captured", or "two were captured": an alternative holds as many claims as hold
 * together, and has a name.
 */
test('alternatives of several claims are put together by keys, undone, named and kept', async ({
  page,
  baseURL,
}) => {
  test.slow()
  await speak(page, 'en', baseURL ?? '')
  await page.goto('/log')
  const hands = handsOn(page)
  const { type, press } = hands
  await typeAircraft(page, hands)
  for (const claim of [/: killed: 1/, /: captured: 2/]) {
    await page.getByRole('checkbox', { name: claim }).focus()
    await press('Space')
  }
  await press('Alt+KeyX')
  await expect(page.getByRole('textbox', { name: 'What is in question' })).toBeFocused()
  const first = page.getByRole('listitem', { name: 'Alternative 1' })
  await first.getByRole('combobox', { name: 'Put a claim into it' }).focus()
  await type('captured: none')
  await press('Enter')
  await expect(first.getByRole('button', { name: /^Take out: captured: none/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Figures so far' })).toContainText('disputed')

  await first.getByRole('button', { name: /^Take out: killed/ }).press('Enter')
  await expect(first.getByRole('button', { name: /^Take out:/ })).toHaveCount(1)
  await press('Alt+KeyZ')
  await expect(first.getByRole('button', { name: /^Take out:/ })).toHaveCount(2)
  await first.getByRole('textbox', { name: 'Alternative 1' }).fill('the pilot died')

  await page.getByRole('button', { name: 'Add an alternative' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Alternative 3' })).toBeFocused()
  await type('nothing of it happened')
  await press('Alt+KeyS')
  await expect(page.getByRole('heading', { name: 'The incident is recorded' })).toBeVisible()
  const code = (await page.getByRole('main').locator('code').first().textContent()) ?? ''
  await expectKept(page, code)
})

async function typeAircraft(page: Page, { type, press }: Hands): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Outlet' })).toBeFocused()
  await type('Al-Wasat')
  await press('Alt+KeyG')
  await type('aircraft shot down')
  await press('Tab')
  await type(`Aircraft ${Date.now()}`)
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('29/7/2017')
  await page.getByRole('combobox', { name: 'Place', exact: true }).fill('Derna')
  await page
    .getByRole('option', { name: /^Derna/ })
    .first()
    .click()
  for (const quote of ['one pilot was killed', 'nobody was captured', 'two were captured']) {
    await press('Alt+KeyQ')
    await type(quote)
  }
}

async function expectKept(page: Page, code: string): Promise<void> {
  const told = await (await page.request.get(`/api/v1/incidents/${code}`, { maxRetries: 2 })).json()
  const [set] = told.conflictSets
  const sizes = set.alternatives.map(({ claims }: { claims: string[] }) => claims.length)
  expect(sizes).toEqual([2, 1, 0])
  expect(told.killed).toMatchObject({ low: 0, best: null, high: 1, state: 'disputed' })
  await page.goto(`/log?edit=${code}`)
  await expect(page.getByRole('textbox', { name: 'Alternative 1' })).toHaveValue('the pilot died')
  await expect(page.getByRole('textbox', { name: 'Alternative 3' })).toHaveValue('nothing of it happened')
  await page.goto(`/incidents/${code}`)
  const conflict = page.getByRole('region', { name: 'Claims that cannot all be true' })
  await expect(conflict.getByRole('region', { name: 'Alternative 1' })).toContainText('the pilot died')
  await expect(conflict.getByRole('region', { name: 'Alternative 3' })).toContainText(
    'nothing of it happened',
  )
}
