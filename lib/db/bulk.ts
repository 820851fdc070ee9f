import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'
import { applicationName } from './application-name'
import { type CopyValue, copyIn, copyText } from './copy-in'

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

/** Rows on their way into a table. */
export interface Insertion {
  target: string
  data: () => string
}

/** All of `rows`, by one statement. */
export function insertion<Row>(
  table: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Insertion {
  const names = columns.map(([name]) => `"${name}"`).join(', ')
  const data = () => copyText(rows.map((row) => columns.map(([, , value]) => value(row))))
  return { target: `"${table}" (${names})`, data }
}

/** Inserts in this order. What comes next is written out while Postgres is busy with what came before. */
export async function insertInTurn(bulk: Bulk, insertions: readonly Insertion[]): Promise<void> {
  let busy = Promise.resolve()
  for (const { target, data } of insertions) {
    const text = data()
    await busy
    if (text === '') continue
    busy = copyIn(bulk, target, text)
    busy.catch(() => {}) // told when it is awaited
  }
  await busy
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
