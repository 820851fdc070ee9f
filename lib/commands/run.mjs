// Runs one of the TypeScript commands beside it: `node lib/commands/run.mjs NAME ...`, which is what the scripts
// of package.json do. Installs first if needed.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, install, isInstalled, root, runToEnd } from './install.mjs'

const [name = '', ...args] = process.argv.slice(2)
const command = join(root, 'lib', 'commands', `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(command)) {
  console.error(`There is no command "${name}".`)
  process.exit(2)
}
checkNode()
if (!isInstalled()) await install()
// Ctrl-C reaches the command itself, which is in the same terminal; this process waits for it to end.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
// The condition is the one under which `server-only` may be loaded.
const flags = ['--conditions=react-server', '--import', 'tsx']
process.exit(await runToEnd(process.execPath, [...flags, command, ...args]))
