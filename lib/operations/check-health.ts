import 'server-only'
import { databaseAnswers } from '@/lib/db/ping'
import { version } from '@/package.json'

const LIMIT_MS = 2_000

interface Health {
  readonly status: 'ok' | 'down'
  readonly database: 'ok' | 'down'
  readonly version: string
}

/** Whether this instance can do its work, known within two seconds. */
export async function checkHealth(): Promise<Health> {
  const state = (await databaseAnswers(LIMIT_MS)) ? 'ok' : 'down'
  return { status: state, database: state, version }
}
