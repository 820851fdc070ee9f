import { expect, test as setup } from 'playwright/test'
import { data, port, url } from './journeys-server'
import { personOf, stateOf } from './people'
import { word } from './timeline-page'
import { claimCodeOf } from './waqai-process'

setup('the keeper claims the fresh installation with its one-time code', async ({ page }) => {
  setup.setTimeout(120_000)
  const label = (name: string) => page.getByLabel(word('en', `account.${name}`), { exact: true })
  const keeper = personOf('administrator')
  await page.context().addCookies([{ name: 'language', value: 'en', url }])
  await expect(async () => {
    // The start prints a code of its own once it serves; whichever was made last is good.
    const code = await claimCodeOf({ folder: data, port, url })
    await page.goto('/claim')
    await label('claim-code').fill(code)
    await label('name').fill(keeper.name)
    await label('email').fill(keeper.email)
    await label('password').fill(keeper.password)
    await page.getByRole('button', { name: word('en', 'account.claim'), exact: true }).click()
    await expect(page).toHaveURL(/\/timeline$/)
  }).toPass({ timeout: 90_000 })
  await page.context().storageState({ path: stateOf('administrator') })
})
