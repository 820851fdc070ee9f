import { type CsvCell, writeCsv } from '@/lib/formats/csv'

/** Rows as a file to download; `name` is ours, never what somebody typed. */
export function csv(name: string, rows: readonly (readonly CsvCell[])[]): Response {
  return new Response(writeCsv(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
