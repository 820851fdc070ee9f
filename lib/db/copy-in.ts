import 'server-only'
import type pg from 'pg'

/** What the protocol of COPY needs of a connection of pg beyond what its types tell. */
interface CopyConnection {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
}

/**
 * One `COPY … FROM STDIN`, as the query object that pg lets others bring ("Submittable"). It costs less than an INSERT
 * with array parameters on both sides: 16,566 rows of GED took 7.1 s of processor time here instead of 9.0, and 7.5 s
 * in Postgres instead of 8.4.
 */
class CopyIn {
  constructor(
    private readonly sql: string,
    private readonly data: string,
    private readonly done: (error: Error | null) => void,
  ) {}

  /** All at once, so that the caller may be busy with what comes next: after an error Postgres passes the data by. */
  submit(connection: CopyConnection): void {
    connection.query(this.sql)
    connection.sendCopyFromChunk(Buffer.from(this.data))
    connection.endCopyFrom()
  }

  handleCopyInResponse(): void {}

  handleError(error: Error): void {
    this.done(error)
  }

  handleReadyForQuery(): void {
    this.done(null)
  }

  handleCommandComplete(): void {}
}

/** What a column of a row may hold on its way in. */
export type CopyValue = string | number | boolean | Date | null

/** Rows as COPY reads them. */
export const copyText = (rows: readonly (readonly CopyValue[])[]): string =>
  rows.map((row) => `${row.map(encoded).join('\t')}\n`).join('')

/** Copies {@link copyText} into the columns of a table, which are constants of the code. */
export function copyIn(client: pg.Client, target: string, data: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null) => (error ? reject(error) : resolve())
    client.query(new CopyIn(`copy ${target} from stdin`, data, done) as unknown as pg.Submittable)
  })
}

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function encoded(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (value instanceof Date) return value.toISOString()
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (letter) => escapes[letter] ?? letter) : value
}
