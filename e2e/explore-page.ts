// What the journeys through the explorer share.

import type { Download, Locator, Page } from 'playwright/test'
import { type Language, numberIn, word } from './timeline-page'

/** What the explorer shows of one of its totals: `incidents`, `killed` or `wounded`. */
export const total = (page: Page, language: Language, term: string): Locator =>
  page
    .getByRole('region', { name: word(language, 'timeline.totals.title'), exact: true })
    .locator('dl div')
    .filter({ has: page.getByText(word(language, `timeline.table.${term}`), { exact: true }) })
    .locator('dd')

/** How many incidents it shows; NaN where there is no number. */
export const incidentsShown = async (page: Page, language: Language): Promise<number> =>
  numberIn((await total(page, language, 'incidents').textContent()) ?? '') ?? Number.NaN

/** The file that comes when this is pressed. */
export async function taken(page: Page, by: Locator): Promise<Download> {
  const download = page.waitForEvent('download')
  await by.click()
  return await download
}
