import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'

/**
 * Whether the database answers within `limitMs`. It is asked on a connection of its own: one of the pool could hang
 * for as long as the database does, and a monitor that asks every second would soon hold them all.
 */
export async function databaseAnswers(limitMs: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: env('DATABASE_URL'),
    connectionTimeoutMillis: limitMs,
    query_timeout: limitMs,
    application_name: 'waqai health',
  })
  client.on('error', () => {}) // told by the answer
  const asked = client
    .connect()
    .then(() => client.query('select 1'))
    .then(
      () => true,
      () => false,
    )
  const tooLate = new Promise<false>((resolve) => setTimeout(resolve, limitMs, false).unref())
  const answered = await Promise.race([asked, tooLate])
  client.end().catch(() => {})
  return answered
}
