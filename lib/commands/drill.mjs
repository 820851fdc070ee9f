// npm run drill: every cell of the access matrix (e2e/access) and 300 hostile requests at every door (e2e/hostile), of
// which `npm test` tries some. It starts apps and databases of its own. `npm run drill -- --grep '/api/log'` tries the
// doors of that name only.

import { join } from 'node:path'
import { runToEnd } from './child.mjs'
import { install, isInstalled, prepareNode } from './install.mjs'

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', WAQAI_DIST_DIR: '.next-test', WAQAI_DRILL: 'all' }
const run = (...args) => runToEnd(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env })

prepareNode()
if (!isInstalled()) await install()
const built = await run(join('lib', 'commands', 'run.mjs'), 'build')
const config = ['--config', join('e2e', 'playwright.config.ts'), '--project=own-app']
const playwright = join('node_modules', 'playwright', 'cli.js')
process.exit(
  built ||
    (await run(playwright, 'test', 'access.spec', 'hostile.spec', ...config, ...process.argv.slice(2))),
)
