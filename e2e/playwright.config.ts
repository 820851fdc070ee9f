import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'
import { systemChromium } from '../lib/commands/browser.mjs'
import { lockHolder } from '../lib/commands/run-lock.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const port = Number(process.env.E2E_PORT || 3999)
const url = `http://127.0.0.1:${port}`

/** The data of the server under test, made anew by each run; the workers, and another run beside it, leave it alone. */
const data = join(tmpdir(), `waqai-e2e-${process.getuid?.() ?? ''}-${port}`)
if (process.env.TEST_WORKER_INDEX === undefined && !lockHolder(data))
  rmSync(data, { recursive: true, force: true })

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]
const drawing = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 1, // the journeys share one server and count what it holds
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: url,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: systemChromium(),
      chromiumSandbox: process.getuid?.() !== 0, // Chromium's own cannot run as root
      args: ['--no-first-run', ...quiet, ...drawing],
    },
  },
  webServer: {
    command: 'node lib/commands/start.mjs',
    cwd: root,
    url: `${url}/api/health`,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    env: {
      PORT: String(port),
      WAQAI_DATA_DIR: data,
      WAQAI_DIST_DIR: process.env.WAQAI_DIST_DIR || '.next-test',
    },
  },
})
