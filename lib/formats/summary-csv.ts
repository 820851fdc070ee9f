import type { Casualties, NamesByLanguage, Summary, Total } from '@/lib/analysis/summary'
import { kindTypes } from '@/lib/incident/kinds'
import type { CsvCell } from './csv'

export const charts = ['over-time', 'casualties', 'by-actor', 'by-place', 'by-kind'] as const
export type Chart = (typeof charts)[number]

type Row = CsvCell[]

/**
 * The table behind a chart: a heading, rows, what is left over, and the total that they add up to; then, with `source`
 * in the first column, whom to credit. What nobody collected is empty, never 0.
 */
export function summaryTable(summary: Summary, chart: Chart): Row[] {
  const [heading = [], ...rows] = tables[chart](summary)
  const sources = summary.attributions.map(({ attribution, licence, url }) => [
    'source',
    [attribution, licence, url].filter((part) => part).join(' · '),
  ])
  return [heading, ...rows, ...sources.map((row) => [...row, ...heading.slice(row.length).map(() => null)])]
}

const tables: Record<Chart, (summary: Summary) => Row[]> = {
  'over-time': ({ overTime, incidents }) => [
    ['row', 'start', 'end', 'incidents', ...kindTypes],
    ...overTime.buckets.map((b) => ['bucket', b.start, b.end, b.incidents, ...typesOf(b.byType)]),
    ['unplaced', null, null, overTime.unplaced.incidents, ...typesOf(overTime.unplaced.byType)],
    ['total', null, null, incidents, ...typesOf(allTypes(overTime))],
  ],
  casualties: ({ overTime, totals, episodes, incidents }) => [
    ['row', 'start', 'end', 'incidents', ...casualtyHeadings],
    ...overTime.buckets.map((b) => ['bucket', b.start, b.end, ...countsOf(b)]),
    ['unplaced', null, null, ...countsOf(overTime.unplaced)],
    ['episodes', null, null, ...countsOf({ incidents: null, casualties: episodes.casualties })],
    ['total', null, null, ...countsOf({ incidents, casualties: totals })],
  ],
  'by-actor': ({ byActor, totals, episodes, incidents }) => [
    ['row', 'actor', 'name_ar', 'name_en', 'incidents', ...casualtyHeadings],
    ...byActor.rows.map((row) => ['actor', row.actor, ...namesOf(row.names), ...countsOf(row)]),
    ['others', null, null, null, ...countsOf(byActor.others)],
    ['not-attributed', null, null, null, ...countsOf({ incidents: null, casualties: byActor.notAttributed })],
    ['episodes', null, null, null, ...countsOf({ incidents: null, casualties: episodes.casualties })],
    ['total', null, null, null, ...countsOf({ incidents, casualties: totals })],
  ],
  'by-place': ({ byPlace, totals, episodes, incidents }) => [
    ['row', 'place', 'name_ar', 'name_en', 'incidents', ...casualtyHeadings],
    ...byPlace.rows.map((row) => ['place', row.place, ...namesOf(row.names), ...countsOf(row)]),
    ['others', null, null, null, ...countsOf(byPlace.others)],
    ['elsewhere', null, null, null, ...countsOf(byPlace.elsewhere)],
    ['episodes', null, null, null, ...countsOf({ incidents: null, casualties: episodes.casualties })],
    ['total', null, null, null, ...countsOf({ incidents, casualties: totals })],
  ],
  'by-kind': ({ byKind, totals, episodes, incidents }) => [
    ['row', 'kind', 'incidents', ...casualtyHeadings],
    ...byKind.map((row) => ['kind', row.kind, ...countsOf(row)]),
    ['episodes', null, ...countsOf({ incidents: null, casualties: episodes.casualties })],
    ['total', null, ...countsOf({ incidents, casualties: totals })],
  ],
}

type ByType = Summary['overTime']['unplaced']['byType']

const typesOf = (byType: ByType): Row => kindTypes.map((type) => byType[type] ?? 0)
const namesOf = ({ ar, en }: NamesByLanguage): Row => [ar, en]

function allTypes({ buckets, unplaced }: Summary['overTime']): ByType {
  const sum = (type: (typeof kindTypes)[number]) =>
    [...buckets, unplaced].reduce((n, { byType }) => n + (byType[type] ?? 0), 0)
  return Object.fromEntries(kindTypes.map((type) => [type, sum(type)]))
}

const ends = ['low', 'best', 'high', 'open', 'disputed', 'disputed_low', 'disputed_high', 'not_collected']
const casualtyHeadings = ['killed', 'wounded'].flatMap((outcome) => ends.map((end) => `${outcome}_${end}`))

/** `incidents` null: the row is of figures and not of incidents. */
function countsOf({ incidents, casualties }: { incidents: number | null; casualties: Casualties }): Row {
  return [
    incidents,
    ...totalCells(casualties.killed, incidents),
    ...totalCells(casualties.wounded, incidents),
  ]
}

function totalCells({ low, best, high, open, disputed, notCollected }: Total, incidents: number | null): Row {
  const nobodyCollects = incidents !== null && incidents > 0 && notCollected >= incidents
  const sums = nobodyCollects ? [null, null, null, null] : [low, best, high, open]
  return [...sums, disputed.count, disputed.low, disputed.high, notCollected]
}
