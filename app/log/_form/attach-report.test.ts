import { expect, it } from 'vitest'
import { attachReport } from './attach-report'
import {
  blankCasualties,
  blankClaim,
  blankDocument,
  blankIncident,
  blankLog,
  blankReport,
  blankStatement,
} from './blank'
import type { FormIncident, FormLog, LogDocument } from './form-types'

const stored: FormLog = {
  ...blankLog('ar'),
  reports: [{ ...blankReport('r5', 'ar'), id: 5, outlet: 'الأولى' }],
  statements: [],
  incidents: [
    {
      ...blankIncident('i9'),
      code: 'LY-2017-7KQ4',
      version: 3,
      title: { ar: 'هجوم', en: null },
      parties: [{ key: 'p4', actorId: 40, part: 'target' }],
    },
  ],
}

function draft(): LogDocument {
  const document = blankDocument('ar')
  const incident: FormIncident = {
    ...blankIncident('incident-1'),
    parties: [
      { key: 'party-1', actorId: 40, part: 'participant' },
      { key: 'party-2', actorId: 41, part: 'initiator' },
    ],
    claims: [
      { ...blankClaim('claim-1', 'statement-1', 'report-1'), says: { ...blankCasualties, party: 'party-1' } },
      {
        ...blankClaim('claim-2', 'statement-1', 'report-1'),
        says: { subject: 'part', party: 'party-2', part: 'initiator' },
      },
    ],
  }
  return { ...document, log: { ...document.log, incidents: [incident] } }
}

it('keeps the stored incident and adds the report with its claims', () => {
  const { log } = attachReport(draft(), 'incident-1', stored)
  expect(log.reports.map(({ key }) => key)).toEqual(['r5', 'report-1'])
  const [incident] = log.incidents
  expect(incident).toMatchObject({ code: 'LY-2017-7KQ4', version: 3, title: { ar: 'هجوم' } })
  expect(incident?.claims).toHaveLength(2)
})

it('keeps the episodes of the stored incident, under the key that it has in the draft', () => {
  const episode = {
    key: 'e3',
    title: { ar: null, en: null },
    incidents: ['i9', 'LY-2017-8MN5'],
    claims: [{ ...blankClaim('c1', 't2', null), says: blankCasualties }],
  }
  const { log } = attachReport(draft(), 'incident-1', {
    ...stored,
    episodes: [episode],
    episodesRead: ['e3'],
  })
  expect(log.episodes).toEqual([{ ...episode, incidents: ['incident-1', 'LY-2017-8MN5'] }])
  expect(log.episodesRead).toEqual(['e3'])
})

it('attaches to a second incident of the same earlier report, which is in the draft once, as it stands there', () => {
  const [there] = stored.incidents
  if (!there) throw new Error('no incident')
  const statement = { ...blankStatement('t7', 'r5'), id: 7 }
  const episode = {
    key: 'e3',
    title: { ar: null, en: null },
    incidents: ['i9', 'LY-2017-8MN5'],
    claims: [{ ...blankClaim('c1', 't7', null), says: blankCasualties }],
  }
  const first = { ...stored, statements: [statement], episodes: [episode], episodesRead: ['e3'] }
  const second = {
    ...first,
    incidents: [{ ...there, code: 'LY-2017-8MN5' }],
    episodes: [{ ...episode, incidents: ['LY-2017-7KQ4', 'i9'] }],
  }
  const document = draft()
  const two = { ...document.log, incidents: [...document.log.incidents, blankIncident('incident-2')] }
  const once = attachReport({ ...document, log: two }, 'incident-1', first)
  const reports = once.log.reports.map((report) => ({ ...report, title: 'mended here' }))
  const { log } = attachReport({ ...once, log: { ...once.log, reports } }, 'incident-2', second)
  expect(log.reports.map(({ key, title }) => [key, title])).toEqual([
    ['r5', 'mended here'],
    ['report-1', 'mended here'],
  ])
  expect(log.statements.map(({ key }) => key)).toEqual(['t7', 'statement-1'])
  expect(log.episodes).toEqual([{ ...episode, incidents: ['incident-1', 'incident-2'] }])
  expect(log.episodesRead).toEqual(['e3'])
})

it('takes the same actor for the same party, and adds who is new', () => {
  const [incident] = attachReport(draft(), 'incident-1', stored).log.incidents
  expect(incident?.parties.map(({ key, actorId }) => [key, actorId])).toEqual([
    ['p4', 40],
    ['party-2', 41],
  ])
  expect(incident?.claims.map(({ says }) => 'party' in says && says.party)).toEqual(['p4', 'party-2'])
})
