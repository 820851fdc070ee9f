import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { CsvRecords, csvCells } from './csv-records'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

function read(text: string, { chunk = 1_000_000, longest = 10_000 } = {}) {
  const records = new CsvRecords(longest)
  const bytes = encoder.encode(text)
  const all = []
  for (let at = 0; at < bytes.length; at += chunk) all.push(...records.push(bytes.slice(at, at + chunk)))
  all.push(...records.end())
  return all.map((record) =>
    'trouble' in record
      ? [record.line, record.trouble]
      : [record.line, ...csvCells(decoder.decode(record.bytes))],
  )
}

describe('records of a CSV file', () => {
  it('keeps line breaks, commas and quotes of quoted cells, and tells the line where a record begins', () => {
    expect(read('a,b\r\n1,"two\nlines, ""here"""\n\n3,x"y\n4,')).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'two\nlines, "here"'],
      [5, '3', 'x"y'],
      [6, '4', ''],
    ])
  })

  it('loses one line to a quote left open, not the rest of the file', () => {
    expect(read('1,"open\n2,b\n3,"c"\n')).toEqual([
      [1, 'row-broken'],
      [2, '2', 'b'],
      [3, '3', 'c'],
    ])
  })

  it('loses one line to letters behind a closing quote', () => {
    expect(read('1,"a"b\n2,c\n')).toEqual([
      [1, 'row-broken'],
      [2, '2', 'c'],
    ])
  })

  it('gives up a record that is too long and goes on at the next line', () => {
    const long = 'x'.repeat(500)
    for (const chunk of [7, 64, 100_000]) {
      expect(read(`1,${long}\n2,b\n3,"${long}\n${long}"\n4,d\n`, { chunk, longest: 100 })).toEqual([
        [1, 'row-too-long'],
        [2, '2', 'b'],
        [3, 'row-too-long'],
        [4, 'row-too-long'],
        [5, '4', 'd'],
      ])
    }
  })

  it('reads what any writer of RFC 4180 wrote, however the bytes are cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ب', ',', '"', '\n', '\r\n', ' ', '€'),
      maxLength: 6,
    })
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('\n', '\r\n'),
        (table, chunk, newline) => {
          const text = Papa.unparse(table, { newline, quotes: false })
          expect(read(text, { chunk }).map(([, ...cells]) => cells)).toEqual(table)
        },
      ),
    )
  })
})
