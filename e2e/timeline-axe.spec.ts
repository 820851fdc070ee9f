import AxeBuilder from '@axe-core/playwright'
import { test } from 'playwright/test'
import { expect, languages, listCount, reader, word } from './timeline-page'

test.describe.configure({ timeout: 180_000 })

const widths = [1440, 390]

for (const language of languages) {
  for (const theme of ['light', 'dark']) {
    for (const width of widths) {
      test(`axe finds nothing on the timeline: ${language}, ${theme}, ${width}`, async ({
        browser,
        baseURL,
      }) => {
        const viewport = { width, height: 900 }
        const page = await (await reader(browser, baseURL, { language, theme }, viewport)).newPage()
        // A week has every part that a year has, and tables with an end in reach.
        await page.goto('/timeline?from=2016-01-01&to=2016-01-07&killed=1')
        await listCount(page)
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        if (width === 390) {
          await page
            .getByRole('button', { name: word(language, 'timeline.panes.charts'), exact: true })
            .click()
        }
        await expect(page.locator('.recharts-surface').nth(4)).toBeAttached()
        for (const fold of await page.locator('details').all()) await fold.locator('summary').click()
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
        await page.context().close()
      })
    }
  }
}
