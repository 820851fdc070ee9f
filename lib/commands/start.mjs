// npm start, npm run dev. Plain JavaScript, as it runs straight after a clone, before any package is there:
// it installs them, then hands over to serve.ts in this same process.

import { resolve } from 'node:path'
import { root } from './child.mjs'
import { install, isInstalled, prepareNode } from './install.mjs'
import { takeLock } from './run-lock.mjs'

const HELP = `npm start [-- --help]     serves Waqai and prints "ready http://..." once it does
npm run dev               the same, with hot reload

Nothing needs to be set. What can be:
  HOST            address to listen on (127.0.0.1); beyond loopback only once there is an account
  PORT            port to listen on (3000)
  DATABASE_URL    a Postgres 15 or later to use, instead of the one that Waqai brings along
  WAQAI_PUBLIC_URL       address that people use, where a proxy with TLS stands before: https://waqai.example.org
  WAQAI_TRUSTED_PROXIES  addresses and ranges whose X-Forwarded-For is believed (none)
  WAQAI_EMBED_ORIGINS    sites whose pages may show views of what is published: their origins, or * (none)
  WAQAI_MAP_STYLE_URL    a MapLibre style that lies under the map; browsers then ask its server (none)
  WAQAI_MAP_ORIGINS      further origins that this style asks for tiles (none)
  WAQAI_DATA_DIR  folder of the database and this installation's state (.data)
  WAQAI_DIST_DIR  folder of the production build (.next)
  WAQAI_SAMPLE    "no" for a new installation without gazetteer and sample data (yes)

Ctrl-C stops the app and its database.`

const args = process.argv.slice(2)
if (args.includes('--help') || args.includes('-h')) {
  console.log(HELP)
  process.exit(0)
}
const unknown = args.find((arg) => arg !== '--dev')
if (unknown) {
  console.error(`Unknown option ${unknown}.\n\n${HELP}`)
  process.exit(2)
}
prepareNode()

const { lock, holder } = takeLock(resolve(root, process.env.WAQAI_DATA_DIR || '.data'))
if (holder) {
  const where = holder.url ? `is already running at ${holder.url}` : 'is already being started'
  console.error(`Waqai ${where} (process ${holder.pid}). Stop that one first, with Ctrl-C in its terminal.`)
  process.exit(1)
}
process.on('exit', () => lock.release())

try {
  if (!isInstalled()) {
    console.log('[1/6] Packages: installing from package-lock.json …')
    await install()
  } else {
    console.log('[1/6] Packages: as package-lock.json says')
  }
  const { register } = await import('tsx/esm/api')
  register()
  const { serve } = await import('./serve.ts')
  await serve({ dev: args.includes('--dev'), lock })
} catch (error) {
  console.error(`\nWaqai did not start. ${error instanceof Error ? error.message : error}`)
  if (process.env.DEBUG) console.error(error)
  process.exit(1)
}
