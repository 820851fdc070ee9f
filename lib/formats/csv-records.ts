/** One record of a file as bytes, or why it is none. `line` is where it begins, from 1. */
export type RawRecord = { line: number; bytes: Uint8Array } | { line: number; trouble: RecordTrouble }
export type RecordTrouble = 'row-broken' | 'row-too-long'

const QUOTE = 0x22
const COMMA = 0x2c
const LF = 0x0a
const CR = 0x0d

/**
 * Cuts a stream of bytes into the records of RFC 4180, holding no more than one record and one chunk at a time.
 *
 * A record that breaks the quoting, or runs past `longest` bytes, costs its own first line only: reading goes on at
 * the next line. (A quote left open would otherwise swallow the rest of the file in silence.) A quote inside an
 * unquoted cell is a letter like any other.
 */
export class CsvRecords {
  private rest: Uint8Array = new Uint8Array(0)
  private line = 1
  /** Inside the remainder of a line that was given up as too long. */
  private skipping: boolean = false

  constructor(private readonly longest: number) {}

  /** The records that are whole now. */
  push(chunk: Uint8Array): RawRecord[] {
    return this.cut(joined(this.rest, chunk), false)
  }

  /** The last record, which may lack its line break. */
  end(): RawRecord[] {
    return this.cut(this.rest, true)
  }

  private cut(bytes: Uint8Array, atEnd: boolean): RawRecord[] {
    const records: RawRecord[] = []
    let from = 0
    while (from < bytes.length) {
      const next = this.skipping ? this.skipLine(bytes, from) : this.take(bytes, from, atEnd, records)
      if (next === null) break
      from = next
    }
    this.rest = bytes.slice(from)
    return records
  }

  /** Reads the record that begins at `from`; gives where the next begins, or null if more bytes are needed. */
  private take(bytes: Uint8Array, from: number, atEnd: boolean, records: RawRecord[]): number | null {
    const scan = scanRecord(bytes, from, Math.min(bytes.length, from + this.longest + 1), atEnd)
    if (scan === 'more' && bytes.length - from <= this.longest && !atEnd) return null
    if (typeof scan === 'object') {
      if (scan.end > from) records.push({ line: this.line, bytes: bytes.subarray(from, scan.end) })
      this.line += scan.lines
      return scan.next
    }
    const end = bytes.indexOf(LF, from)
    const overlong = (end === -1 ? bytes.length : end) - from > this.longest
    records.push({ line: this.line, trouble: overlong ? 'row-too-long' : 'row-broken' })
    this.skipping = true
    return from
  }

  private skipLine(bytes: Uint8Array, from: number): number {
    const end = bytes.indexOf(LF, from)
    if (end === -1) return bytes.length
    this.skipping = false
    this.line += 1
    return end + 1
  }
}

interface Scan {
  /** Where the record's bytes end, its line break left off. */
  end: number
  next: number
  /** Line breaks that it takes up, those inside quotes included. */
  lines: number
}

/** `more`: the bytes up to `limit` hold no whole record. `broken`: the quoting is wrong. */
function scanRecord(
  bytes: Uint8Array,
  from: number,
  limit: number,
  atEnd: boolean,
): Scan | 'more' | 'broken' {
  let lines = 1
  let at = from
  for (;;) {
    if (bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at + 1, limit)
      if (close === -1) return atEnd && limit === bytes.length ? 'broken' : 'more'
      for (let i = at; i < close; i += 1) if (bytes[i] === LF) lines += 1
      at = close + 1
      if (at >= limit && !(atEnd && at === bytes.length)) return 'more'
      if (bytes[at] === CR && (bytes[at + 1] === LF || at + 1 === bytes.length)) at += 1
      if (at < bytes.length && bytes[at] !== COMMA && bytes[at] !== LF) return 'broken'
    }
    while (at < limit && bytes[at] !== COMMA && bytes[at] !== LF) at += 1
    if (at < limit && bytes[at] === COMMA) {
      at += 1
      continue
    }
    if (at < limit) return { end: bytes[at - 1] === CR && at > from ? at - 1 : at, next: at + 1, lines }
    return atEnd && limit === bytes.length ? { end: at, next: at, lines } : 'more'
  }
}

/** The quote that ends a quoted cell; one followed by another is a quote within it. */
function closingQuote(bytes: Uint8Array, from: number, limit: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at !== -1 && at < limit; at = bytes.indexOf(QUOTE, at + 2)) {
    if (at + 1 >= limit && limit < bytes.length) return -1
    if (bytes[at + 1] !== QUOTE) return at
  }
  return -1
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** The cells of one record's text, which `CsvRecords` has found to be well quoted. */
export function csvCells(record: string): string[] {
  if (!record.includes('"')) return record.split(',')
  const cells: string[] = []
  let at = 0
  for (;;) {
    const quoted = record[at] === '"'
    const end = quoted ? endOfQuoted(record, at) : endOfPlain(record, at)
    cells.push(quoted ? record.slice(at + 1, end - 1).replaceAll('""', '"') : record.slice(at, end))
    if (end >= record.length) return cells
    at = end + 1
  }
}

function endOfPlain(record: string, from: number): number {
  const comma = record.indexOf(',', from)
  return comma === -1 ? record.length : comma
}

function endOfQuoted(record: string, from: number): number {
  let at = record.indexOf('"', from + 1)
  while (at !== -1 && record[at + 1] === '"') at = record.indexOf('"', at + 2)
  return at === -1 ? record.length : at + 1
}
