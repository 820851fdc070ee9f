import { describe, expect, it } from 'vitest'
import type { ImportedIncident, RowProblem } from './imported-incident'
import { gedReader } from './ucdp-ged'
import { gedColumns, isHxlRow, readGedHeader } from './ucdp-ged-columns'

const row: Record<string, string> = {
  id: '147997',
  year: '2014',
  type_of_violence: '1',
  side_a_new_id: '61',
  side_a: 'Government of Ukraine',
  side_b_new_id: '5817',
  side_b: 'Maidan',
  where_prec: '1',
  where_coordinates: 'Kiev  city',
  adm_1: 'Kiev Special Republican city',
  adm_2: '',
  latitude: '50.450000',
  longitude: '30.523330',
  country: 'Ukraine',
  country_id: '369',
  date_prec: '1',
  date_start: '2014-01-22 00:00:00.000',
  date_end: '2014-01-22T00:00:00',
  deaths_a: '2',
  deaths_b: '2',
  deaths_civilians: '1',
  deaths_unknown: '3',
  best: '8',
  high: '12',
  low: '5',
}

function read(changes: Record<string, string>, columns: string[] = [...gedColumns]) {
  const cells = { ...row, ...changes }
  return gedReader(columns)(columns.map((column) => cells[column] ?? ''))
}

const incident = (changes: Record<string, string> = {}) => read(changes) as ImportedIncident
const problems = (changes: Record<string, string>) =>
  (read(changes) as RowProblem[]).map(({ field, code }) => `${field} ${code}`)

describe('a row of UCDP GED', () => {
  it('is read into an incident with participants, a whole and its parts', () => {
    const exactly = (point: number) => ({ operator: 'exactly', min: null, point, max: null, word: null })
    const part = { basis: 'of-which', reordered: false }
    expect(incident()).toEqual({
      externalId: '147997',
      kind: 'state-based-violence',
      when: { start: '2014-01-22', end: '2014-01-22', precision: 'day' },
      where: {
        point: { lat: 50.45, lon: 30.52333 },
        precision: 'exact',
        name: 'Kiev city',
        country: { key: 'gw:369', code: 'UA', name: 'Ukraine' },
        division: 'Kiev Special Republican city',
        district: null,
      },
      parties: [
        { key: 'ucdp-actor:61', name: 'Government of Ukraine', kind: 'state-forces' },
        { key: 'ucdp-actor:5817', name: 'Maidan', kind: 'rebel-group' },
      ],
      killed: [
        {
          party: null,
          status: null,
          basis: 'total',
          count: { operator: 'between', min: 5, point: 8, max: 12, word: null },
          reordered: false,
        },
        { party: 0, status: null, count: exactly(2), ...part },
        { party: 1, status: null, count: exactly(2), ...part },
        { party: null, status: 'civilian', count: exactly(1), ...part },
        { party: null, status: 'unknown', count: exactly(3), ...part },
      ],
    })
  })

  it('makes no claim of a part of 0, and an exact one of a triple that agrees', () => {
    const zero = {
      deaths_a: '0',
      deaths_b: '0',
      deaths_civilians: '0',
      deaths_unknown: '8',
      low: '8',
      high: '8.0',
    }
    expect(incident(zero).killed.map(({ status, count }) => [status, count.operator, count.point])).toEqual([
      [null, 'exactly', 8],
      ['unknown', 'exactly', 8],
    ])
  })

  it('orders a triple that contradicts itself, and says so', () => {
    expect(incident({ low: '9', best: '4', high: '6' }).killed[0]).toMatchObject({
      count: { operator: 'between', min: 4, point: 6, max: 9 },
      reordered: true,
    })
  })

  it.each([
    ['1', '2014-01-22', 'day'],
    ['1', '2014-01-25', 'days'],
    ['2', '2014-01-25', 'days'],
    ['3', '2014-01-28', 'week'],
    ['4', '2014-01-31', 'month'],
    ['5', '2014-12-31', 'year'],
  ])('reads date_prec %s to %s as %s', (date_prec, date_end, precision) => {
    expect(incident({ date_prec, date_end }).when).toEqual({ start: '2014-01-22', end: date_end, precision })
  })

  it('takes a country that the table of codes lacks', () => {
    expect(incident({ country: 'Ruritania', country_id: '999' }).where.country).toEqual({
      key: 'gw:999',
      code: null,
      name: 'Ruritania',
    })
  })

  it.each([
    [{ date_start: '2014-02-30' }, 'date_start date-wrong'],
    [{ date_end: '' }, 'date_end value-missing'],
    [{ date_end: '2014-01-21' }, 'date_end end-before-start'],
    [{ latitude: '95' }, 'latitude coordinates-wrong'],
    [{ longitude: 'NaN' }, 'longitude coordinates-wrong'],
    [{ latitude: '' }, 'latitude value-missing'],
    [{ deaths_a: '1.5' }, 'deaths_a integer-wanted'],
    [{ deaths_b: '-1' }, 'deaths_b number-negative'],
    [{ best: '3000000000' }, 'best number-too-large'],
    [{ id: '' }, 'id value-missing'],
    [{ id: '2147483648' }, 'id number-too-large'],
    [{ type_of_violence: '4' }, 'type_of_violence type-unknown'],
    [{ type_of_violence: 'constructor' }, 'type_of_violence type-unknown'],
    [{ where_prec: '8' }, 'where_prec precision-unknown'],
    [{ side_b_new_id: '61' }, 'side_b_new_id sides-same'],
    [{ side_a: '  ' }, 'side_a value-missing'],
    [{ where_coordinates: 'x'.repeat(1001) }, 'where_coordinates value-too-long'],
    [{ adm_1: 'ሀ'.repeat(900) }, 'adm_1 value-too-long'],
    [{ side_a: 'ﷲ'.repeat(800) }, 'side_a value-too-long'],
  ])('refuses %j: %s', (changes, problem) => {
    expect(problems(changes)).toEqual([problem])
  })

  it('tells every problem of a row at once', () => {
    expect(problems({ id: 'x', best: '-3', date_start: 'soon' })).toEqual([
      'id integer-wanted',
      'date_start date-wrong',
      'best number-negative',
    ])
  })

  it('refuses a row of another number of values', () => {
    expect(gedReader([...gedColumns])(['1', '2'])).toEqual([
      { field: '', code: 'columns-wrong-number', value: '2' },
    ])
  })
})

describe('the first record of a file', () => {
  it('gives the columns in any order and letter case, with columns that GED does not have', () => {
    const names = [...gedColumns, 'iso3'].reverse().map((name) => name.toUpperCase())
    expect(readGedHeader(names)).toEqual({
      columns: names.map((name) => name.toLowerCase()),
      firstIsData: false,
    })
  })

  it('may be data already where the 49 columns are beyond doubt', () => {
    const cells = gedColumns.map((column) => row[column] ?? '')
    expect(readGedHeader(cells)).toEqual({ columns: [...gedColumns], firstIsData: true })
    expect(readGedHeader(cells.slice(1))).toMatchObject({ refusal: 'not-ged' })
  })

  it('is refused with the names that are missing or doubled', () => {
    const names = gedColumns.filter((name) => name !== 'best' && name !== 'adm_1')
    expect(readGedHeader(names)).toEqual({ refusal: 'columns-missing', missing: ['adm_1', 'best'] })
    expect(readGedHeader([...gedColumns, 'low'])).toEqual({ refusal: 'columns-twice', missing: ['low'] })
    expect(readGedHeader(['name', 'id'])).toEqual({ refusal: 'not-ged', missing: [] })
  })

  it('is told from the row of HXL below it', () => {
    expect(isHxlRow(['', '#date+year', '', '#geo+lat'])).toBe(true)
    expect(isHxlRow(['', '', ''])).toBe(false)
    expect(isHxlRow(['5', '#date'])).toBe(false)
  })
})
