// A Waqai of a test's own, in processes of its own, for tests that stop, kill and start it.

import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { personOf } from './people'

const root = fileURLToPath(new URL('..', import.meta.url))

/** A folder and a port for it, kept over its starts. */
export interface Installation {
  readonly folder: string
  readonly port: number
  readonly url: string
}

export interface WaqaiProcess {
  readonly child: ChildProcess
  /** What it has printed so far. */
  readonly output: () => string
  /** Resolves once it has printed its `ready` line; rejects if it ends before. */
  readonly ready: Promise<void>
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

export async function newInstallation(): Promise<Installation> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'waqai-process-'))
  return { folder, port, url: `http://127.0.0.1:${port}` }
}

export function removeInstallation({ folder }: Installation): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Does what `npm start` does, with the production build of the journeys, and without sample data. */
export function startWaqai(installation: Installation, env: Record<string, string> = {}): WaqaiProcess {
  return waqaiProcess('start.mjs', [], installation, env)
}

/** For tests that ask more often than anybody may. */
export const unlimited = Object.fromEntries(
  ['TOKEN', 'ACCOUNT', 'ADDRESS', 'WRITES'].map((name) => [`WAQAI_LIMIT_${name}`, '1000000']),
)

/** Does what `npm run dev` does. */
export function developWaqai(installation: Installation): WaqaiProcess {
  return waqaiProcess('start.mjs', ['--dev'], installation, {})
}

/** Does what the npm script of this name does, on the installation's database. */
export function runCommand(installation: Installation, args: string[]): WaqaiProcess {
  return waqaiProcess('run.mjs', args, installation, {})
}

/** A one-time code for the first account of an installation that runs. */
export async function claimCodeOf(installation: Installation): Promise<string> {
  const command = runCommand(installation, ['claim-code'])
  await command.ended
  const code = /give the code (\S+)/.exec(command.output())?.[1]
  if (!code) throw new Error(`No code was printed:\n${command.output()}`)
  return code
}

/** Makes the first account of an installation that has said that it is ready. Gives the cookies of its session. */
export async function claimed(
  { url }: Installation,
  { output }: WaqaiProcess,
): Promise<{ name: string; value: string; url: string }[]> {
  const code = /give the code (\S+)/.exec(output())?.[1]
  const response = await fetch(`${url}/api/account/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, ...personOf('administrator') }),
  })
  if (response.status !== 201) throw new Error(await response.text())
  return response.headers.getSetCookie().map((cookie) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    return { name, value, url }
  })
}

function waqaiProcess(
  program: string,
  args: string[],
  installation: Installation,
  env: Record<string, string>,
): WaqaiProcess {
  const child = spawn(process.execPath, [join('lib', 'commands', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(installation.port),
      WAQAI_DATA_DIR: installation.folder,
      WAQAI_SAMPLE: 'no',
      WAQAI_DIST_DIR: process.env.WAQAI_DIST_DIR || '.next-test',
      ...env,
    },
  })
  let output = ''
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'gone'))
  })
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (/^ready /m.test(output)) resolve()
      })
    }
    void ended.then((how) => reject(new Error(`Ended (${how}) before it was ready:\n${output}`)))
  })
  ready.catch(() => {}) // some tests want it to fail
  return { child, output: () => output, ready, ended }
}

/** The process number of the embedded Postgres of an installation, if it runs. */
export function postgresPid({ folder }: Installation): number | undefined {
  const file = join(folder, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
