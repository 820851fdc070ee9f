// The steps of `npm start` once the packages are there: database, migrations, sample data, build, web server.
// Whatever is started is noted, and ended in reverse when a signal, a failure or the end of the app comes.

import { applyMigrations, generateClient } from '@/lib/db/prisma-cli'
import { env, environmentWith, mapOrigins } from '@/lib/env'
import { commandArguments, runToEnd } from './child.mjs'
import { keepFiguresDue } from './figures-due'
import { hasAccounts } from './has-accounts'
import { installationSecret } from './installation-secret'
import { keepDatabaseUp } from './keep-database-up'
import { buildIfNeeded } from './production-build'
import {
  type Address,
  readableWarning,
  requireAccounts,
  requireFreePort,
  servedAddress,
} from './served-address'
import { startWebServer } from './web-server-process'
import { dataFolder, openDatabase } from './with-database'

interface ServeOptions {
  /** Hot reload and no build. */
  readonly dev: boolean
  readonly lock: { announce: (url: string) => void }
}

type Ending = () => Promise<void> | void

/** Serves until told to stop; never gives back. Throws, with everything ended, if it cannot start. */
export async function serve({ dev, lock }: ServeOptions): Promise<void> {
  const endings: Ending[] = []
  const stopping = endOnSignal(endings)
  try {
    const address = servedAddress()
    mapOrigins()
    env('WAQAI_EMBED_ORIGINS') // what is wrong with it is said now, not by the web server at the end
    await requireFreePort(address)
    const url = await prepareDatabase(endings)
    requireAccounts(address, await hasAccounts(url))
    await loadSample(url, endings)
    endings.push(await keepFiguresDue(url))
    await (dev ? sayStep(5, 'Build: none, pages are built as they are asked for') : build(endings))
    await startApp({ dev, address, url, endings })
    lock.announce(address.url)
    const warning = readableWarning(address)
    if (warning) console.log(`      ${warning}`)
    await tellClaimCode(url, address.url, endings)
    console.log(`ready ${address.url}`)
  } catch (error) {
    if (stopping()) return // a step cut short by the signal, whose handler ends the process
    await endAll(endings)
    throw error
  }
}

async function prepareDatabase(endings: Ending[]): Promise<string> {
  const opening = openDatabase((line) => console.log(`      ${line}`))
  endings.push(() => opening.then(({ embedded }) => embedded?.stop()).catch(() => {}))
  const { url, embedded } = await opening
  const started = embedded?.adopted ? 'was still running, taken over' : 'started'
  sayStep(2, `Database: ${embedded ? started : 'the one that DATABASE_URL names'}`)
  if (embedded) endings.push(keepDatabaseUp(embedded))
  await generateClient()
  const applied = await applyMigrations(url)
  sayStep(3, `Migrations: ${applied === 0 ? 'none to apply' : `${applied} applied`}`)
  return url
}

/** The sample data come in by a command of their own, which knows whether they are there already. */
async function loadSample(url: string, endings: Ending[]): Promise<void> {
  if (env('WAQAI_SAMPLE') === 'no') return sayStep(4, 'Gazetteer and sample data: not wanted')
  sayStep(4, 'Gazetteer and sample data:')
  const code = await runToEnd(process.execPath, commandArguments('load-sample'), {
    env: environmentWith({ DATABASE_URL: url }),
    signal: endedWith(endings),
  })
  if (code !== 0) throw new Error('The sample data could not be loaded: see above.')
}

/** Where nobody has an account yet, the code with which the first is made; a command of its own knows. */
async function tellClaimCode(url: string, address: string, endings: Ending[]): Promise<void> {
  await runToEnd(process.execPath, [...commandArguments('claim-code'), '--if-unclaimed', address], {
    env: environmentWith({ DATABASE_URL: url }),
    signal: endedWith(endings),
  })
}

async function build(endings: Ending[]): Promise<void> {
  const announce = () => sayStep(5, 'Build: this takes about half a minute …')
  const built = await buildIfNeeded({ announce, signal: endedWith(endings) })
  if (!built) sayStep(5, 'Build: up to date')
}

/** A signal for a child process that is to go down with everything else. */
function endedWith(endings: Ending[]): AbortSignal {
  const controller = new AbortController()
  endings.push(() => controller.abort())
  return controller.signal
}

async function startApp(app: {
  dev: boolean
  address: Address
  url: string
  endings: Ending[]
}): Promise<void> {
  sayStep(6, 'Server: starting …')
  const server = startWebServer({
    dev: app.dev,
    address: app.address,
    databaseUrl: app.url,
    secret: await installationSecret(dataFolder()),
  })
  app.endings.push(server.stop)
  await server.ready
  void server.ended.then(async (code) => {
    console.error(`The web server ended by itself (${code}).`)
    await endAll(app.endings)
    process.exit(1)
  })
}

/** Ends everything, and then this process, at a signal. Gives a function that says whether one has come. */
function endOnSignal(endings: Ending[]): () => boolean {
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    console.log('\nStopping …')
    await endAll(endings)
    console.log('Stopped.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
  return () => ending
}

async function endAll(endings: Ending[]): Promise<void> {
  for (let end = endings.pop(); end; end = endings.pop()) {
    await Promise.resolve(end()).catch((error) => console.error(error))
  }
}

function sayStep(step: number, words: string): void {
  console.log(`[${step}/6] ${words}`)
}
