import { expect, test } from 'playwright/test'
import { typeIncidentA, typeReport } from './derna-report'
import { handsOn, speak } from './hands'

test('incident A of the Derna report takes at most 90 keystrokes besides the text typed', async ({
  page,
  baseURL,
}) => {
  await speak(page, 'ar', baseURL ?? '')
  await page.goto('/log')
  const hands = handsOn(page)
  await typeReport(hands, page)
  await typeIncidentA(hands, page)

  const claims = page.getByRole('region', { name: 'من قال ماذا' })
  await expect(claims.getByRole('button', { name: /^قتلى: 4/ })).toBeVisible()
  await hands.press('Alt+KeyS')
  console.log(`incident A: ${hands.presses()} keystrokes besides the text typed`)
  expect(hands.presses()).toBeLessThanOrEqual(90)
})
