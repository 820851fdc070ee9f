import { describe, expect, it } from 'vitest'
import type { Summary } from '@/lib/analysis/summary'
import { noCasualties } from '@/lib/analysis/totals'
import { charts, summaryTable } from './summary-csv'

const killed = (best: number) => {
  const none = noCasualties()
  return { ...none, killed: { ...none.killed, low: best, best, high: best } }
}
const nobodyCollects = () => {
  const none = noCasualties()
  return { ...none, wounded: { ...none.wounded, notCollected: 2 } }
}
const names = { ar: 'سبها', en: 'Sabha' }
const summary: Summary = {
  incidents: 3,
  withheld: 1,
  duplicates: 0,
  partlyInside: 0,
  totals: killed(12),
  episodes: { count: 1, casualties: killed(5) },
  overTime: {
    unit: 'month',
    buckets: [
      {
        start: '2017-07-01',
        end: '2017-07-31',
        incidents: 2,
        withheld: 0,
        byType: { battles: 2 },
        casualties: nobodyCollects(),
      },
    ],
    unplaced: { incidents: 1, withheld: 0, byType: { riots: 1 }, casualties: killed(7) },
  },
  byKind: [{ kind: 'shelling', incidents: 3, withheld: 0, casualties: killed(7) }],
  byActor: {
    rows: [{ actor: 1, names, incidents: 3, withheld: 0, casualties: killed(4) }],
    others: { actors: 2, incidents: 1, withheld: 0, casualties: killed(2) },
    notAttributed: killed(1),
  },
  byPlace: {
    rows: [{ place: 9, names, incidents: 2, withheld: 1, casualties: killed(4) }],
    others: { places: 0, incidents: 0, withheld: 0, casualties: noCasualties() },
    elsewhere: { incidents: 1, withheld: 0, casualties: killed(3) },
  },
  byGrade: [
    { grade: 'fair', incidents: 2, withheld: 1, casualties: killed(3) },
    { grade: null, incidents: 1, withheld: 0, casualties: killed(4) },
  ],
  byMeans: {
    rows: [{ means: 'drone', incidents: 2, withheld: 0, casualties: killed(4) }],
    untold: { incidents: 1, withheld: 0, casualties: killed(3) },
  },
  byReport: {
    rows: [
      {
        ...{ report: 6, outlet: 'Al-Wasat', title: null, publishedOn: '2017-07-30' },
        ...{ incidents: 2, withheld: 0, casualties: killed(7) },
      },
    ],
    others: { reports: 0, incidents: 0, withheld: 0, casualties: noCasualties() },
  },
  mixed: false,
  attributions: [
    {
      dataset: 'ucdp-ged',
      name: 'GED',
      version: '23.1',
      attribution: 'UCDP',
      licence: 'CC BY 4.0',
      url: null,
      incidents: 2,
    },
  ],
}

describe('summaryTable', () => {
  it.each(charts)('adds up and credits the source: %s', (chart) => {
    const [heading = [], ...rows] = summaryTable(summary, chart)
    for (const row of rows) expect(row).toHaveLength(heading.length)
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['source', 'UCDP · CC BY 4.0'])
    const column = heading.indexOf(chart === 'over-time' ? 'incidents' : 'killed_best')
    const of = (kind: (label: unknown) => boolean) =>
      rows.filter((row) => kind(row[0])).reduce((n, row) => n + Number(row[column]), 0)
    expect(of((label) => label !== 'total' && label !== 'source')).toBe(of((label) => label === 'total'))
  })

  it('leaves empty what no incident of the row collects', () => {
    const [heading = [], july = []] = summaryTable(summary, 'casualties')
    expect(july[heading.indexOf('wounded_best')]).toBeNull()
    expect(july[heading.indexOf('wounded_not_collected')]).toBe(2)
    expect(july[heading.indexOf('killed_best')]).toBe(0)
  })

  const rowsOf = (given: Summary, chart: (typeof charts)[number], column: string) => {
    const [heading = [], ...rows] = summaryTable(given, chart)
    return Object.fromEntries(rows.map((row) => [row[0], row[heading.indexOf(column)]]))
  }
  const uncollected = (notCollected: number, best: number) => {
    const { killed, wounded } = noCasualties()
    return { killed, wounded: { ...wounded, low: best, best, high: best, notCollected } }
  }

  it('gives what was told though the datasets of all incidents do not collect it', () => {
    const told: Summary = {
      ...summary,
      byActor: {
        ...summary.byActor,
        others: { actors: 2, incidents: 2, withheld: 0, casualties: uncollected(2, 5) },
      },
    }
    expect(rowsOf(told, 'by-actor', 'wounded_best')).toMatchObject({ others: 5 })
    expect(rowsOf(told, 'by-actor', 'wounded_not_collected')).toMatchObject({ others: 2 })
  })

  it.each(charts)('says of how many incidents claims are withheld: %s', (chart) => {
    expect(rowsOf(summary, chart, 'withheld')).toMatchObject({ total: 1 })
  })

  it('says so of each row that counts incidents', () => {
    const told = { place: 1, others: 0, elsewhere: 0, episodes: null, total: 1 }
    expect(rowsOf(summary, 'by-place', 'withheld')).toMatchObject(told)
  })

  it('leaves empty what rests on no incident where no incident of the whole collects it', () => {
    const nowhere = { ...summary, totals: uncollected(3, 0) }
    expect(rowsOf(nowhere, 'by-actor', 'wounded_best')).toMatchObject({
      others: 0,
      'not-attributed': null,
      episodes: null,
      total: null,
    })
    expect(rowsOf(nowhere, 'by-actor', 'wounded_disputed')).toMatchObject({ total: null })
    expect(rowsOf(summary, 'by-actor', 'wounded_best')).toMatchObject({
      'not-attributed': 0,
      episodes: 0,
      total: 0,
    })
  })
})
