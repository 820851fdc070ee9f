import { chromium, type Page } from 'playwright/test'
import { systemChromium } from '../browser.mjs'
import type { Results } from './results'
import { timesOf } from './timing'
import type { Web } from './web'

const STEPS = 60
/** Of a page that was just opened, whose code the engine still compiles. */
const FIRST_STEPS = 12
const MAP_STEPS = 20
const MIB = 2 ** 20

/** What a person at a browser waits for: Chromium, drawing by the processor, all views mounted. */
export async function browse(web: Web, name: string, results: Results): Promise<void> {
  await onPage(web, ['--disable-gpu', '--disable-gpu-rasterization'], async (page) => {
    // Once before: what is measured is the explorer, and not the first request of a server.
    await page.goto(`${web.url}/explore`)
    await rested(page)
    const began = performance.now()
    await page.goto(`${web.url}/explore`)
    await rested(page)
    results.value(`${name}: opened in a browser, to all views drawn`, performance.now() - began, 'ms')
    results.times(
      `${name}: the first steps of a brush to the second frame after`,
      await brush(page, FIRST_STEPS),
    )
    results.times(`${name}: a brush's step to the second frame after`, await brush(page, STEPS))
    results.times(`${name}: a timeline's zoom to the second frame after`, await zoom(page))
    results.value(`${name}: memory of the page`, await memory(page), 'MiB')
    results.value(`${name}: the longest task after that`, await longestTask(page), 'ms')
  })
  // A map is drawn by WebGL, which the processor plays.
  await onPage(web, ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'], async (page) => {
    await page.goto(`${web.url}/explore?map=1`)
    const { settled, seen } = await stepOnMap(page)
    results.times(`${name}: a step to the map settled`, settled)
    results.times(`${name}: a step to the second frame after the map settled`, seen)
  })
}

/** A page of somebody signed in, in a browser of its own. */
async function onPage(web: Web, drawing: string[], work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: systemChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...drawing, '--disable-background-networking', '--enable-precise-memory-info'],
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1400 } })
    const [cookie = '', value = ''] = web.cookie.split(/=(.*)/s)
    await context.addCookies([{ name: cookie, value, url: web.url }])
    await work(await context.newPage())
  } finally {
    await browser.close()
  }
}

const rested = (page: Page) => page.locator('[aria-busy="false"]').waitFor({ timeout: 120_000 })

/**
 * Each movement of a pointer that draws over a chart and changes the number of incidents, to the second frame after the page says
 * the new number: all views are drawn in one.
 */
async function brush(page: Page, steps: number) {
  const box = await page.getByRole('img').nth(1).boundingBox()
  if (!box) throw new Error('the page has no chart to draw over')
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    let latest = 0
    const totals = document.querySelector('section[aria-labelledby="totals-title"] dd')
    if (!totals) throw new Error('the page says no number of incidents')
    new MutationObserver(() => {
      const began = latest
      requestAnimationFrame(() => requestAnimationFrame(() => taken.push(performance.now() - began)))
    }).observe(totals, { subtree: true, childList: true, characterData: true })
    window.addEventListener(
      'pointermove',
      ({ timeStamp }) => {
        latest = timeStamp
      },
      { capture: true, passive: true },
    )
  })
  await page.mouse.move(box.x + box.width * 0.2, box.y + 40)
  await page.mouse.down()
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(box.x + box.width * (0.2 + (0.6 * step) / STEPS), box.y + 40)
    await page.waitForTimeout(120)
  }
  await page.mouse.up()
  return timesOf(await heard(page))
}

async function zoom(page: Page) {
  const box = await page.getByRole('img').nth(0).boundingBox()
  if (!box) throw new Error('the page has no timeline')
  await page.mouse.move(box.x + box.width * 0.6, box.y + 60)
  await listen(page)
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, -60)
    await page.waitForTimeout(120)
  }
  return timesOf(await heard(page))
}

/** Each click on the commonest kind, which changes all of the map, until the map shows what is left and rests, and to the second frame after. */
async function stepOnMap(page: Page) {
  await rested(page)
  await mapSettled(page)
  // Drawn as far as it is seen, all of it.
  await page.locator('#map').evaluate((map) => map.scrollIntoView())
  const kind = page.locator('button[aria-pressed]').first()
  await page.evaluate(() => {
    const [settled, taken]: number[][] = [[], []]
    Object.assign(window, { settled, taken })
    let latest = 0
    let since: number | null = null
    window.addEventListener('pointerup', ({ timeStamp }) => {
      latest = timeStamp
    })
    new MutationObserver(() => {
      const busy = document.querySelector('#map [aria-busy="true"]') !== null
      if (busy) since ??= latest
      if (busy || since === null) return
      const began = since
      since = null
      settled?.push(performance.now() - began)
      requestAnimationFrame(() => requestAnimationFrame(() => taken?.push(performance.now() - began)))
    }).observe(document.body, { subtree: true, attributeFilter: ['aria-busy'] })
  })
  for (let step = 0; step < MAP_STEPS; step++) {
    await kind.click()
    await page.waitForFunction(
      (steps) => (window as unknown as { taken: number[] }).taken.length > steps,
      step,
    )
    await page.waitForTimeout(500)
  }
  const settled = await page.evaluate(() => (window as unknown as { settled: number[] }).settled)
  return { settled: timesOf(settled), seen: timesOf(await heard(page)) }
}

const mapSettled = async (page: Page) => {
  await page.locator('#map canvas').first().waitFor({ timeout: 120_000 })
  await page.locator('#map:not(:has([aria-busy="true"]))').waitFor({ timeout: 120_000 })
}

/** From now on notes how long after each turn of the wheel the second frame comes in which the views rest again. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    let latest = 0
    let since: number | null = null
    new MutationObserver(() => {
      const busy = document.querySelector('[aria-busy]')?.getAttribute('aria-busy') === 'true'
      // A movement within what is chosen already asks for nothing: a step begins with the one that made the views busy.
      if (busy) since ??= latest
      if (busy || since === null) return
      const began = since
      since = null
      requestAnimationFrame(() => requestAnimationFrame(() => taken.push(performance.now() - began)))
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['aria-busy'] })
    window.addEventListener(
      'wheel',
      ({ timeStamp }) => {
        latest = timeStamp
      },
      { capture: true, passive: true },
    )
  })
}

const heard = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { taken: number[] }).taken)

interface HeapUsage {
  usedSize: number
  /** Of buffers, which columns are. */
  backingStorageSize?: number
}

/** Heap and buffers of the page and of its worker. */
async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const workers: string[] = []
  const answers = new Map<string, (usage: HeapUsage) => void>()
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.push(sessionId))
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: HeapUsage }
    if (id === USAGE) answers.get(sessionId)?.(result)
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false })
  const ofWorkers = workers.map(async (sessionId) => {
    const answered = new Promise<HeapUsage>((resolve) => answers.set(sessionId, resolve))
    for (const [id, method] of [
      [COLLECT, 'HeapProfiler.collectGarbage'],
      [USAGE, 'Runtime.getHeapUsage'],
    ] as const)
      await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    return await answered
  })
  await session.send('HeapProfiler.collectGarbage')
  const usages: HeapUsage[] = [await session.send('Runtime.getHeapUsage'), ...(await Promise.all(ofWorkers))]
  await session.detach()
  return (
    usages.reduce((sum, { usedSize, backingStorageSize = 0 }) => sum + usedSize + backingStorageSize, 0) / MIB
  )
}

const COLLECT = 1
const USAGE = 2

async function longestTask(page: Page): Promise<number> {
  await page.evaluate(() => {
    const longest = { ms: 0 }
    Object.assign(window, { longest })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration)
    }).observe({ type: 'longtask' })
  })
  await brush(page, STEPS)
  return await page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms)
}
