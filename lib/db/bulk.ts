import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'
import { applicationName } from './application-name'
import { type CopyValue, copyIn } from './copy-in'

/** A connection of its own for long set-based work, beside the pool that serves requests. */
export type Bulk = pg.Client

/** Opens a connection for `work` and closes it whatever happens. */
export async function withBulk<T>(work: (bulk: Bulk) => Promise<T>): Promise<T> {
  const bulk = new pg.Client({ connectionString: env('DATABASE_URL'), application_name: applicationName })
  bulk.on('error', () => {}) // a lost connection is told by the query that meets it
  await bulk.connect()
  try {
    return await work(bulk)
  } finally {
    await bulk.end().catch(() => {})
  }
}

/** Runs `work` in one transaction. */
export async function inTransaction<T>(bulk: Bulk, work: () => Promise<T>): Promise<T> {
  await bulk.query('begin')
  try {
    const result = await work()
    await bulk.query('commit')
    return result
  } catch (error) {
    await bulk.query('rollback').catch(() => {})
    throw error
  }
}

/** Column name, its SQL type, and how a row gives it. Names and types are constants of the code, never input. */
export type Column<Row> = readonly [name: string, type: string, value: (row: Row) => CopyValue]

/** Inserts all rows by one statement. */
export async function insertAll<Row>(
  bulk: Bulk,
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const names = columns.map(([name]) => `"${name}"`).join(', ')
  const values = rows.map((row) => columns.map(([, , value]) => value(row)))
  await copyIn(bulk, `"${table}" (${names})`, values)
}

/** A Postgres array of texts, written out. */
export function arrayLiteral(values: readonly string[]): string {
  return `{${values.map((value) => `"${/[\\"]/.test(value) ? value.replace(/[\\"]/g, '\\$&') : value}"`).join(',')}}`
}

/** Takes `count` ids from a table's sequence, so that rows that refer to one another go in together. */
export async function reserveIds(
  bulk: Bulk,
  table: 'incident' | 'party' | 'claim',
  count: number,
): Promise<number[]> {
  if (count === 0) return []
  const { rows } = await bulk.query<{ ids: number[] }>(
    'select array_agg(nextval($1::regclass)::int) as ids from generate_series(1, $2::int)',
    [`${table}_id_seq`, count],
  )
  return rows[0]?.ids ?? []
}
