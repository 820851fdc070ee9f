// npm test: everything that is checked, straight after a clone. Stages go on after one has failed, so that a run
// shows all there is to mend. The last line is "N passed, N failed". `npm test -- core db` runs those stages only.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { runToEnd } from './child.mjs'
import { install, isInstalled, prepareNode } from './install.mjs'

/** No stage may take longer: something hangs. */
const LONGEST_MS = 30 * 60_000

const reports = mkdtempSync(join(tmpdir(), 'waqai-report-'))
/** A build of its own, as an app may be running from the other. */
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', WAQAI_DIST_DIR: '.next-test' }

const bin = (...path) => join('node_modules', ...path)

function node(args, extra = {}) {
  return runToEnd(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment, ...extra },
    timeout: LONGEST_MS,
  })
}

/** A stage that is one check: it passes if all its commands do. */
function check(...commands) {
  return async () => {
    for (const args of commands) {
      if ((await node(args)) !== 0) return { passed: 0, failed: 1, skipped: 0 }
    }
    return { passed: 1, failed: 0, skipped: 0 }
  }
}

/** A stage of many tests, counted from the report that `run` writes into the file it is given. */
function tests(name, run, count) {
  return async () => {
    const report = join(reports, `${name}.json`)
    const code = await run(report)
    const counted = count(JSON.parse(readFileSync(report, 'utf8')))
    // A file that cannot be loaded, or a hook that fails, fails no test but the run.
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
  }
}

function vitest(project) {
  const files = (report) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return tests(
    project,
    (report) => node([bin('vitest', 'vitest.mjs'), 'run', '--project', project, ...files(report)]),
    (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  )
}

function playwright() {
  return tests(
    'journeys',
    async (report) => {
      await ensureBrowser()
      const args = ['test', '--config', join('e2e', 'playwright.config.ts'), '--reporter=list,json']
      return node([bin('playwright', 'cli.js'), ...args], { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
    },
    ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  )
}

const run = join('lib', 'commands', 'run.mjs')
const stages = {
  client: check([run, 'generate']),
  lint: check([bin('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings', '.']),
  types: check(
    [bin('next', 'dist', 'bin', 'next'), 'typegen'],
    [bin('typescript', 'bin', 'tsc'), '--noEmit'],
  ),
  unused: check([bin('knip', 'bin', 'knip.js')]),
  core: vitest('core'),
  db: vitest('db'),
  build: check([run, 'build']),
  journeys: playwright(),
}

async function runStage(name) {
  console.log(`\n── ${name} ${'─'.repeat(100 - name.length)}`)
  const begun = Date.now()
  const result = await stages[name]().catch((error) => {
    console.error(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  })
  return { name, seconds: Math.round((Date.now() - begun) / 1000), ...result }
}

function row({ name, passed, failed, skipped, seconds }) {
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`
  return `${name.padEnd(10)}${counts} ${String(skipped).padStart(4)} skipped ${String(seconds).padStart(5)} s`
}

prepareNode()
const chosen = process.argv.slice(2)
const unknown = chosen.find((name) => !(name in stages))
if (unknown) {
  console.error(`There is no stage "${unknown}". There are: ${Object.keys(stages).join(', ')}.`)
  process.exit(2)
}
if (!isInstalled()) await install()

const results = []
for (const name of chosen.length > 0 ? chosen : Object.keys(stages)) results.push(await runStage(name))
rmSync(reports, { recursive: true, force: true })

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${results.map(row).join('\n')}\n`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
