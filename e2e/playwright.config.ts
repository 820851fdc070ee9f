import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'
import { systemChromium } from '../lib/commands/browser.mjs'
import { lockHolder } from '../lib/commands/run-lock.mjs'
import { data, port, url } from './journeys-server'
import { stateOf } from './people'

const root = fileURLToPath(new URL('..', import.meta.url))

// The data of the server under test are made anew by each run; the workers, and another run beside it, leave them alone.
if (process.env.TEST_WORKER_INDEX === undefined && !lockHolder(data))
  rmSync(data, { recursive: true, force: true })

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]
/** Pages are drawn by the processor, which is twice as quick at it as at playing a graphics card. */
const drawing = ['--disable-gpu', '--disable-gpu-rasterization']

/** They count what the server holds, so nobody may write meanwhile. */
const reading = /\/(timeline|explore(?!-live|-server)).*\.spec\.ts$/
/** They have an app of their own, in processes of their own. */
const ownApp = /\/(access|accounts|hostile|commands|health|explore-live|explore-server|embed)\.spec\.ts$/
/** Its one promise in seconds is kept by a server that has nothing else to do. */
const alone = /@alone/

const signedIn = { storageState: stateOf('administrator') }

const server = {
  command: 'node lib/commands/start.mjs',
  cwd: root,
  url: `${url}/api/health`,
  timeout: 300_000,
  stdout: 'pipe' as const,
  gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 30_000 },
  env: {
    PORT: String(port),
    WAQAI_DATA_DIR: data,
    WAQAI_DIST_DIR: process.env.WAQAI_DIST_DIR || '.next-test',
  },
}

// Two journeys run side by side. What depends on others waits for all of them, and does not run after one has failed.
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  projects: [
    { name: 'people', testMatch: 'people.setup.ts' },
    // Beside what writes, and not before it: projects that wait for the same are one queue for both workers.
    { name: 'own-app', testMatch: ownApp, dependencies: process.env.WAQAI_DRILL ? [] : ['people'] },
    {
      name: 'writing',
      testIgnore: [reading, ownApp],
      grepInvert: alone,
      dependencies: ['people'],
      use: signedIn,
    },
    {
      name: 'reading',
      testMatch: reading,
      fullyParallel: true,
      dependencies: ['people', 'own-app', 'writing'],
      use: signedIn,
    },
    { name: 'alone', grep: alone, dependencies: ['reading'], use: signedIn },
  ],
  use: {
    baseURL: url,
    actionTimeout: 20_000, // what is not there by then will not come, and its test says so at once
    // A trace costs as much again as the journey; E2E_TRACE=retain-on-failure keeps one of each that fails.
    trace: process.env.E2E_TRACE === 'retain-on-failure' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: systemChromium(),
      chromiumSandbox: process.getuid?.() !== 0, // Chromium's own cannot run as root
      args: ['--no-first-run', ...quiet, ...drawing],
    },
  },
  // What a drill tries has an app of its own.
  webServer: process.env.WAQAI_DRILL ? [] : server,
})
