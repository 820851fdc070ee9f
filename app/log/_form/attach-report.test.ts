import { expect, it } from 'vitest'
import { attachReport } from './attach-report'
import { blankCasualties, blankClaim, blankDocument, blankIncident, blankLog, blankReport } from './blank'
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

it('takes the same actor for the same party, and adds who is new', () => {
  const [incident] = attachReport(draft(), 'incident-1', stored).log.incidents
  expect(incident?.parties.map(({ key, actorId }) => [key, actorId])).toEqual([
    ['p4', 40],
    ['party-2', 41],
  ])
  expect(incident?.claims.map(({ says }) => 'party' in says && says.party)).toEqual(['p4', 'party-2'])
})
