import { expect, type Page, test } from 'playwright/test'
import { handsOn, speak } from './hands'
import { claimed, newInstallation, removeInstallation, startWaqai } from './waqai-process'

const outlet = (page: Page) => page.getByRole('textbox', { name: 'Outlet' })
const title = (page: Page) => page.getByRole('textbox', { name: 'Title in English' })
const state = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words })

/** A fresh form, in English. */
async function openForm(page: Page, url: string): Promise<void> {
  await speak(page, 'en', url)
  await page.goto(`${url}/log`)
  await expect(outlet(page)).toBeFocused()
}

test('a draft saves itself within two seconds and survives a reload', { tag: '@alone' }, async ({
  page,
  baseURL,
}) => {
  await openForm(page, baseURL ?? '')
  await outlet(page).fill('Al-Wasat')
  await title(page).fill('Attack south of Derna')
  await expect(state(page, /^Draft saved/)).toBeVisible({ timeout: 2000 })
  const id = new URL(page.url()).searchParams.get('draft')
  const stored = await (await page.request.get(`/api/drafts/${id}`)).json()
  expect(stored.document.log.reports[0].outlet).toBe('Al-Wasat')

  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(title(page)).toHaveValue('Attack south of Derna')
})

test('a lost connection loses nothing, leaving asks, and saving goes on by itself', async ({
  page,
  context,
  baseURL,
}) => {
  await openForm(page, baseURL ?? '')
  await title(page).fill('Before')
  await expect(state(page, /^Draft saved/)).toBeVisible()
  await context.setOffline(true)
  await title(page).fill('Typed without a connection')
  await expect(state(page, /kept in this browser, trying again/)).toBeVisible()

  const asked = page.waitForEvent('dialog')
  const leaving = page.getByRole('link', { name: 'Timeline' }).click()
  const dialog = await asked
  expect(dialog.message()).toContain('not on the server yet')
  await dialog.dismiss()
  await leaving
  expect(page.url()).toContain('/log')

  await context.setOffline(false)
  await expect(state(page, /^Draft saved/)).toBeVisible({ timeout: 20_000 })
})

test('of two windows the slower one overwrites nothing: both texts are shown and kept', async ({
  page,
  context,
  baseURL,
}) => {
  await openForm(page, baseURL ?? '')
  await title(page).fill('Common')
  await expect(state(page, /^Draft saved/)).toBeVisible()
  const second = await context.newPage()
  await second.goto(page.url())
  await expect(title(second)).toHaveValue('Common')
  await title(second).fill('Second window')
  await expect(state(second, /^Draft saved/)).toBeVisible()

  await title(page).fill('First window')
  const compare = page.getByRole('region', { name: 'Somebody saved a newer version meanwhile' })
  await expect(compare).toContainText('First window')
  await expect(compare).toContainText('Second window')
  await compare.getByRole('radio', { name: /The newer one:.*Second window/ }).check()
  await compare.getByRole('button', { name: 'Go on with what is chosen' }).click()
  await expect(title(page)).toHaveValue('Second window')
  await expect(state(page, /^Draft saved/)).toBeVisible()
})

test('a draft is offered again, discarded, and brought back', async ({ page, baseURL }) => {
  await openForm(page, baseURL ?? '')
  await title(page).fill('To be discarded')
  await expect(state(page, /^Draft saved/)).toBeVisible()
  await page.goto('/log')
  await page.getByText(/drafts? left unfinished$/).click()
  const draft = page.getByRole('listitem').filter({ hasText: 'To be discarded' })
  await draft.getByRole('button', { name: 'Discard' }).click()
  await expect(draft).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await draft.getByRole('button', { name: 'Open' }).click()
  await expect(title(page)).toHaveValue('To be discarded')
})

test('a claim removed by mistake comes back by its key', async ({ page, baseURL }) => {
  await openForm(page, baseURL ?? '')
  const hands = handsOn(page)
  await hands.press('Alt+KeyQ')
  await hands.type('killed at least five')
  const claim = page.getByRole('button', { name: /^killed: at least 5/ })
  await expect(claim).toBeVisible()
  await expect(page.getByRole('region', { name: 'Figures so far' })).toContainText('5+')
  await page.getByRole('button', { name: 'Remove the claim' }).click()
  await expect(claim).toBeHidden()
  await hands.press('Alt+KeyZ')
  await expect(claim).toBeVisible()
})

test('words selected in the report open a claim that quotes and counts them', async ({ page, baseURL }) => {
  await openForm(page, baseURL ?? '')
  const hands = handsOn(page)
  await hands.press('Alt+KeyR')
  await hands.type('Seven soldiers were wounded')
  await hands.press('Control+A Alt+KeyQ')
  await expect(page.getByRole('textbox', { name: 'Quoted words' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Quoted words' })).toHaveValue('Seven soldiers were wounded')
  await expect(page.getByRole('button', { name: /^wounded: 7/ })).toBeVisible()
})

test('a server killed in the midst loses nothing of what was typed', async ({ page }) => {
  test.setTimeout(300_000)
  const installation = await newInstallation()
  const first = startWaqai(installation)
  try {
    await first.ready
    await page.context().addCookies(await claimed(installation, first))
    await openForm(page, installation.url)
    await title(page).fill('Before the crash')
    await expect(state(page, /^Draft saved/)).toBeVisible()
    first.child.kill('SIGKILL')
    await first.ended
    await title(page).fill('Typed while the server was dead')
    await expect(state(page, /kept in this browser, trying again/)).toBeVisible()
    const second = startWaqai(installation)
    try {
      await second.ready
      await expect(state(page, /^Draft saved/)).toBeVisible({ timeout: 30_000 })
      await page.evaluate(() => localStorage.clear())
      await page.reload()
      await expect(title(page)).toHaveValue('Typed while the server was dead')
    } finally {
      second.child.kill('SIGTERM')
      await second.ended
    }
  } finally {
    first.child.kill('SIGKILL')
    removeInstallation(installation)
  }
})
