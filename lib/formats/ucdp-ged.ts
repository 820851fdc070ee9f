import type { ActorKind } from '@/lib/actor/lists'
import type { PersonStatus } from '@/lib/claim/cell'
import { tripleToCount } from '@/lib/claim/dataset-triple'
import { MOST } from '@/lib/claim/draft'
import { isCivilDate } from '@/lib/incident/civil-date'
import { kindOfUcdp } from '@/lib/incident/kinds'
import type { CivilDate, WhenPrecision } from '@/lib/incident/when'
import { countryOfGleditschWard } from '@/lib/place/gleditsch-ward'
import type { WherePrecision } from '@/lib/place/where'
import { fold } from '@/lib/text/fold'
import type {
  ImportedCount,
  ImportedIncident,
  ImportedParty,
  ImportedWhere,
  RowProblem,
  RowProblemCode,
} from './imported-incident'
import type { NeededColumn } from './ucdp-ged-columns'

/** Longest name that is stored of a side or a place; coalitions are listed member by member and get long. */
const LONGEST_NAME = 1000

/** Most bytes of one, as it is and as it is looked up: an index of the database takes no entry of more than 2,704. */
const MOST_NAME_BYTES = 2500

const whenPrecisions: Record<string, WhenPrecision> = {
  1: 'day',
  2: 'days',
  3: 'week',
  4: 'month',
  5: 'year',
}
const wherePrecisions: Record<string, WherePrecision> = {
  1: 'exact',
  2: 'near',
  3: 'district',
  4: 'province',
  5: 'region',
  6: 'country',
  7: 'sea-or-air',
}

/** Reads rows whose values stand in the order of `columns` (`readGedHeader`). */
export function gedReader(columns: string[]): (values: string[]) => ImportedIncident | RowProblem[] {
  const position = new Map(columns.map((name, i) => [name, i]))
  return (values) => {
    if (values.length !== columns.length) {
      return [{ field: '', code: 'columns-wrong-number', value: String(values.length) }]
    }
    return readGedRow(new Row((column) => values[position.get(column) ?? -1] ?? ''))
  }
}

/**
 * One event of UCDP GED (codebook 23.1). GED names no aggressor, so both sides are participants; its triple of all
 * deaths is the whole, its four other counts are parts of that, and a part of 0 is "none recorded", hence no claim.
 */
function readGedRow(row: Row): ImportedIncident | RowProblem[] {
  const type = row.listed('type_of_violence', kindOfUcdp, 'type-unknown')
  const incident = {
    externalId: String(row.integer('id', 2_147_483_647)),
    kind: type ?? 'state-based-violence',
    when: readWhen(row),
    where: readWhere(row),
    parties: readParties(row),
    killed: readKilled(row),
  }
  return row.problems.length > 0 ? row.problems : incident
}

function readWhen(row: Row): ImportedIncident['when'] {
  const start = row.date('date_start')
  const end = row.date('date_end')
  if (start && end && end < start) row.trouble('date_end', 'end-before-start')
  const coded = row.listed('date_prec', whenPrecisions, 'precision-unknown') ?? 'day'
  // A "day" that ends on another day is a span of days, whatever its code says.
  return { start, end, precision: coded === 'day' && start !== end ? 'days' : coded }
}

function readWhere(row: Row): ImportedWhere {
  const number = row.integer('country_id', 9999)
  const country = row.name('country')
  return {
    point: { lat: row.degrees('latitude', 90), lon: row.degrees('longitude', 180) },
    precision: row.listed('where_prec', wherePrecisions, 'precision-unknown') ?? 'country',
    name: row.optionalName('where_coordinates') ?? country,
    country: { key: `gw:${number}`, code: countryOfGleditschWard(number), name: country },
    division: row.optionalName('adm_1'),
    district: row.optionalName('adm_2'),
  }
}

function readParties(row: Row): ImportedParty[] {
  const type = row.text('type_of_violence')
  const sides = (['a', 'b'] as const).map((side) => {
    const name = row.name(`side_${side}`)
    const id = row.integer(`side_${side}_new_id`, 2_147_483_647)
    return { key: `ucdp-actor:${id}`, name, kind: actorKind(name, type) }
  })
  if (sides[0]?.key === sides[1]?.key && row.problems.length === 0) row.trouble('side_b_new_id', 'sides-same')
  return sides
}

/** UCDP codes no kind of actor; its naming of governments and civilians is a rule, and who fights a state rebels. */
function actorKind(name: string, typeOfViolence: string): ActorKind {
  if (name.startsWith('Government of ')) return 'state-forces'
  if (name === 'Civilians') return 'civilians'
  return typeOfViolence === '1' ? 'rebel-group' : 'unknown'
}

/** Folding is dear, and a hundred letters fit, however they come apart. */
function fitsIndex(name: string): boolean {
  if (name.length <= 100) return true
  return name.length <= LONGEST_NAME && [name, fold(name)].every((text) => bytesOf(text) <= MOST_NAME_BYTES)
}

const encoder = new TextEncoder()
const bytesOf = (text: string) => encoder.encode(text).length

const parts: { column: NeededColumn; party: number | null; status: PersonStatus | null }[] = [
  { column: 'deaths_a', party: 0, status: null },
  { column: 'deaths_b', party: 1, status: null },
  { column: 'deaths_civilians', party: null, status: 'civilian' },
  { column: 'deaths_unknown', party: null, status: 'unknown' },
]

function readKilled(row: Row): ImportedCount[] {
  const low = row.integer('low', MOST)
  const best = row.integer('best', MOST)
  const high = row.integer('high', MOST)
  const { count, reordered } = tripleToCount(low, best, high)
  const whole: ImportedCount = { party: null, status: null, basis: 'total', count, reordered }
  const rest = parts.flatMap(({ column, party, status }): ImportedCount[] => {
    const point = row.integer(column, MOST)
    if (point === 0) return []
    const exactly = { operator: 'exactly', min: null, point, max: null, word: null } as const
    return [{ party, status, basis: 'of-which', count: exactly, reordered: false }]
  })
  return [whole, ...rest]
}

/** The cells of a row, read one by one; what is wrong with them gathers in `problems`. */
class Row {
  readonly problems: RowProblem[] = []

  constructor(private readonly cell: (column: NeededColumn) => string) {}

  text(column: NeededColumn): string {
    return this.cell(column).trim()
  }

  trouble(column: NeededColumn, code: RowProblemCode): void {
    this.problems.push({ field: column, code, value: this.text(column).slice(0, 200) })
  }

  listed<T>(column: NeededColumn, values: Record<string, T>, code: RowProblemCode): T | undefined {
    const text = this.text(column)
    const value = Object.hasOwn(values, text) ? values[text] : undefined
    if (value === undefined) this.trouble(column, text === '' ? 'value-missing' : code)
    return value
  }

  /** A whole number from 0 to `most`; some tools write it as "3.0". */
  integer(column: NeededColumn, most: number): number {
    const text = this.text(column)
    const number = /^-?\d+(\.0*)?$/.test(text) ? Number(text) : Number.NaN
    if (Number.isNaN(number)) this.trouble(column, text === '' ? 'value-missing' : 'integer-wanted')
    else if (number < 0) this.trouble(column, 'number-negative')
    else if (number > most) this.trouble(column, 'number-too-large')
    else return number
    return 0
  }

  degrees(column: NeededColumn, most: number): number {
    const text = this.text(column)
    const number = /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN
    if (Math.abs(number) <= most) return number
    this.trouble(column, text === '' ? 'value-missing' : 'coordinates-wrong')
    return 0
  }

  /** `2014-01-22`, also with a time of midnight behind it; GED codes days, so the time says nothing. */
  date(column: NeededColumn): CivilDate {
    const text = this.text(column)
    const day = /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?)?$/.exec(text)?.[1]
    if (day && isCivilDate(day)) return day
    this.trouble(column, text === '' ? 'value-missing' : 'date-wrong')
    return ''
  }

  name(column: NeededColumn): string {
    const name = this.optionalName(column)
    if (name === null && this.text(column) === '') this.trouble(column, 'value-missing')
    return name ?? ''
  }

  optionalName(column: NeededColumn): string | null {
    const name = this.cell(column).normalize('NFC').replace(/\s+/g, ' ').trim()
    if (fitsIndex(name)) return name || null
    this.trouble(column, 'value-too-long')
    return null
  }
}
