import { expect, it } from 'vitest'
import { blankDocument, blankReport } from './blank'
import type { LogDocument } from './form-types'
import { ofToday } from './older-draft'

it('opens a draft typed before logs had episodes and versions, and leaves one of today as it is', () => {
  const today = blankDocument('ar')
  const { episodes, episodesRead, ...log } = today.log
  const { version, ...report } = blankReport('report-1', 'ar')
  const [{ version: none, ...statement } = { version: null }] = log.statements
  const typedBefore = { ...today, log: { ...log, reports: [report], statements: [statement] } }
  expect(ofToday(typedBefore as unknown as LogDocument)).toEqual(today)
  const edited = {
    ...today,
    log: { ...today.log, reports: [{ ...blankReport('r5', 'ar'), version: 4 }], episodesRead: ['e1'] },
  }
  expect(ofToday(edited)).toEqual(edited)
})
