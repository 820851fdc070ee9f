import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { type Page, test } from 'playwright/test'
import { incidentsShown, taken } from './explore-page'
import { mapBrowser } from './map-browser'
import { expect, type Language, languages, numberIn, reader, word } from './timeline-page'

test.describe.configure({ timeout: 180_000 })

test.use({ launchOptions: mapBrowser })

/** How many incidents the API counts by the page's filter. */
async function counted(page: Page): Promise<number> {
  const parameters = new URL(page.url()).searchParams
  for (const own of ['lanes', 'window', 'map']) parameters.delete(own)
  return (await (await page.request.get(`/api/v1/summary?${parameters}`)).json()).incidents
}

/** How many the page shows, once its worker has answered. */
async function shown(page: Page, language: Language): Promise<number> {
  await expect(page.locator('[aria-busy="false"]')).toBeAttached()
  return await incidentsShown(page, language)
}

/** The map while it does not show yet what was asked for. */
const busy = (page: Page) => page.locator('#map [aria-busy="true"]')

for (const language of languages) {
  const w = (path: string) => word(language, `explore.map.${path}`)

  test(`the map in ${language} is drawn from here alone, and chooses what the API counts`, async ({
    browser,
    baseURL,
  }) => {
    const page = await (await reader(browser, baseURL, { language })).newPage()
    const astray: string[] = []
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(baseURL ?? '') || url.includes('/api/csp-reports')) astray.push(url)
    })
    await page.goto('/explore')
    const map = page.getByRole('region', { name: w('title'), exact: true })
    const press = (name: string) => map.getByRole('button', { name: w(name), exact: true }).click()
    await press('open')
    await expect(page).toHaveURL(/map=1/)
    const canvas = map.locator('canvas').first()
    await canvas.scrollIntoViewIfNeeded({ timeout: 60_000 })
    const clip = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 }
    // A sheet of one colour takes a tenth of that.
    await expect
      .poll(async () => (await page.screenshot({ clip, timeout: 60_000 })).length, { timeout: 90_000 })
      .toBeGreaterThan(40_000)
    await expect(busy(page)).toHaveCount(0)
    const all = await counted(page)
    const marked = page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const isBusy = () => document.querySelector('#map [aria-busy="true"]') && resolve()
          new MutationObserver(isBusy).observe(document.body, {
            subtree: true,
            attributeFilter: ['aria-busy'],
          })
        }),
    )
    await press('zoom-in')
    await marked
    await expect(busy(page)).toHaveCount(0)
    await press('whole')
    await expect(busy(page)).toHaveCount(0)

    const take = word(language, 'explore.take.of').replace('{title}', w('title'))
    await map.getByRole('button', { name: take }).click()
    const item = (name: string, role: 'button' | 'link' = 'button') =>
      page.getByRole(role, { name: word(language, `explore.take.${name}`) })
    const svg = await readFile(await (await taken(page, item('svg'))).path(), 'utf8')
    const png = await readFile(await (await taken(page, item('png'))).path())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // Sea, land and squares in a picture twice as large as what is seen.
    expect(png.length).toBeGreaterThan(60_000)
    const csv = await readFile(await (await taken(page, item('csv', 'link'))).path(), 'utf8')
    const lines = csv.split('\r\n').map((line) => line.split(','))
    const column = lines[0]?.indexOf('incidents') ?? -1
    expect(Number(lines.find(([row]) => row === 'total')?.[column])).toBe(all)
    await page.keyboard.press('Escape')
    // The fullest square, as it is drawn, says how many incidents are in it.
    const fullest =
      /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+" fill="[^"]+" opacity="0\.9"/
    const [, left, top, wide] = (fullest.exec(svg) ?? []).map(Number)
    if (left === undefined || top === undefined || wide === undefined)
      throw new Error('no square in the picture')
    await canvas.click({ position: { x: left + wide / 2, y: top + wide / 2 } })
    const card = map.getByRole('status')
    await expect(card.getByRole('button', { name: w('choose-square') })).toBeVisible()
    const inSquare = numberIn((await card.locator('p').first().textContent()) ?? '') ?? 0
    expect(inSquare).toBeGreaterThan(1)
    await card.getByRole('button', { name: w('choose-square') }).click()
    await expect(page).toHaveURL(/area=/)
    // With those of which only the area is known, if its middle is in the square.
    const chosen = await counted(page)
    expect(chosen).toBeGreaterThanOrEqual(inSquare)
    expect(chosen).toBeLessThan(all)
    await expect.poll(() => shown(page, language)).toBe(chosen)
    await card.getByRole('button', { name: w('dismiss') }).click()
    await press('choose-nothing')
    await expect.poll(() => shown(page, language)).toBe(all)
    await expect(busy(page)).toHaveCount(0)

    await press('draw-box')
    const sheet = await map.getByRole('group', { name: w('how-box') }).boundingBox()
    if (!sheet) throw new Error('nothing to draw on')
    const at = (x: number, y: number) => [sheet.x + sheet.width * x, sheet.y + sheet.height * y] as const
    await page.mouse.move(...at(0.5, 0.2))
    await page.mouse.down()
    await page.mouse.move(...at(0.72, 0.75), { steps: 4 })
    await page.mouse.up()
    await expect(page).toHaveURL(/area=/)
    const inBox = await counted(page)
    expect(inBox).toBeGreaterThan(0)
    expect(inBox).toBeLessThan(all)
    await expect.poll(() => shown(page, language)).toBe(inBox)
    await expect(busy(page)).toHaveCount(0)

    await press('choose-nothing')
    await expect.poll(() => shown(page, language)).toBe(all)
    await press('draw-polygon')
    for (const [x, y] of [[0.45, 0.15] as const, [0.75, 0.3] as const, [0.55, 0.7] as const])
      await page.mouse.click(...at(x, y))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/area=/)
    const inPolygon = await counted(page)
    expect(inPolygon).toBeGreaterThan(0)
    await expect.poll(() => shown(page, language)).toBe(inPolygon)

    const { violations } = await new AxeBuilder({ page }).include('#map').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await press('close')
    await expect(map.locator('canvas')).toHaveCount(0)
    expect(astray).toEqual([])
    await page.context().close()
  })
}
