// The Postgres that Waqai brings along: real Postgres 18 from an npm package, for whoever sets no
// DATABASE_URL. It runs as a daemon of its own, so that Ctrl-C reaches only the app, which then stops it in
// its turn; and a server left running by a killed app is taken over by the next start.

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Account, serverAccount } from './account'
import { postgresBinaries } from './binaries'
import { chooseHome, requireReachable } from './home'
import { freePort, isLivePostgres, postmasterFile, readPostmaster } from './process'
import { runTool } from './tool'

const USER = 'waqai'
const DATABASE = 'waqai'
const LOG = 'server.log'
const START_SECONDS = 60
const STOP_SECONDS = 15

export interface EmbeddedOptions {
  /** Where everything is kept: the data, the password, the remembered port. Made if missing. */
  readonly folder: string
  /** False for tests: a crash may then lose data, and writes are faster. */
  readonly durable?: boolean
  /** Told what a person may want to know, such as data kept in another place. */
  readonly say?: (line: string) => void
}

export interface EmbeddedPostgres {
  readonly url: string
  /** True if the server was running already. */
  readonly adopted: boolean
  readonly isRunning: () => boolean
  readonly stop: () => Promise<void>
}

/** A cluster on disk with what is needed to run it. */
interface Cluster {
  readonly account: Account
  readonly binaries: string
  readonly data: string
  readonly secrets: Secrets
}

interface Secrets {
  readonly password: string
  readonly port: number
  /** Where the cluster is kept; null for the folder itself, which so may be moved. */
  readonly home: string | null
}

/** Starts the server of `folder`, making its cluster at the first time, or takes over the one that runs. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = serverAccount()
  await mkdir(options.folder, { recursive: true })
  const secrets = await readSecrets(account, options)
  const home = secrets.home ?? options.folder
  requireReachable(account, home)
  const binaries = await postgresBinaries(account, home)
  const cluster = { account, binaries, data: join(home, 'postgres'), secrets }
  if (!existsSync(cluster.data)) await initialise(cluster, options.durable ?? true)
  const { port, adopted } = await adoptOrLaunch(cluster)
  await writeSecrets(options.folder, { ...secrets, port })
  const url = `postgresql://${USER}:${secrets.password}@127.0.0.1:${port}/${DATABASE}`
  await ensureDatabase(url)
  return { url, adopted, isRunning: () => isRunning(cluster), stop: () => stop(cluster) }
}

async function readSecrets(account: Account, { folder, say }: EmbeddedOptions): Promise<Secrets> {
  const path = join(folder, 'postgres.json')
  if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Secrets
  const home = await chooseHome(account, folder, say)
  const secrets = { password: randomBytes(24).toString('hex'), port: await freePort(), home }
  await writeSecrets(folder, secrets)
  return secrets
}

async function writeSecrets(folder: string, secrets: Secrets): Promise<void> {
  const path = join(folder, 'postgres.json')
  await writeFile(`${path}.new`, `${JSON.stringify(secrets)}\n`, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/**
 * Sorting and case are Postgres's own, the same on every system. Trigrams alone ask the system which signs are letters:
 * without its C.UTF-8 they know none of Arabic's, and searching Arabic reads whole tables instead of an index.
 */
const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8', '--locale=C']

/** Makes the cluster beside its place and moves it there when whole, so that a half-made one is never used. */
async function initialise({ account, binaries, data, secrets }: Cluster, durable: boolean): Promise<void> {
  const fresh = `${data}.new`
  const passwordFile = `${data}.password`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  await writeFile(passwordFile, secrets.password, { mode: 0o600 })
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(fresh, account.uid, account.gid)
    await chown(passwordFile, account.uid, account.gid)
  }
  const access = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const initdb = (flags: string[]) =>
    runTool(account, join(binaries, 'bin', 'initdb'), [`--pgdata=${fresh}`, ...flags, ...access])
  try {
    await initdb([...locale, '--lc-ctype=C.UTF-8']).catch(() => initdb(locale))
  } finally {
    await rm(passwordFile, { force: true })
  }
  await appendFile(join(fresh, 'postgresql.conf'), settings(durable))
  await chmod(fresh, 0o700)
  await rename(fresh, data)
}

function settings(durable: boolean): string {
  const lines = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''", // the password over loopback is the only way in
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    ...(durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
  ]
  return `\n# Waqai\n${lines.join('\n')}\n`
}

/** The port of the server that already runs on this cluster, once it answers; undefined if there is none. */
async function adopt({ data, secrets }: Cluster): Promise<number | undefined> {
  const postmaster = readPostmaster(data)
  if (!postmaster) return undefined
  if (!isLivePostgres(postmaster.pid)) {
    // Postgres itself believes a number that lives, even if another program bears it now.
    await rm(postmasterFile(data), { force: true })
    return undefined
  }
  for (let attempt = 0; attempt < START_SECONDS * 4; attempt += 1) {
    if (!isLivePostgres(postmaster.pid)) return undefined
    const port = readPostmaster(data)?.port || postmaster.port
    if (port && (await answers(port, secrets.password))) return port
    await sleep(250)
  }
  throw new Error(`A Postgres (process ${postmaster.pid}) runs on ${data} but does not let Waqai in.`)
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: USER, password, database: 'postgres' })
  client.on('error', () => {}) // a server on its way down
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether the server of this cluster lives, by its own note. */
function isRunning({ data }: Cluster): boolean {
  const postmaster = readPostmaster(data)
  return postmaster !== undefined && isLivePostgres(postmaster.pid)
}

/** Tries again while children of a killed server still hold its memory, the port is taken, or another starts it. */
async function adoptOrLaunch(cluster: Cluster): Promise<{ port: number; adopted: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const running = await adopt(cluster)
    if (running) return { port: running, adopted: true }
    try {
      return { port: await launch(cluster), adopted: false }
    } catch (cause) {
      const log = join(cluster.data, LOG)
      if (attempt === 20)
        throw new Error(`The embedded Postgres does not start; its log is ${log}.`, { cause })
      await sleep(500)
    }
  }
}

/**
 * What failed, with the values of its statement and row, is told to whoever asked, and to no log. Not in the cluster's own
 * settings: this holds for clusters of before too.
 */
const quiet = ['log_min_messages=log', 'log_min_error_statement=panic', 'log_error_verbosity=terse']

async function launch({ account, binaries, data, secrets }: Cluster): Promise<number> {
  const port = await freePort(secrets.port)
  const wait = ['-w', '-t', String(START_SECONDS)]
  const args = [
    'start',
    '-D',
    data,
    '-l',
    join(data, LOG),
    ...wait,
    '-o',
    [`-p ${port}`, ...quiet.map((setting) => `-c ${setting}`)].join(' '),
  ]
  await runTool(account, join(binaries, 'bin', 'pg_ctl'), args)
  return port
}

async function ensureDatabase(url: string): Promise<void> {
  const address = new URL(url)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Stops the server in bounded time: first letting it finish its writing, then without. */
async function stop({ account, binaries, data }: Cluster): Promise<void> {
  const control = join(binaries, 'bin', 'pg_ctl')
  const halt = (mode: string) => ['stop', '-D', data, '-m', mode, '-w', '-t', String(STOP_SECONDS)]
  try {
    await runTool(account, control, halt('fast'))
  } catch {
    if (readPostmaster(data)) await runTool(account, control, halt('immediate'))
  }
}
