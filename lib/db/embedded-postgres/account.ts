import { execFileSync, spawnSync } from 'node:child_process'

/** Whom the database server runs as: nothing set means whoever runs this process. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

/**
 * The account for the server. Postgres refuses to run as root, so root hands over to the user `postgres`,
 * who is made if the machine has none. Throws, naming the remedy, where no such user can be made.
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  const known = lookUp()
  if (known) return known
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' })
  } catch (cause) {
    throw new Error(
      'Postgres does not run as root, and a user "postgres" for it could not be made. Make one (useradd --system postgres) or start as an ordinary user.',
      { cause },
    )
  }
  const made = lookUp()
  if (!made) throw new Error('The user "postgres" was made but cannot be found.')
  return made
}

function lookUp(): Account | undefined {
  const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  if (ids.some((id) => id.status !== 0)) return undefined
  const [uid, gid] = ids.map((id) => Number(id.stdout))
  return { uid, gid }
}

/** Whether `account` can pass through to `path`: a home folder closed to others keeps it out. */
export function canReach(account: Account, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0
}
