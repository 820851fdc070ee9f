import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** What a Postgres server writes about itself into its data folder while it runs. */
interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** The `postmaster.pid` of a data folder, which is left behind after a kill -9. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  const path = postmasterFile(dataFolder)
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

export function postmasterFile(dataFolder: string): string {
  return join(dataFolder, 'postmaster.pid')
}

/** Whether process `pid` lives and is a Postgres: after a reboot the number may be anybody's. */
export function isLivePostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  return commandLine(pid).includes('postgres')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandLine(pid: number): string {
  const proc = `/proc/${pid}/cmdline`
  if (existsSync('/proc/self/cmdline')) return existsSync(proc) ? readFileSync(proc, 'utf8') : ''
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

/** `wanted` if nothing listens there on the loopback address, else a port that is free. */
export async function freePort(wanted = 0): Promise<number> {
  return (await tryPort(wanted)) ?? (await freePort())
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      const found = typeof address === 'object' && address ? address.port : undefined
      probe.close(() => resolve(found))
    })
  })
}
