import { CsvRecords, csvCells, type RawRecord } from '@/lib/formats/csv-records'
import { featureCells, GeoJsonRecords } from '@/lib/formats/geojson-records'
import type { RowProblem } from '@/lib/formats/imported-incident'
import { isHxlRow, readGedHeader } from '@/lib/formats/ucdp-ged-columns'
import { Refusal } from '@/lib/problem'

/** Longest record that is read. The longest of the sample data has 10 kB. */
const LONGEST_RECORD = 1024 * 1024

/** A row as the file has it: its values in the order of the columns, or what is wrong with it. */
export type RawRow = { line: number; values: string[] } | { line: number; problem: RowProblem }

export interface RowSource {
  columns: string[]
  /** Rows in the order of the file, several at a time. */
  rows: AsyncIterable<RawRow[]>
}

/**
 * Reads a file's columns and gives its rows: CSV with or without HXL's row of hashtags, or GeoJSON.
 * Throws a `Refusal` for what is not UCDP GED, before anything else is read.
 */
export async function openRows(chunks: AsyncIterable<Uint8Array>): Promise<RowSource> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first = await iterator.next()
  const start = first.done ? new Uint8Array(0) : first.value
  const all = (async function* () {
    yield start
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
  })()
  return firstLetter(start) === '{' ? openGeoJson(all) : openCsv(all)
}

const firstLetter = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 100)).trimStart()[0]

async function openCsv(chunks: AsyncIterable<Uint8Array>): Promise<RowSource> {
  const records = recordsOf(chunks, new CsvRecords(LONGEST_RECORD))
  const begin = await firstRecords(records)
  const header = readGedHeader(namesOf(begin[0]))
  if ('refusal' in header) throw refusalOf(header)
  const body = header.firstIsData ? begin : begin.slice(1)
  const second = body[0] && readCsvRow(body[0])
  const hxl = second && 'values' in second && isHxlRow(second.values)
  return { columns: header.columns, rows: rowsOf(hxl ? body.slice(1) : body, records, readCsvRow) }
}

/** The first records, at least two of them if the file has so many: the names and what may be HXL's row. */
async function firstRecords(records: AsyncIterator<RawRecord[]>): Promise<RawRecord[]> {
  const begin: RawRecord[] = []
  while (begin.length < 2) {
    const next = await records.next()
    if (next.done) break
    begin.push(...next.value)
  }
  return begin
}

function namesOf(record: RawRecord | undefined): string[] {
  if (!record) throw new Refusal('invalid', [{ path: ['file'], code: 'import-empty' }])
  const row = readCsvRow(record)
  if ('values' in row) return row.values
  const code = row.problem.code === 'row-not-utf8' ? 'import-not-utf8' : 'import-not-ged'
  throw new Refusal('invalid', [{ path: ['file'], code }])
}

function refusalOf({ refusal, missing }: { refusal: string; missing: string[] }): Refusal {
  const params = { columns: missing.join(', ') }
  return new Refusal('invalid', [{ path: ['file'], code: `import-${refusal}`, params }])
}

interface Cutter {
  push(chunk: Uint8Array): RawRecord[]
  end(): RawRecord[]
}

async function* recordsOf(chunks: AsyncIterable<Uint8Array>, cutter: Cutter): AsyncGenerator<RawRecord[]> {
  for await (const chunk of chunks) yield cutter.push(chunk)
  yield cutter.end()
}

async function* rowsOf(
  begin: RawRecord[],
  rest: AsyncIterable<RawRecord[]>,
  read: (record: RawRecord) => RawRow,
): AsyncGenerator<RawRow[]> {
  yield begin.map(read)
  for await (const records of rest) yield records.map(read)
}

function readCsvRow(record: RawRecord): RawRow {
  const { line } = record
  const text = decoded(record)
  return typeof text === 'string' ? { line, values: csvCells(text) } : { line, problem: text }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decoded(record: RawRecord): string | RowProblem {
  if ('trouble' in record) return { field: '', code: record.trouble, value: '' }
  if (record.bytes.includes(0)) return { field: '', code: 'row-nul', value: '' }
  try {
    // A byte-order mark is left out by the decoder itself.
    return utf8.decode(record.bytes)
  } catch {
    return { field: '', code: 'row-not-utf8', value: '' }
  }
}

async function openGeoJson(chunks: AsyncIterable<Uint8Array>): Promise<RowSource> {
  const records = recordsOf(chunks, new GeoJsonRecords(LONGEST_RECORD))
  const begin = await firstRecords(records)
  const text = begin[0] ? decoded(begin[0]) : ''
  const names = typeof text === 'string' ? featureCells(text)?.keys() : undefined
  const header = readGedHeader([...(names ?? [])])
  if ('refusal' in header) throw refusalOf(header)
  return { columns: header.columns, rows: rowsOf(begin, records, featureReader(header.columns)) }
}

function featureReader(columns: string[]): (record: RawRecord) => RawRow {
  return (record) => {
    const { line } = record
    const text = decoded(record)
    if (typeof text !== 'string') return { line, problem: text }
    const cells = featureCells(text)
    if (!cells) return { line, problem: { field: '', code: 'row-broken', value: '' } }
    const values = columns.map((column) => cells.get(column) ?? '')
    const [nul, lone] = [/\0/, /\p{Surrogate}/u].map((bad) => values.findIndex((value) => bad.test(value)))
    if (nul !== -1) return { line, problem: { field: columns[nul ?? 0] ?? '', code: 'row-nul', value: '' } }
    if (lone !== -1)
      return { line, problem: { field: columns[lone ?? 0] ?? '', code: 'row-not-utf8', value: '' } }
    return { line, values }
  }
}
