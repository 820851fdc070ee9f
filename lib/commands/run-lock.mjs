// One running Waqai a data folder: the file `running.json` there says which process it is and where it serves.
// A file left by a killed process is seen to be stale and replaced.

import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Part of a holder's command line: process numbers are used again, by other programs too. */
const PROGRAM = 'start.mjs'

const lockFile = (folder) => join(folder, 'running.json')

/**
 * Takes the lock of `folder` for this process. Gives `{ holder }` if another live process has it, else `{ lock }`.
 *
 * @param {string} folder
 */
export function takeLock(folder) {
  mkdirSync(folder, { recursive: true })
  const path = lockFile(folder)
  const own = `${path}.${process.pid}`
  writeFileSync(own, JSON.stringify({ pid: process.pid }))
  try {
    while (!linked(own, path)) {
      const holder = lockHolder(folder)
      if (holder) return { holder }
      removeStale(path)
    }
  } finally {
    rmSync(own, { force: true })
  }
  return { lock: heldLock(path) }
}

/** Gives `from` the name `to` as well, whole at once; false where there is such a file already. */
function linked(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Of several starts that find the same stale file one removes it, and none a file that another has put there since. */
function removeStale(path) {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  const holder = readHolder(aside)
  if (holder && isRunning(holder.pid)) linked(aside, path)
  rmSync(aside, { force: true })
}

/**
 * What the live process that has the lock of `folder` wrote: its `pid`, and `url` once it serves; else undefined.
 *
 * @param {string} folder
 */
export function lockHolder(folder) {
  const holder = readHolder(lockFile(folder))
  return holder && isRunning(holder.pid) ? holder : undefined
}

function heldLock(path) {
  return {
    /** Tells whoever asks where this process serves. */
    announce(url) {
      writeFileSync(`${path}.new`, JSON.stringify({ pid: process.pid, url }))
      renameSync(`${path}.new`, path)
    },
    release() {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true })
    },
  }
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined // gone in the meantime, or cut short by a crash
  }
}

function isRunning(pid) {
  if (!Number.isInteger(pid) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  if (!existsSync('/proc/self/cmdline')) return true // no telling without /proc: believe the number
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(PROGRAM)
}
