import type { Casualties, NamesByLanguage, Summary, Total } from '@/lib/analysis/summary'
import { isNotCollected } from '@/lib/analysis/totals'
import { kindTypes } from '@/lib/incident/kinds'
import type { CsvCell } from './csv'

export const charts = [
  'over-time',
  'casualties',
  'by-actor',
  'by-place',
  'by-kind',
  'by-grade',
  'by-means',
  'by-report',
] as const
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
  'over-time': ({ overTime, incidents, withheld }) => [
    ['row', 'start', 'end', 'incidents', ...kindTypes, 'withheld'],
    ...overTime.buckets.map((b) => ['bucket', b.start, b.end, b.incidents, ...typesOf(b.byType), b.withheld]),
    [
      'unplaced',
      null,
      null,
      overTime.unplaced.incidents,
      ...typesOf(overTime.unplaced.byType),
      overTime.unplaced.withheld,
    ],
    ['total', null, null, incidents, ...typesOf(allTypes(overTime)), withheld],
  ],
  casualties: (all) => [
    ['row', 'start', 'end', 'incidents', ...casualtyHeadings],
    ...all.overTime.buckets.map((b) => ['bucket', b.start, b.end, ...countsOf(b, all)]),
    ['unplaced', null, null, ...countsOf(all.overTime.unplaced, all)],
    ['episodes', null, null, ...countsOf(episodesOf(all), all)],
    ['total', null, null, ...countsOf(wholeOf(all), all)],
  ],
  'by-actor': (all) => [
    ['row', 'actor', 'name_ar', 'name_en', 'incidents', ...casualtyHeadings],
    ...all.byActor.rows.map((row) => ['actor', row.actor, ...namesOf(row.names), ...countsOf(row, all)]),
    ['others', null, null, null, ...countsOf(all.byActor.others, all)],
    [
      'not-attributed',
      null,
      null,
      null,
      ...countsOf({ incidents: null, withheld: null, casualties: all.byActor.notAttributed }, all),
    ],
    ['episodes', null, null, null, ...countsOf(episodesOf(all), all)],
    ['total', null, null, null, ...countsOf(wholeOf(all), all)],
  ],
  'by-place': (all) => [
    ['row', 'place', 'name_ar', 'name_en', 'incidents', ...casualtyHeadings],
    ...all.byPlace.rows.map((row) => ['place', row.place, ...namesOf(row.names), ...countsOf(row, all)]),
    ['others', null, null, null, ...countsOf(all.byPlace.others, all)],
    ['elsewhere', null, null, null, ...countsOf(all.byPlace.elsewhere, all)],
    ['episodes', null, null, null, ...countsOf(episodesOf(all), all)],
    ['total', null, null, null, ...countsOf(wholeOf(all), all)],
  ],
  'by-kind': (all) => [
    ['row', 'kind', 'incidents', ...casualtyHeadings],
    ...all.byKind.map((row) => ['kind', row.kind, ...countsOf(row, all)]),
    ['episodes', null, ...countsOf(episodesOf(all), all)],
    ['total', null, ...countsOf(wholeOf(all), all)],
  ],
  'by-grade': (all) => [
    ['row', 'grade', 'incidents', ...casualtyHeadings],
    ...all.byGrade.map((row) => ['grade', row.grade, ...countsOf(row, all)]),
    ['episodes', null, ...countsOf(episodesOf(all), all)],
    ['total', null, ...countsOf(wholeOf(all), all)],
  ],
  'by-means': (all) => [
    ['row', 'means', 'incidents', ...casualtyHeadings],
    ...all.byMeans.rows.map((row) => ['means', row.means, ...countsOf(row, all)]),
    ['untold', null, ...countsOf(all.byMeans.untold, all)],
    ['episodes', null, ...countsOf(episodesOf(all), all)],
    ['total', null, ...countsOf(wholeOf(all), all)],
  ],
  'by-report': (all) => [
    ['row', 'report', 'outlet', 'title', 'published_on', 'incidents', ...casualtyHeadings],
    ...all.byReport.rows.map((row) => [
      ...['report', row.report, row.outlet, row.title, row.publishedOn],
      ...countsOf(row, all),
    ]),
    ['others', null, null, null, null, ...countsOf(all.byReport.others, all)],
    ['episodes', null, null, null, null, ...countsOf(episodesOf(all), all)],
    ['total', null, null, null, null, ...countsOf(wholeOf(all), all)],
  ],
}

const episodesOf = ({ episodes }: Summary): Counted => ({
  incidents: null,
  withheld: null,
  casualties: episodes.casualties,
})
const wholeOf = ({ incidents, withheld, totals }: Summary): Counted => ({
  incidents,
  withheld,
  casualties: totals,
})

type ByType = Summary['overTime']['unplaced']['byType']

const typesOf = (byType: ByType): Row => kindTypes.map((type) => byType[type] ?? 0)
const namesOf = ({ ar, en }: NamesByLanguage): Row => [ar, en]

function allTypes({ buckets, unplaced }: Summary['overTime']): ByType {
  const sum = (type: (typeof kindTypes)[number]) =>
    [...buckets, unplaced].reduce((n, { byType }) => n + (byType[type] ?? 0), 0)
  return Object.fromEntries(kindTypes.map((type) => [type, sum(type)]))
}

const ends = ['low', 'best', 'high', 'open', 'disputed', 'disputed_low', 'disputed_high', 'not_collected']
const casualtyHeadings = [
  ...['killed', 'wounded'].flatMap((outcome) => ends.map((end) => `${outcome}_${end}`)),
  'withheld',
]

interface Counted {
  /** Null: the row is of figures and not of incidents. */
  incidents: number | null
  withheld: number | null
  casualties: Casualties
}

/** The numbers of a row; `summary` tells of what all rows are a part. */
function countsOf({ incidents, withheld, casualties }: Counted, summary: Summary): Row {
  const cells = (['killed', 'wounded'] as const).flatMap((outcome) => {
    const total = casualties[outcome]
    const whole = { total: summary.totals[outcome], incidents: summary.incidents }
    return totalCells(total, isNotCollected(total, incidents, whole))
  })
  return [incidents, ...cells, withheld]
}

function totalCells({ low, best, high, open, disputed, notCollected }: Total, blank: boolean): Row {
  if (blank) return [null, null, null, null, null, null, null, notCollected]
  return [low, best, high, open, disputed.count, disputed.low, disputed.high, notCollected]
}
