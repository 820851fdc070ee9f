import { fileURLToPath } from 'node:url'
import { type Page, test } from 'playwright/test'
import { doorsOnDisk } from './hostile/routes-on-disk'
import { listenToPolicy } from './policy-listener'
import { recordPair } from './recorded-incident'
import { expect, languages } from './timeline-page'

// Every page and the controls on it, under its policy: nothing that we draw ourselves may need what it forbids.

/** Those on disk that need no code or number in their address: what somebody adds tomorrow is walked tomorrow. */
const plainPages = doorsOnDisk(fileURLToPath(new URL('../app', import.meta.url)))
  .filter(({ kind, path }) => kind === 'page' && !path.includes('['))
  .map(({ path }) => path)

let codes: Awaited<ReturnType<typeof recordPair>>

test.beforeAll(async ({ request }) => {
  codes = await recordPair(request)
})

const settled = (page: Page) => expect(page.locator('[aria-busy="true"]')).toHaveCount(0)

/** Opens each fold, menu and dialog of the page in turn, and closes it again. */
async function open(page: Page): Promise<void> {
  for (const fold of await page.locator('main summary:visible').all()) await fold.click()
  for (const button of await page.locator('button[aria-haspopup]:visible').all()) {
    await button.click()
    const opened = page.locator('[role="listbox"], [role="menu"], [role="dialog"]')
    await expect(opened.filter({ visible: true }).first()).toBeVisible()
    await page.keyboard.press('Escape')
  }
}

test('no page and no control needs what the policy forbids', async ({ context, page, baseURL }) => {
  test.setTimeout(240_000)
  // A policy reads no words: each page is walked in one language, and the next one in the other.
  let pages = 0
  const visit = async (path: string) => {
    const value = languages[pages++ % languages.length] ?? 'en'
    await context.addCookies([{ name: 'language', value, url: baseURL ?? '' }])
    await page.goto(path)
  }
  const told = await listenToPolicy(context)

  await visit('/timeline')
  await settled(page)
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible()
  await open(page)
  await page.locator('main input[role="combobox"]').first().fill('ال')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('svg.recharts-surface').first().hover()
  await page.mouse.wheel(0, 5_000)
  await settled(page)
  // Switching moves within the page: styles are then written by script.
  await visit('/timeline?kind=armed-clash')
  await settled(page)

  for (const path of [`/incidents/${codes.attack}`, `/incidents/${codes.aircraft}`, ...plainPages]) {
    await visit(path)
    await settled(page)
    await open(page)
  }
  for (const path of [`/incidents/${codes.attack}?version=1`, '/incidents/LY-2017-0000', '/nowhere']) {
    await visit(path)
    await expect(page.locator('h1').first()).toBeVisible()
  }
  await visit('/timeline?from=x')
  await expect(page.locator('h1').first()).toBeVisible()

  for (const path of ['/log', `/log?edit=${codes.attack}`, `/log?attach=${codes.aircraft}`]) {
    await visit(path)
    await settled(page)
    await expect(page.locator('main input:enabled').first()).toBeVisible()
    await open(page)
  }
  expect(told).toEqual([])
})

test('nor does any that somebody not signed in may open', async ({ context, page }) => {
  await context.clearCookies()
  const told = await listenToPolicy(context)
  for (const path of ['/docs/problems', '/embed/timeline', '/nowhere', '/sign-in']) {
    await page.goto(path)
    await settled(page)
    await open(page)
  }
  await page.locator('input[type="email"]').fill('nobody@waqai.example')
  await page.locator('input[type="password"]').fill('not the password of anybody')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible()
  expect(told).toEqual([])
})

test('what somebody writes into a page does not run', async ({ page, context }) => {
  const told = await listenToPolicy(context)
  await page.goto('/timeline')
  await settled(page)
  await page.evaluate(() => {
    const box = document.createElement('div')
    box.innerHTML = '<img src="x" onerror="window.ran = true"><p style="color: red">x</p>'
    document.body.append(box)
    const script = document.createElement('div')
    script.setAttribute('onclick', 'window.ran = true')
    document.body.append(script)
    script.click()
  })
  await expect.poll(() => told.length).toBeGreaterThanOrEqual(3)
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})
