import { expect, test as setup } from 'playwright/test'
import { type Role, roles } from '../lib/access/roles'
import { data, port, url } from './journeys-server'
import { nobody, personOf, signedIn, stateOf } from './people'
import { word } from './timeline-page'
import { claimCodeOf } from './waqai-process'

setup.describe.configure({ mode: 'serial' })

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

setup('the keeper invites one person of each other role, who accept', async ({ browser }) => {
  setup.setTimeout(120_000)
  const keeper = await signedIn(browser, 'administrator')
  for (const role of roles.filter((one) => one !== 'administrator')) await invite(role)
  await keeper.close()

  async function invite(role: Role): Promise<void> {
    const { name, email, password } = personOf(role)
    const invited = await keeper.request.post('/api/invitations', { data: { name, email, role } })
    expect(invited.status(), await invited.text()).toBe(201)
    const { token } = (await invited.json()) as { token: string }
    const guest = await browser.newContext({ storageState: nobody })
    const accepted = await guest.request.post('/api/invitations/accept', { data: { token, name, password } })
    expect(accepted.status(), await accepted.text()).toBe(201)
    await guest.storageState({ path: stateOf(role) })
    await guest.close()
  }
})
