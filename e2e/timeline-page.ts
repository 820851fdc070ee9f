// What the journeys over the timeline share: words by language, numbers in any digits, the list's count.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type Browser,
  type BrowserContext,
  expect as impatient,
  type Locator,
  type Page,
} from 'playwright/test'

/** Each step asks the server for a list and its charts anew: on a busy machine that takes its time. */
export const expect = impatient.configure({ timeout: 30_000 })

export const languages = ['en', 'ar'] as const
export type Language = (typeof languages)[number]

/** A message of the interface by its path, such as `timeline.filter.reset`; for messages without parameters. */
export function word(language: Language, path: string): string {
  const [namespace = '', ...rest] = path.split('.')
  const file = fileURLToPath(new URL(`../app/_words/${language}/${namespace}.json`, import.meta.url))
  let found: unknown = JSON.parse(readFileSync(file, 'utf8'))
  for (const name of rest) found = (found as Record<string, unknown>)[name]
  if (typeof found !== 'string') throw new Error(`no message ${path} in ${language}`)
  return found
}

/** A browser of a reader's own, with these preferences and nothing else known of it. */
export async function reader(
  browser: Browser,
  baseURL: string | undefined,
  preferences: Record<string, string>,
  viewport = { width: 1440, height: 900 },
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport })
  const url = baseURL ?? ''
  await context.addCookies(Object.entries(preferences).map(([name, value]) => ({ name, value, url })))
  return context
}

/** The number in a text, whatever its digits and separators; undefined where there is none. */
export function numberIn(text: string): number | undefined {
  const latin = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const found = /-?\d[\d,٬]*/.exec(latin.replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, ''))
  return found ? Number(found[0].replace(/[,٬]/g, '')) : undefined
}

/** How many incidents the list says it holds; waits until no change is under way. */
export async function listCount(page: Page): Promise<number> {
  const status = page.getByRole('status').filter({ hasText: /\S/ }).first()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await expect(page.locator('fieldset:disabled')).toHaveCount(0) // the page's script has taken over
  const text = (await status.textContent()) ?? ''
  return (
    numberIn(text) ??
    { 'حادثة واحدة': 1, حادثتان: 2, 'لا حوادث': 0, 'No incidents': 0 }[text.trim()] ??
    Number.NaN
  )
}

/** The table of a chart, unfolded. */
export async function tableOf(page: Page, title: string): Promise<Locator> {
  const card = page.getByRole('region', { name: title, exact: true }).first()
  const fold = card.locator('details')
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click()
  return card.getByRole('table')
}

/** Cells of the body and of the last row, as numbers; undefined for each column in which a cell has none. */
export async function numbersOf(
  table: Locator,
): Promise<{ rows: (number | undefined)[][]; total: (number | undefined)[] }> {
  const cells = (row: Locator) =>
    row.evaluateAll((all) =>
      all.map((one) =>
        [...one.querySelectorAll('td')].flatMap((cell) => Array(cell.colSpan).fill(cell.textContent ?? '')),
      ),
    )
  const rows = (await cells(table.locator('tbody tr'))).map((row) => row.map(numberIn))
  const [total = []] = (await cells(table.locator('tfoot tr'))).map((row) => row.map(numberIn))
  return { rows, total }
}

/** The sum of a column. */
export const sumOf = (rows: (number | undefined)[][], column: number): number =>
  rows.reduce((sum, row) => sum + (row[column] ?? 0), 0)
