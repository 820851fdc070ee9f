import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env, isSet } from '@/lib/env'

/**
 * What signs the cookies of this installation: WAQAI_SECRET, which several instances on one database must share, or else
 * one made at the first start and kept beside the database, readable by its owner alone.
 */
export async function installationSecret(folder: string): Promise<string> {
  if (isSet('WAQAI_SECRET')) return env('WAQAI_SECRET')
  const file = join(folder, 'secret')
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
