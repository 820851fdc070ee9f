import { isCivilDate } from '@/lib/incident/civil-date'
import { type Kind, type KindType, kinds, kindTypes } from '@/lib/incident/kinds'
import { grades, meansOfAttack, statuses } from '@/lib/incident/lists'
import { type Area, MOST_CORNERS, readArea, writeArea } from '@/lib/place/area'
import type { Problem } from '@/lib/problem'
import { textProblem } from '@/lib/text/clean-text'
import { emptyFilter, type Filter, NO_GRADE } from './filter'
import { bucketUnits, groupings, orders, plainView, type View } from './view'

/** The parameters of the filter and the view, in the order in which they are written. */
export const filterParameters = [
  'q',
  'from',
  'to',
  'kind',
  'actor',
  'party',
  'place',
  'primary',
  'area',
  'killed',
  'status',
  'grade',
  'means',
  'dataset',
  'report',
  'disputed',
  'order',
  'group',
  'unit',
] as const
export type FilterParameter = (typeof filterParameters)[number]

/** The longest search text, and the most values that one list may name. */
const LONGEST_TEXT = 200
const MOST_VALUES = 50
const LARGEST = 2_147_483_647

export type ReadFilter = { ok: true; filter: Filter; view: View } | { ok: false; problems: Problem[] }

const kindCodes: readonly (KindType | Kind)[] = [...kindTypes, ...kinds]
const askedGrades = [...grades, NO_GRADE] as const
const units = ['auto', ...bucketUnits] as const

/**
 * The filter and view that URL parameters ask for, or everything that is wrong with them, each problem by its
 * parameter. Lists come as `kind=a,b` or `kind=a&kind=b`; digits may be Arabic or Persian; an empty value asks for
 * nothing. Parameters that nobody has defined are refused, so that a misspelt filter never passes for none;
 * `besides` names those that the caller reads itself.
 */
export function readFilter(parameters: URLSearchParams, besides: readonly string[] = []): ReadFilter {
  const reader = new Reader(parameters)
  reader.refuseUnknown([...filterParameters, ...besides])
  const filter: Filter = {
    text: reader.text('q'),
    from: reader.date('from'),
    to: reader.date('to'),
    kinds: reader.listed('kind', kindCodes),
    actors: reader.ids('actor'),
    parties: reader.ids('party'),
    places: reader.ids('place'),
    primaryPlaces: reader.ids('primary'),
    area: reader.area('area'),
    killedAtLeast: reader.count('killed'),
    statuses: reader.listed('status', statuses),
    grades: reader.listed('grade', askedGrades),
    means: reader.listed('means', meansOfAttack),
    datasets: reader.slugs('dataset'),
    reports: reader.ids('report'),
    disputedOnly: reader.one('disputed', ['0', '1'], '0') === '1',
  }
  const view: View = {
    order: reader.one('order', orders, plainView.order),
    group: reader.one('group', groupings, plainView.group),
    unit: reader.one('unit', units, plainView.unit),
  }
  if (filter.from !== null && filter.to !== null && filter.to < filter.from) {
    reader.problems.push({ path: ['to'], code: 'filter-to-before-from' })
  }
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, filter, view }
}

/**
 * The canonical query string of a filter and view, without "?": parameters in one order, lists sorted and joined by
 * commas, what asks for nothing left out. `readFilter` gives back what went in.
 */
export function writeFilter(filter: Filter, view: View = plainView): string {
  const values: Record<FilterParameter, string> = {
    q: filter.text,
    from: filter.from ?? '',
    to: filter.to ?? '',
    kind: inOrderOf(kindCodes, filter.kinds).join(','),
    actor: ascending(filter.actors).join(','),
    party: ascending(filter.parties).join(','),
    place: ascending(filter.places).join(','),
    primary: ascending(filter.primaryPlaces).join(','),
    area: filter.area === null ? '' : writeArea(filter.area),
    killed: filter.killedAtLeast === null ? '' : String(filter.killedAtLeast),
    status: inOrderOf(statuses, filter.statuses).join(','),
    grade: inOrderOf(askedGrades, filter.grades).join(','),
    means: inOrderOf(meansOfAttack, filter.means).join(','),
    dataset: alphabetical(filter.datasets).join(','),
    report: ascending(filter.reports).join(','),
    disputed: filter.disputedOnly ? '1' : '',
    order: view.order === plainView.order ? '' : view.order,
    group: view.group === plainView.group ? '' : view.group,
    unit: view.unit === plainView.unit ? '' : view.unit,
  }
  return filterParameters
    .filter((name) => values[name] !== '')
    .map((name) => `${name}=${encodeURIComponent(values[name]).replaceAll('%2C', ',')}`)
    .join('&')
}

/** Whether the filter asks for anything at all. */
export const isEmptyFilter = (filter: Filter): boolean => writeFilter(filter) === writeFilter(emptyFilter)

const inOrderOf = <T>(list: readonly T[], values: readonly T[]): T[] =>
  list.filter((one) => values.includes(one))
const ascending = (ids: readonly number[]): number[] => [...new Set(ids)].sort((a, b) => a - b)

const alphabetical = (slugs: readonly string[]): string[] =>
  [...new Set(slugs)].sort((a, b) => (a < b ? -1 : 1))

/** Digits of Arabic and Persian keyboards as Latin ones. */
const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

/** Reads parameter by parameter and gathers what is wrong; a value that is wrong asks for nothing. */
class Reader {
  readonly problems: Problem[] = []

  constructor(private readonly parameters: URLSearchParams) {}

  refuseUnknown(known: readonly string[]): void {
    for (const name of new Set(this.parameters.keys())) {
      if (known.includes(name)) continue
      // Named as it came, but short and harmless: the problem is shown and logged.
      const shown = textProblem(name, { max: 40 }) === null ? name : '?'
      this.problems.push({ path: [shown], code: 'filter-unknown-parameter', params: { name: shown } })
    }
  }

  text(name: FilterParameter): string {
    const text = this.single(name).normalize('NFC').replace(/\s+/g, ' ').trim()
    const code = textProblem(text, { max: LONGEST_TEXT })
    if (code === null) return text
    this.refuse(name, code, { max: LONGEST_TEXT })
    return ''
  }

  date(name: FilterParameter): string | null {
    const text = latinDigits(this.single(name))
    if (text === '' || isCivilDate(text)) return text || null
    this.refuse(name, 'filter-date')
    return null
  }

  count(name: FilterParameter): number | null {
    const text = latinDigits(this.single(name))
    if (text === '') return null
    return this.whole(name, text, 0)
  }

  ids(name: FilterParameter): number[] {
    return ascending(this.list(name).flatMap((text) => this.whole(name, latinDigits(text), 1) ?? []))
  }

  area(name: FilterParameter): Area | null {
    const text = latinDigits(this.single(name))
    const area = text === '' ? null : readArea(text)
    if (text !== '' && area === null) this.refuse(name, 'filter-area', { most: MOST_CORNERS })
    return area
  }

  slugs(name: FilterParameter): string[] {
    const fits = (slug: string) => /^[a-z0-9][a-z0-9._-]{0,59}$/.test(slug)
    const slugs = this.list(name)
    if (!slugs.every(fits)) this.refuse(name, 'filter-dataset')
    return alphabetical(slugs.filter(fits))
  }

  listed<T extends string>(name: FilterParameter, list: readonly T[]): T[] {
    const values = this.list(name)
    if (!values.every((value) => (list as readonly string[]).includes(value))) {
      this.refuse(name, 'filter-not-listed')
    }
    return list.filter((one) => values.includes(one))
  }

  one<T extends string>(name: FilterParameter, list: readonly T[], fallback: T): T {
    const value = latinDigits(this.single(name))
    const found = value === '' ? fallback : list.find((one) => one === value)
    if (found === undefined) this.refuse(name, 'filter-not-listed')
    return found ?? fallback
  }

  private whole(name: FilterParameter, text: string, least: number): number | null {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : -1
    if (number >= least && number <= LARGEST) return number
    this.refuse(name, 'filter-whole-number', { least, most: LARGEST })
    return null
  }

  private single(name: FilterParameter): string {
    const [first = '', ...more] = this.parameters.getAll(name)
    if (more.some((other) => other !== first)) this.refuse(name, 'filter-repeated')
    return first.trim()
  }

  private list(name: FilterParameter): string[] {
    const values = this.parameters
      .getAll(name)
      .flatMap((value) => value.split(/[,\u060c]/, MOST_VALUES + 1))
      .map((value) => value.trim())
      .filter((value) => value !== '')
    if (values.length <= MOST_VALUES) return values
    this.refuse(name, 'filter-too-many', { most: MOST_VALUES })
    return []
  }

  private refuse(name: FilterParameter, code: string, params?: Problem['params']): void {
    if (this.problems.some((problem) => problem.path[0] === name && problem.code === code)) return
    this.problems.push({ path: [name], code, ...(params ? { params } : {}) })
  }
}
