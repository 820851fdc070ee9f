import { randomBytes } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, canReach } from './account'

/** Where a server keeps its data when its account may not enter the folder that it was given. */
const ELSEWHERE = '/var/lib'

/**
 * Where a new cluster goes: null for `folder` itself, or, where the server's account cannot get there (a clone under
 * root's closed home), a new folder under /var/lib. Says so in that case.
 */
export async function chooseHome(
  account: Account,
  folder: string,
  say: (line: string) => void = () => {},
): Promise<string | null> {
  if (account.uid === undefined) return null
  await chmod(folder, 0o711) // the account passes through; it need not read
  if (canReach(account, folder)) return null
  const home = join(ELSEWHERE, `waqai-${randomBytes(6).toString('hex')}`)
  await mkdir(home, { recursive: true, mode: 0o711 })
  say(`The user "postgres" cannot enter ${folder}: the database is kept in ${home}.`)
  return home
}

/**
 * Throws, with the remedy, where the server's account cannot enter `home` any more. Data stay where they are: a new,
 * empty cluster elsewhere would look like the loss of everything.
 */
export function requireReachable(account: Account, home: string): void {
  if (account.uid === undefined || canReach(account, home)) return
  throw new Error(
    `The database is in ${home}, which the user "postgres" cannot enter. Let it pass through the folders above, with chmod o+x.`,
  )
}
