/** A cell: a number stays a number in every spreadsheet, null is empty. */
export type CsvCell = string | number | boolean | null

/** What Excel, LibreOffice and others take for the beginning of a formula, in full-width form too. */
const startsFormula = /^[\s\u200e\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/

/**
 * Rows as CSV (RFC 4180): UTF-8 with a byte order mark, since without one Excel garbles Arabic; lines end in CR LF. A
 * text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are written as they are.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const harmless = startsFormula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
