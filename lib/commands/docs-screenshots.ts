// npm run docs:screenshots: takes the pictures of docs/screenshots from the app that is running, which must hold the
// sample data. Pages are wide and light; one more of each, narrow and dark, shows that these stand too.

import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright'
import { env } from '@/lib/env'
import { systemChromium } from './browser.mjs'

const FOLDER = 'docs/screenshots'
const base = `http://${env('HOST')}:${env('PORT')}`
const sizes = {
  wide: { width: 1440, height: 1000, theme: 'light', suffix: '' },
  narrow: { width: 390, height: 844, theme: 'dark', suffix: '-narrow' },
} as const

async function take(browser: Browser, language: 'ar' | 'en', size: keyof typeof sizes): Promise<void> {
  const { width, height, theme, suffix } = sizes[size]
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
  await context.addCookies([
    { name: 'language', value: language, url: base },
    { name: 'theme', value: theme, url: base },
  ])
  const page = await context.newPage()
  for (const [name, path] of await pages()) {
    await page.goto(base + path, { waitUntil: 'networkidle' })
    // The explorer fetches its facts in a worker, whose traffic the page does not wait for.
    if (path.startsWith('/explore')) await page.locator('[aria-busy="false"]').waitFor()
    await page.waitForLoadState('networkidle')
    if (path.includes('map=1')) await showMap(page)
    await page.screenshot({ path: `${FOLDER}/${name}-${language}${suffix}.png` })
  }
  await context.close()
}

/** In sight, once it is at rest. */
async function showMap(page: Page): Promise<void> {
  await page.locator('#map').evaluate((map) => map.scrollIntoView())
  await page.locator('#map canvas').first().waitFor()
  await page.locator('#map:not(:has([aria-busy="true"]))').waitFor()
}

async function pages(): Promise<[name: string, path: string][]> {
  const answer = await fetch(`${base}/api/v1/incidents?dataset=own&kind=aircraft-shot-down&limit=1`)
  const { incidents } = (await answer.json()) as { incidents: { code: string }[] }
  const code = incidents[0]?.code
  if (!code)
    throw new Error('The downed aircraft of the Derna report is not there: start with the sample data.')
  return [
    ['timeline', '/timeline'],
    ['explore', '/explore'],
    ['explore-near', '/explore?lanes=place&window=2014-07-14~2014-07-17'],
    ['explore-map', '/explore?map=1'],
    ['incident', `/incidents/${code}`],
  ]
}

mkdirSync(FOLDER, { recursive: true })
const browser = await chromium.launch({
  executablePath: systemChromium(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
    // The map needs WebGL, which a processor can play.
    ...['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  ],
})
try {
  for (const language of ['ar', 'en'] as const) {
    await take(browser, language, 'wide')
    await take(browser, language, 'narrow')
  }
} finally {
  await browser.close()
}
console.log(`${FOLDER}: taken from ${base}`)
