import { NO_GRADE } from '@/lib/analysis/filter'
import { type FilterParameter, filterParameters } from '@/lib/analysis/filter-url'
import { bucketUnits, groupings, orders } from '@/lib/analysis/view'
import { charts } from '@/lib/formats/summary-csv'
import { kinds, kindTypes } from '@/lib/incident/kinds'
import { grades, meansOfAttack, statuses } from '@/lib/incident/lists'

export interface Parameter {
  name: string
  in: 'query' | 'path' | 'header'
  required?: boolean
  description: string
  schema: object
}

const text = { type: 'string' }
const day = { type: 'string', format: 'date' }
const oneOf = (values: readonly string[]) => ({ type: 'string', enum: [...values] })
const listOf = (items: object) => ({ type: 'array', items })
const id = { type: 'integer', minimum: 1, maximum: 2_147_483_647 }

const told: Record<FilterParameter, [description: string, schema: object]> = {
  q: ['Words that must all occur in titles, summaries, names or the code.', { ...text, maxLength: 200 }],
  from: ['First day of the period; only incidents that lie wholly within it.', day],
  to: ['Last day of the period.', day],
  kind: ['Kinds of event, or their types.', listOf(oneOf([...kindTypes, ...kinds]))],
  actor: ['Actors with all that is part of them.', listOf(id)],
  party: ['All of these took part themselves.', listOf(id)],
  place: ['Places with all that lies below them.', listOf(id)],
  primary: ['The same for the primary place alone.', listOf(id)],
  area: [
    'Corners of a polygon, "lon,lat~lon,lat~lon,lat" in degrees, 3 to 50: the point of the incident, or of its place, lies in it.',
    { ...text, maxLength: 2_000 },
  ],
  killed: ['At least so many killed, by the best figure.', { type: 'integer', minimum: 0 }],
  status: ['Where the incident stands.', listOf(oneOf(statuses))],
  grade: ['Evidence grades; "none" is for those without one.', listOf(oneOf([...grades, NO_GRADE]))],
  means: ['Means of attack, any of which was used.', listOf(oneOf(meansOfAttack))],
  dataset: ['Names of datasets; "own" is what was logged here.', listOf(text)],
  report: ['Reports, any of which tells of it.', listOf(id)],
  disputed: ['1: only incidents with a disputed figure.', oneOf(['0', '1'])],
  order: ['Order of a list.', oneOf(orders)],
  group: ['Headings of the timeline.', oneOf(groupings)],
  unit: ['Width of the buckets of the summary.', oneOf(['auto', ...bucketUnits])],
}

/** The filter, the same as in the address of /timeline. Lists are joined by commas. */
export const filter: Parameter[] = filterParameters.map((name) => {
  const [description, schema] = told[name]
  const style = 'items' in schema ? { style: 'form', explode: false } : {}
  return { name, in: 'query', description, schema, ...style }
})

const inQuery = (name: string, description: string, schema: object): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
})

export const cursorAndLimit: Parameter[] = [
  inQuery('cursor', '"next" of the page before.', text),
  inQuery('limit', 'Incidents of one page.', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
  inQuery('within', 'Only those sorted into this stretch: 2017-07-01..2017-07-31.', text),
]

export const chart: Parameter[] = [
  inQuery('format', 'How it comes.', oneOf(['json', 'csv'])),
  inQuery('chart', 'The chart whose table comes as CSV.', oneOf(charts)),
]

export const search = inQuery('q', 'Part of a name, in Arabic or English.', { ...text, maxLength: 200 })
export const ids = inQuery('id', 'Ids instead of a name, joined by commas.', text)

export const code: Parameter = {
  name: 'code',
  in: 'path',
  required: true,
  description: 'The permanent code of the incident, as LY-2017-7KQ4.',
  schema: { ...text, pattern: '^[A-Z]{2}-\\d{4}-[0-9A-Z]{4,8}$' },
}

/** The headers that guard a write. */
export const guards: Record<'if-match' | 'idempotency-key', Parameter> = {
  'if-match': {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The version that was read, as its ETag has it.',
    schema: { ...text, pattern: '^"[1-9][0-9]{0,8}"$' },
  },
  'idempotency-key': {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Names the request: for 24 hours, sent again it is answered the same and done no second time.',
    schema: { ...text, minLength: 1, maxLength: 255 },
  },
}
