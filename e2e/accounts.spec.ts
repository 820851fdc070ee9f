// From an empty installation to a lost password: a server of its own, which nobody has claimed.

import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from 'playwright/test'
import { totp } from '../lib/operations/accounts/totp.test-kit'
import {
  type Installation,
  newInstallation,
  removeInstallation,
  runCommand,
  startWaqai,
} from './waqai-process'
import { wordsOf } from './words'

test.setTimeout(240_000)

const password = 'seven unrelated lemon trees'
const other = 'four quiet copper kettles'
let installation: Installation
let waqai: ReturnType<typeof startWaqai>

/** A device of somebody: cookies of its own, a phone's width. */
async function device(browser: Browser, language: 'ar' | 'en'): Promise<Page> {
  const context = await browser.newContext({
    baseURL: installation.url,
    viewport: { width: 390, height: 800 },
  })
  await context.addCookies([{ name: 'language', value: language, url: installation.url }])
  return await context.newPage()
}

/** Nothing is wider than the phone, and axe finds nothing. */
async function sound(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/** What the browser's database holds: how many drafts, no key beside them, and whatever of them is text. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const names = (await indexedDB.databases()).map(({ name }) => name)
    if (!names.includes('waqai-drafts')) return { drafts: 0, stores: ['drafts'], readable: '' }
    const database = await settled(indexedDB.open('waqai-drafts', 1))
    const drafts = await settled(database.transaction('drafts').objectStore('drafts').getAll())
    const stores = [...database.objectStoreNames]
    database.close()
    const text = new TextDecoder().decode(drafts[0]?.data)
    return { drafts: drafts.length, stores, readable: text + JSON.stringify({ ...localStorage }) }
  })

for (const [keeper, guest] of [
  ['en', 'ar'],
  ['ar', 'en'],
] as const) {
  test.describe(`with a keeper who reads ${keeper} and a guest who reads ${guest}`, () => {
    const mine = wordsOf(keeper, 'account')
    const theirs = wordsOf(guest, 'account')
    const titleInEnglish = wordsOf(keeper, 'log').what['title-en']

    test.beforeAll(async () => {
      test.setTimeout(300_000)
      installation = await newInstallation()
      waqai = startWaqai(installation)
      await waqai.ready
    })

    test.afterAll(async () => {
      waqai.child.kill('SIGTERM')
      await waqai.ended
      removeInstallation(installation)
    })

    test('claim, invite, accept, a second factor, sessions, drafts that nobody else reads, a lost password', async ({
      browser,
    }) => {
      // Until then whoever comes is shown the sample.
      const stranger = await device(browser, guest)
      await stranger.goto('/timeline')
      await expect(stranger).toHaveURL(/\/timeline$/)

      // Nobody has an account: the keeper claims the installation with the code that the start printed.
      const amal = await device(browser, keeper)
      const code = /give the code (\S+)/.exec(waqai.output())?.[1] ?? ''
      await amal.goto('/claim')
      await sound(amal)
      await amal.getByLabel(mine['claim-code'], { exact: true }).fill('AAAAA-AAAAA-AAAAA-AAAAA')
      await amal.getByLabel(mine.name, { exact: true }).fill('Amal')
      await amal.getByLabel(mine.email, { exact: true }).fill('amal@example.org')
      await amal.getByLabel(mine.password, { exact: true }).fill(password)
      await amal.getByRole('button', { name: mine.claim }).click()
      await expect(amal.getByLabel(mine['claim-code'], { exact: true })).toBeFocused()
      await amal.getByLabel(mine['claim-code'], { exact: true }).fill(code)
      await amal.getByRole('button', { name: mine.claim }).click()
      await expect(amal).toHaveURL(/\/timeline/)
      await stranger.goto('/timeline')
      await expect(stranger).toHaveURL(/\/sign-in/)

      // An administrator's menu leads to the members; an invitation is a link that is shown once.
      await amal.getByRole('button', { name: mine.menu.replace('{name}', 'Amal') }).click()
      await amal.getByRole('menuitem', { name: mine.pages.members }).click()
      await amal.getByLabel(mine['their-name'], { exact: true }).fill('Badr')
      await amal.getByLabel(mine.email, { exact: true }).fill('badr@example.org')
      await amal.getByRole('button', { name: mine['make-link'] }).click()
      const link = await amal.getByLabel(mine['link-once']).inputValue()
      expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invitation#[\w-]{43}$/)
      await expect(amal.getByRole('region', { name: mine['open-links'] })).toContainText('badr@example.org')
      await sound(amal)

      // The invited one makes the account, in the other language, and sets a second factor up.
      const badr = await device(browser, guest)
      await badr.goto(link)
      await badr.getByLabel(theirs['new-password'], { exact: true }).fill('short')
      await badr.getByRole('button', { name: theirs.accept }).click()
      await expect(badr.getByLabel(theirs['new-password'], { exact: true })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
      await sound(badr)
      await badr.getByLabel(theirs['new-password'], { exact: true }).fill(password)
      await badr.getByRole('button', { name: theirs.accept }).click()
      await expect(badr).toHaveURL(/\/timeline/)
      await badr.goto('/account')
      const factor = badr.getByRole('region', { name: theirs.factor })
      await factor.getByLabel(theirs['current-password'], { exact: true }).fill(password)
      await factor.getByRole('button', { name: theirs['factor-start'] }).click()
      await expect(badr.getByRole('img', { name: theirs['factor-picture'] })).toBeVisible()
      await sound(badr)
      const secret = (await factor.locator('[data-secret]').getAttribute('data-secret')) ?? ''
      const [recoveryCode = ''] = await factor.getByRole('listitem').allInnerTexts()
      await factor.getByLabel(theirs['first-code']).fill(totp(secret, -1))
      await factor.getByRole('button', { name: theirs.confirm }).click()
      await expect(factor.getByRole('status')).toBeVisible()

      // Signing in on another device takes both; a recovery code stands in for the authenticator.
      const laptop = await device(browser, keeper)
      const signIn = async (page: Page, secretCode: string, typed = password) => {
        const words = page === badr ? theirs : mine
        await page.goto('/sign-in?return=/account')
        await page.getByLabel(words.email, { exact: true }).fill('badr@example.org')
        await page.getByLabel(words.password, { exact: true }).fill(typed)
        await page.getByRole('button', { name: words['sign-in'] }).click()
        await page.getByLabel(words.code, { exact: true }).fill(secretCode)
        await page.getByRole('button', { name: words.confirm }).click()
        await expect(page).toHaveURL(/\/account$/)
      }
      await signIn(laptop, recoveryCode)

      // One device ends the other's session.
      const sessions = laptop.getByRole('region', { name: mine.sessions })
      await expect(sessions.getByRole('listitem')).toHaveCount(2)
      await sound(laptop)
      await sessions.getByRole('button', { name: mine['end-others'] }).click()
      await expect(sessions.getByRole('listitem')).toHaveCount(1)
      await badr.reload()
      await expect(badr).toHaveURL(/\/sign-in/)

      // A password that is lost: the administrator makes a link, the second factor stays.
      await amal.goto('/members')
      await amal.getByRole('button', { name: `${mine.recover}: Badr`, exact: true }).click()
      await badr.goto(await amal.getByLabel(mine['link-once']).inputValue())
      await badr.getByLabel(theirs['new-password'], { exact: true }).fill(other)
      await badr.getByRole('button', { name: theirs['set-password'] }).click()
      await badr.getByLabel(theirs.code, { exact: true }).fill(totp(secret))
      await badr.getByRole('button', { name: theirs.confirm }).click()
      await expect(badr).toHaveURL(/\/timeline/)
      await laptop.reload()
      await expect(laptop).toHaveURL(/\/sign-in/)

      // What the browser keeps of a draft nobody reads from its files; at the sign-out it goes.
      await amal.goto('/log')
      await amal.getByRole('textbox', { name: titleInEnglish }).fill('A secret witness')
      await expect.poll(() => kept(amal)).toMatchObject({ drafts: 1, stores: ['drafts'] })
      expect((await kept(amal)).readable).not.toContain('secret')
      await amal.reload()
      await expect(amal.getByRole('textbox', { name: titleInEnglish })).toHaveValue('A secret witness')
      await amal.getByRole('button', { name: mine.menu.replace('{name}', 'Amal') }).click()
      await amal.getByRole('menuitem', { name: mine['sign-out'] }).click()
      await expect(amal).toHaveURL(/\/sign-in/)
      expect(await kept(amal)).toMatchObject({ drafts: 0 })
      await amal.getByLabel(mine.email, { exact: true }).fill('amal@example.org')
      await amal.getByLabel(mine.password, { exact: true }).fill(password)
      await amal.getByRole('button', { name: mine['sign-in'] }).click()
      await expect(amal).toHaveURL(/\/timeline/)

      // Settings: administrators must have a second factor from now on, and so this one does nothing before.
      await amal.goto('/settings')
      await sound(amal)
      await amal.getByRole('checkbox', { name: mine.role.administrator }).check()
      await amal.getByRole('button', { name: mine.save, exact: true }).click()
      await expect(amal.getByRole('status')).toHaveText(mine.saved)
      await amal.goto('/timeline')
      await expect(amal).toHaveURL(/\/account$/)
      await expect(amal.getByText(mine['factor-demanded'])).toBeVisible()

      // The keeper at the machine lets in an administrator who lost the password.
      const recovering = runCommand(installation, ['recover', 'amal@example.org'])
      expect(await recovering.ended).toBe(0)
      const way = /^http\S+\/invitation#\S+$/m.exec(recovering.output())?.[0] ?? ''
      await amal.goto('about:blank')
      await amal.goto(way)
      await amal.getByLabel(mine['new-password'], { exact: true }).fill(other)
      await amal.getByRole('button', { name: mine['set-password'] }).click()
      await expect(amal).toHaveURL(/\/account$/)
    })

    test('nobody guesses on under addresses that they make up', async () => {
      let from = 1
      const tryAs = async (email: string, typed = 'not what it is') => {
        const made = `203.0.113.${from++}`
        const response = await fetch(`${installation.url}/api/account/sign-in`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': `${made}, ${made}`,
            'x-real-ip': made,
            forwarded: `for=${made}`,
            'x-waqai-client': made,
          },
          body: JSON.stringify({ email, password: typed }),
        })
        return response.status
      }
      const one: number[] = []
      for (let n = 0; n < 12; n++) one.push(await tryAs('amal@example.org'))
      expect(one).toEqual([...Array(5).fill(401), ...Array(7).fill(429)])
      expect(await tryAs('amal@example.org', other)).toBe(429)

      // These are other accounts, and so it is the address that holds them back.
      const many: number[] = []
      for (let n = 0; n < 12; n++) many.push(await tryAs(`guest-${n}@example.org`))
      expect([many[0], many.at(-1)]).toEqual([401, 429])
    })
  })
}
