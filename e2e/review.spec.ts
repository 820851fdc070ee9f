import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright/test'
import { expect, test } from 'playwright/test'
import type { Role } from '../lib/access/roles'
import { speak } from './hands'
import { url } from './journeys-server'
import { nobody, personOf, signedIn } from './people'
import { recordPair } from './recorded-incident'
import { word } from './timeline-page'

type Language = 'ar' | 'en'

/** Alone: it changes what holds for everybody, and who reads without an account would see what others publish. */
test.describe('@alone', () => {
  test.afterAll(async ({ request }) => {
    await request.patch('/api/settings', { data: { publicReading: false, fourEyes: false } })
  })

  for (const language of ['en', 'ar'] as const) {
    test(`from a draft to the readers and out again, ${language}`, async ({ browser, request }) => {
      test.setTimeout(180_000)
      const w = (key: string) => word(language, `review.${key}`)
      await request.patch('/api/settings', { data: { publicReading: true, fourEyes: true } })
      const analyst = await pageOf(browser, language, 'analyst')
      const { attack: code } = await recordPair(analyst.request)
      await showToAll(analyst, code)
      const reviewer = await pageOf(browser, language, 'reviewer')
      const reader = await pageOf(browser, language, null)
      const at = `/incidents/${code}`

      await analyst.goto(at)
      await step(analyst, w('step.submit'), w('done.submit'))
      expect((await reader.goto(at))?.status()).toBe(404)

      await reviewer.goto('/review')
      await reviewer
        .getByRole('region', { name: w('queue.verify') })
        .getByRole('link')
        .first()
        .waitFor()
      await expect(reviewer.locator(`a[href="${at}"]`)).toBeVisible()
      await accessible(reviewer)
      await reviewer.goto(at)
      await stepWithNote(reviewer, w('step.return'), '', w('note.needed'))
      await reviewer.getByRole('dialog').getByRole('textbox').fill('Which quarry? أي كسارة؟')
      await reviewer
        .getByRole('dialog')
        .getByRole('button', { name: w('step.return') })
        .click()
      await expect(reviewer.getByText(w('done.return'))).toBeVisible()
      await comment(reviewer, language, `@${personOf('analyst').name} look at the second claim`)

      await analyst.goto('/review')
      const returned = analyst.getByRole('region', { name: w('queue.returned') })
      await expect(returned.getByText('Which quarry? أي كسارة؟')).toBeVisible()
      await expect(analyst.getByRole('region', { name: w('queue.mentions') })).toContainText('second claim')
      await analyst.locator(`a[href^="${at}#comment-"]`).click()
      await comment(analyst, language, 'The northern one, see the map.')
      await step(analyst, w('step.submit'), w('done.submit'))
      await expect(analyst.getByRole('button', { name: w('step.verify'), exact: true })).toHaveCount(0)

      await reviewer.goto(at)
      await expect(reviewer.getByText('The northern one, see the map.')).toBeVisible()
      await step(reviewer, w('step.verify'), w('done.verify'))
      await reviewer
        .getByRole('status')
        .getByRole('button', { name: w('undo') })
        .click()
      await expect(reviewer.getByRole('button', { name: w('step.verify'), exact: true })).toBeEnabled()
      await reviewer.goto('/review')
      const queue = reviewer.getByRole('region', { name: w('queue.verify') })
      await queue
        .locator('li', { has: reviewer.locator(`a[href="${at}"]`) })
        .getByRole('checkbox')
        .check()
      await queue.getByRole('button', { name: new RegExp(`^${w('step.verify')}`) }).click()
      await expect(reviewer.getByRole('region', { name: w('queue.publish') })).toContainText(code)
      await reviewer.goto(at)
      await step(reviewer, w('step.publish'), w('done.publish'))
      await accessible(reviewer)

      await reader.goto(at)
      await expect(reader.getByText(w('facts.second-person'))).toBeVisible()
      expect(await reader.content()).toMatch(/Operation Dignity|عملية الكرامة/)
      for (const name of ['incident.actions.edit', 'review.comments.title'])
        await expect(reader.getByText(word(language, name), { exact: true })).toHaveCount(0)
      expect(await reader.content()).not.toMatch(/of the journeys|northern one/)
      await accessible(reader)

      await reviewer.goto(at)
      await stepWithNote(reviewer, w('step.withdraw'), 'It happened elsewhere. وقع في مكان آخر.', null)
      await expect(reviewer.getByText(w('done.withdraw'))).toBeVisible()
      await reader.goto(at)
      await expect(reader.getByRole('heading', { level: 1 })).toContainText(code)
      await expect(reader.getByText('It happened elsewhere.')).toBeVisible()
      expect(await reader.content()).not.toMatch(/Operation Dignity|عملية الكرامة/)
      await accessible(reader)
      const told = await reader.request.get(`/api/v1/incidents/${code}`)
      expect([told.status(), (await told.json()).problems[0].params.note]).toEqual([
        410,
        'It happened elsewhere. وقع في مكان آخر.',
      ])
    })
  }
})

/** A page of somebody of this role, or of nobody known. */
async function pageOf(browser: Browser, language: Language, role: Role | null): Promise<Page> {
  const size = { viewport: { width: 1200, height: 900 } }
  const context = role
    ? await signedIn(browser, role, { ...size, baseURL: url })
    : await browser.newContext({ ...size, storageState: nobody, baseURL: url })
  const page = await context.newPage()
  await speak(page, language, url)
  return page
}

async function step(page: Page, name: string, done: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByText(done)).toBeVisible()
}

async function stepWithNote(page: Page, name: string, note: string, trouble: string | null): Promise<void> {
  const opener = page.getByRole('button', { name, exact: true })
  await expect(opener).toBeEnabled() // a key pressed on a button that waits for its script goes nowhere
  await opener.press('Enter')
  const dialog = page.getByRole('dialog', { name })
  await dialog.getByRole('textbox').fill(note)
  await dialog.getByRole('button', { name, exact: true }).press('Enter')
  if (trouble) await expect(dialog.getByRole('alert')).toHaveText(trouble)
}

async function comment(page: Page, language: Language, body: string): Promise<void> {
  const section = page.getByRole('region', { name: word(language, 'review.comments.title') })
  await section.getByRole('textbox', { name: word(language, 'review.comments.label') }).fill(body)
  await section.getByRole('button', { name: word(language, 'review.comments.add') }).click()
  await expect(section.getByRole('listitem').getByText(body)).toBeVisible()
}

/** Shows the incident and all that hangs on it to everybody. */
async function showToAll(page: Page, code: string): Promise<void> {
  const { log } = await (await page.request.get(`/api/incidents/${code}/log`)).json()
  const parts = [
    log.incidents,
    log.reports,
    log.statements,
    log.incidents.flatMap(({ claims }: { claims: object[] }) => claims),
  ]
  for (const part of parts.flat()) part.visibility = 'everyone'
  const answer = await page.request.post('/api/log', { data: { log, anyway: true } })
  expect(answer.status()).toBe(201)
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
