import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '@/lib/db/prisma-cli'
import { environmentWith } from '@/lib/env'
import type { Address } from './served-address'

const STOP_MS = 12_000

interface WebServer {
  /** Resolves when it serves; rejects if it ends before that. */
  readonly ready: Promise<void>
  /** Resolves with how it ended, if it ends without being told to. */
  readonly ended: Promise<string>
  readonly stop: () => Promise<void>
}

interface WebServerOptions {
  readonly dev: boolean
  readonly address: Address
  readonly databaseUrl: string
  readonly secret: string
}

/** Starts web-server.mjs in a process of its own. It ends by itself when this process does, however that ends. */
export function startWebServer({ dev, address, databaseUrl, secret }: WebServerOptions): WebServer {
  const child = spawn(process.execPath, [join('lib', 'commands', 'web-server.mjs')], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: environmentWith({
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: address.host,
      PORT: String(address.port),
      DATABASE_URL: databaseUrl,
      WAQAI_SECRET: secret,
    }),
  })
  let stopping = false
  const closed = new Promise<string>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  return {
    ready: Promise.race([
      new Promise<void>((resolve) => child.once('message', () => resolve())),
      closed.then((how) => {
        throw new Error(`The web server ended while starting (${how}): see above.`)
      }),
    ]),
    ended: new Promise((resolve) => closed.then((how) => stopping || resolve(how))),
    stop: () => {
      stopping = true
      return stopChild(child, closed)
    },
  }
}

/** Asks it to finish what it is answering; after a while it is ended anyway. */
async function stopChild(child: ChildProcess, closed: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  if (child.connected) child.send('stop')
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await closed
  clearTimeout(force)
}
