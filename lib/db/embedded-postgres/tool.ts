import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Account } from './account'

const run = promisify(execFile)
const LONGEST_MS = 120_000

/** Runs one of Postgres's own tools as `account`. Throws with what the tool said when it fails. */
export async function runTool(account: Account, path: string, args: readonly string[]): Promise<void> {
  await run(path, [...args], {
    ...account,
    cwd: '/', // the account may not be allowed in the folder that we stand in
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv,
    timeout: LONGEST_MS,
  })
}
