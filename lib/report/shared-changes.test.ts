import { describe, expect, it } from 'vitest'
import { reportDraft, statementDraft } from './draft'
import { type StoredShared, sharedChanges } from './shared-changes'

const report = reportDraft.parse({
  key: 'r5',
  id: 5,
  version: 2,
  outlet: 'Al-Wasat',
  language: 'en',
  text: 'long',
})
const statement = statementDraft.parse({
  key: 't7',
  id: 7,
  version: 3,
  speakerName: 'A spokesman',
  channel: 'statement',
  citedBy: ['r5'],
})
const stored: StoredShared = {
  reports: [{ draft: report, ofDataset: false, createdBy: null }],
  statements: [{ draft: statement, ofDataset: false, createdBy: null }],
}

describe('what a log changes of reports and statements that incidents share', () => {
  it('is nothing where it names them as they stand, under keys of its own, at any version, without the text', () => {
    const mine = { ...report, key: 'mine', version: null, text: null }
    const saying = { ...statement, key: 'said', version: 1, citedBy: ['mine'] }
    expect(sharedChanges({ reports: [mine], statements: [saying] }, stored)).toEqual([])
  })

  it('is what they say otherwise, by field, where the version is still the stored one', () => {
    const log = {
      reports: [
        reportDraft.parse({ key: 'new', outlet: 'Reuters', language: 'en' }),
        { ...report, outlet: 'W' },
      ],
      statements: [{ ...statement, saidOn: '2017-07-30', citedBy: ['r5', 'new'] }],
    }
    expect(sharedChanges(log, stored)).toEqual([
      { list: 'reports', index: 1, id: 5, version: 2, fields: ['outlet'], isStale: false, ofDataset: false },
      {
        list: 'statements',
        index: 0,
        id: 7,
        version: 3,
        fields: ['saidOn', 'citedBy'],
        isStale: false,
        ofDataset: false,
      },
    ])
  })

  it('is stale where somebody changed them since, and told as a dataset’s own', () => {
    const log = { reports: [{ ...report, version: 1, text: 'longer' }], statements: [] }
    const ofDataset = { ...stored, reports: [{ draft: report, ofDataset: true, createdBy: null }] }
    expect(sharedChanges(log, ofDataset)).toMatchObject([
      { fields: ['text'], isStale: true, ofDataset: true },
    ])
  })

  it('takes a stored spelling for what it becomes on its way through the door', () => {
    const spaced = { ...report, outlet: ' Al-Wasat ' }
    expect(
      sharedChanges(
        { reports: [report], statements: [] },
        { ...stored, reports: [{ draft: spaced, ofDataset: true, createdBy: null }] },
      ),
    ).toEqual([])
  })
})
