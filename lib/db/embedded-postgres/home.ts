import { createHash } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, canReach } from './account'

/** Where a server keeps its data when its account may not enter the folder that it was given. */
const ELSEWHERE = '/var/lib'

/**
 * The folder for the server's data: `folder`, or, where the server's account cannot get there (a clone under
 * root's closed home), one under /var/lib named after it. Says so in that case.
 */
export async function serverHome(
  account: Account,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<string> {
  if (account.uid === undefined) return folder
  await chmod(folder, 0o711) // the account passes through; it need not read
  if (canReach(account, folder)) return folder
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const home = join(ELSEWHERE, `waqai-${name}`)
  await mkdir(home, { recursive: true, mode: 0o711 })
  say(`The user "postgres" cannot enter ${folder}: the database is kept in ${home}.`)
  return home
}
