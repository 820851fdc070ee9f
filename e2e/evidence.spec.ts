import { createHash } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, expect, type Page, test } from 'playwright/test'
import { pdf, photograph, telling } from '../lib/formats/picture.test-kit'
import { recordPair } from './recorded-incident'
import { wordsOf } from './words'

let codes: Awaited<ReturnType<typeof recordPair>>

test.beforeAll(async ({ request }) => {
  codes = await recordPair(request)
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** Larger than what any other door takes, and than what Next's proxy would cut it to. */
const DOCUMENT_BYTES = 12 * 1024 * 1024

for (const language of ['ar', 'en'] as const) {
  const words = wordsOf(language, 'evidence')
  const visibility = wordsOf(language, 'list').visibility
  const code = () => (language === 'ar' ? codes.attack : codes.aircraft)
  const section = (page: Page) => page.getByRole('region', { name: words.title, exact: true })
  const item = (page: Page, name: string) => section(page).getByRole('listitem').filter({ hasText: name })

  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ context, baseURL, page }) => {
      await context.addCookies([{ name: 'language', value: language, url: baseURL ?? '' }])
      await page.setViewportSize({ width: 390, height: 800 })
    })

    test('a picture and a document are kept under their hashes, shown, opened, removed and brought back', async ({
      page,
      request,
      browser,
    }) => {
      const picture = Buffer.from(await photograph('image/jpeg'))
      const document = Buffer.from(pdf('7'.repeat(DOCUMENT_BYTES)))
      await page.goto(`/incidents/${code()}`)
      await expect(section(page).getByText(words.none)).toBeVisible()
      const adder = section(page).getByRole('button', { name: words.add, exact: true })
      await expect(adder).toBeEnabled() // files are set whether the page's script has taken over or not
      await adder.setInputFiles([
        { name: 'صورة المقلع.jpg', mimeType: 'image/jpeg', buffer: picture },
        { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') },
        { name: 'minutes.pdf', mimeType: 'application/pdf', buffer: document },
      ])
      const kept = { timeout: 30_000 } // the document is as large as one may be
      await expect(item(page, 'صورة المقلع.jpg').getByText(sha256(picture))).toBeVisible(kept)
      await expect(item(page, 'minutes.pdf').getByText(sha256(document))).toBeVisible(kept)
      await expect(section(page).getByRole('alert')).toContainText('page.png')
      await expect(section(page).getByRole('listitem')).toHaveCount(2)
      await expect(item(page, 'minutes.pdf').getByText(words['not-shared'])).toBeVisible()
      const width = await page.evaluate(() => window.document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(390)

      // The picture lay on its side; drawn, it stands.
      const drawn = item(page, 'صورة المقلع.jpg').getByRole('img')
      await drawn.scrollIntoViewIfNeeded()
      await expect(drawn).toHaveJSProperty('naturalHeight', 48)
      const axe = await new AxeBuilder({ page }).include('section[aria-labelledby=evidence-title]').analyze()
      expect(axe.violations).toEqual([])

      const copy = await hrefOf(page, item(page, 'صورة المقلع.jpg'), words.open)
      await expectSandboxed(request, copy, 'inline')
      await expectSandboxed(request, `${copy}/original`, 'attachment')
      await expectSandboxed(
        request,
        await hrefOf(page, item(page, 'minutes.pdf'), words.download),
        'attachment',
      )
      expect(await (await request.get(`${copy}/original`)).body()).toEqual(picture)
      expect((await (await request.get(copy)).body()).toString('latin1')).not.toContain(telling.owner)
      const nobody = await browser.newContext({ storageState: { cookies: [], origins: [] } })
      for (const path of [copy, `${copy}/original`])
        expect([401, 404]).toContain((await nobody.request.get(path)).status())
      await nobody.close()

      const shown = item(page, 'صورة المقلع.jpg').getByLabel(words['shown-to'])
      await shown.selectOption({ label: visibility.everyone })
      await expect(shown).toHaveValue('everyone')
      await expect(
        item(page, 'minutes.pdf').getByRole('option', { name: visibility.everyone }),
      ).toBeDisabled()

      await item(page, 'صورة المقلع.jpg').getByRole('button', { name: words.remove }).press('Enter')
      await expect(item(page, 'صورة المقلع.jpg')).toBeHidden()
      expect((await request.get(copy)).status()).toBe(404)
      await expect(section(page).getByRole('button', { name: words.undo })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(item(page, 'صورة المقلع.jpg')).toBeVisible()
      await page.reload()
      await expect(item(page, 'صورة المقلع.jpg').getByLabel(words['shown-to'])).toHaveValue('everyone')
    })
  })
}

test('a file that is dropped is taken; the same again, and one too large, are told to be so', async ({
  page,
}) => {
  const words = wordsOf('en', 'evidence')
  await page.goto(`/incidents/${codes.attack}`)
  const form = page.getByRole('form', { name: words.add })
  await expect(form.getByRole('button', { name: words.add, exact: true })).toBeEnabled()
  const base64 = Buffer.from(await photograph('image/webp')).toString('base64')
  for (const name of ['dropped.webp', 'again.webp', 'huge.webp']) {
    const files = await page.evaluateHandle(
      ([name, base64]) => {
        const transfer = new DataTransfer()
        const picture = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
        const bytes = name === 'huge.webp' ? new Uint8Array(20 * 1024 * 1024 + 1) : picture
        transfer.items.add(new File([bytes], name, { type: 'image/webp' }))
        return transfer
      },
      [name, base64] as const,
    )
    await form.dispatchEvent('drop', { dataTransfer: files })
    if (name === 'dropped.webp') await expect(page.getByRole('heading', { name })).toBeVisible()
    else await expect(page.getByRole('alert').filter({ hasText: name })).toBeVisible()
  }
})

async function hrefOf(page: Page, within: ReturnType<Page['locator']>, name: string): Promise<string> {
  const href = await within.getByRole('link', { name }).getAttribute('href')
  return new URL(href ?? '', page.url()).href
}

/** What somebody sent is given out so that it can do nothing. */
async function expectSandboxed(request: APIRequestContext, path: string, how: 'inline' | 'attachment') {
  const response = await request.get(path)
  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject({
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'content-disposition': expect.stringMatching(
      new RegExp(`^${how}; filename="[ -~]+"; filename\\*=UTF-8''`),
    ),
  })
}
