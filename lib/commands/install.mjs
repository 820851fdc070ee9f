// Plain JavaScript without packages: it runs before there are any.

import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runToEnd } from './child.mjs'

const LEAST_NODE = [20, 19]

/** Readies this process for the packages. Ends it, with the reason, if its Node is too old for them. */
export function prepareNode() {
  checkVersion()
  provideTemporaryFolder()
}

function checkVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return
  console.error(
    `Waqai needs Node ${LEAST_NODE.join('.')} or later (22 or 24 is best); this is ${process.versions.node}.`,
  )
  process.exit(1)
}

/** Some machines close /tmp to ordinary users, and half of the packages want one. */
function provideTemporaryFolder() {
  try {
    accessSync(tmpdir(), constants.W_OK)
  } catch {
    process.env.TMPDIR = join(root, '.data', 'tmp')
    mkdirSync(process.env.TMPDIR, { recursive: true })
  }
}

/** Whether node_modules holds what package-lock.json asks for, by npm's own record of what it installed. */
export function isInstalled(folder = root) {
  const record = join(folder, 'node_modules', '.package-lock.json') // npm writes it last
  if (!existsSync(record)) return false
  const installed = readPackages(record)
  return Object.entries(readPackages(join(folder, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.peer)
  })
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/** Installs exactly what the lockfile names. Install scripts are left out: nothing here needs them. */
export async function install() {
  const code = await runToEnd('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  if (code !== 0) throw new Error('npm ci failed: see above. It needs the npm registry or a warm npm cache.')
}
