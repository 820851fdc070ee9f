import { describe, expect, it } from 'vitest'
import { blankIncident, blankLog, blankReport, blankStatement } from './blank'
import { differences, withTheirs } from './compare-logs'
import type { FormLog } from './form-types'
import { theirsOf } from './stale-log'

const mine: FormLog = {
  ...blankLog('en'),
  reports: [{ ...blankReport('r5', 'en'), id: 5, version: 1, outlet: 'Mine', text: 'my text' }],
  statements: [{ ...blankStatement('t7', 'r5'), id: 7, version: 1, note: 'mine' }],
  incidents: [
    { ...blankIncident('incident-1'), code: 'LY-2017-7KQ4', version: 1 },
    blankIncident('incident-2'),
  ],
}
const nothing: FormLog = { ...blankLog('en'), reports: [], statements: [], incidents: [] }

describe('a stale log', () => {
  it('is laid beside the stored report, its text too, where reports and statements alone are stale', () => {
    const [report] = mine.reports
    const reports = report ? [{ ...report, version: 2, outlet: 'Theirs', text: 'their text' }] : []
    const theirs = theirsOf(mine, null, { ...nothing, reports })
    expect(differences(mine, theirs).map(({ id }) => id)).toEqual(['reports/r5/outlet', 'reports/r5/text'])
    const merged = withTheirs(mine, theirs, new Set(['reports/r5/text']))
    expect(merged.reports).toMatchObject([{ version: 2, outlet: 'Mine', text: 'their text' }])
    expect(merged.incidents).toEqual(mine.incidents)
  })

  it('keeps my text where the stored incident comes without the texts of its reports', () => {
    const [report] = mine.reports
    const stored = {
      ...nothing,
      reports: report ? [{ ...report, text: null }] : [],
      incidents: [{ ...blankIncident('incident'), code: 'LY-2017-7KQ4', version: 2, note: 'theirs' }],
    }
    const theirs = theirsOf(mine, 'LY-2017-7KQ4', stored)
    expect(differences(mine, theirs).map(({ id }) => id)).toEqual(['incidents/incident-1/note'])
  })
})
