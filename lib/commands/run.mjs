// Runs one of the TypeScript commands beside it: `node lib/commands/run.mjs NAME ...`, which is what the scripts
// of package.json do. Installs first if needed.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commandArguments, root } from './child.mjs'
import { install, isInstalled, prepareNode } from './install.mjs'

const [name = '', ...args] = process.argv.slice(2)
if (!/^[a-z-]+$/.test(name) || !existsSync(join(root, 'lib', 'commands', `${name}.ts`))) {
  console.error(`There is no command "${name}".`)
  process.exit(2)
}
prepareNode()
if (!isInstalled()) await install()
const child = spawn(process.execPath, [...commandArguments(name), ...args], { stdio: 'inherit' })
process.on('SIGINT', () => {}) // Ctrl-C reaches the command itself, which is in the same terminal
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.once('close', (code) => process.exit(code ?? 1))
