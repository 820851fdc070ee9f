// Plain JavaScript without packages: it runs before there are any.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a program in the project's folder with this terminal. Gives its exit code; a signal counts as failure.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function runToEnd(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Arguments for Node that run a TypeScript command of this folder, under the condition that lets it load `server-only`.
 *
 * @param {string} name
 */
export function commandArguments(name) {
  return ['--conditions=react-server', '--import', 'tsx', join(root, 'lib', 'commands', `${name}.ts`)]
}
