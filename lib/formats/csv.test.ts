import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from './csv'

const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true })

describe('writeCsv', () => {
  it('begins with a byte order mark and quotes what must be', () => {
    expect(writeCsv([['سبها', 'a,b', 'say "x"', 'two\nlines', null, 4, -5.5, true]])).toBe(
      '\ufeffسبها,"a,b","say ""x""","two\nlines",,4,-5.5,true\r\n',
    )
  })

  it.each(['=1+1', '+1', '-5.5', '@SUM(A1)', '\t=1', ' =1', '\u200f=1', '＝1'])(
    'defuses the text %j',
    (text) => {
      expect(read(writeCsv([[text]]))[0]?.[0]).toBe(`'${text}`)
    },
  )

  it('is read back by another program as it was', () => {
    const text = fc
      .string()
      .filter((one) => !/^[\s\u200e\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(one))
    const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 5 }), { minLength: 1 })
    fc.assert(
      fc.property(rows, (cells) => {
        expect(read(writeCsv(cells))).toEqual(cells)
      }),
    )
  })
})
