import { defineConfig } from 'playwright/test'
export default defineConfig({
  testDir: '.',
  outputDir: '/tmp/lu/results',
  workers: 1,
  timeout: 180000,
  expect: { timeout: 20000 },
  reporter: 'list',
  use: {
    baseURL: 'http://127.0.0.1:3106',
    trace: 'off',
    screenshot: { mode: 'only-on-failure', fullPage: true },
    launchOptions: { executablePath: '/usr/bin/chromium', chromiumSandbox: false, args: ['--no-first-run'] },
  },
})
