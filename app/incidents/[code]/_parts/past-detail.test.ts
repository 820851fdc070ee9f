import { expect, it } from 'vitest'
import type { PastIncident } from '@/lib/analysis/incident-detail'
import { logDraft } from '@/lib/incident/log-draft'
import { pastDetail } from './past-detail'
import { incident } from './test-incident.test-kit'

const past = (log: PastIncident['log']): PastIncident => ({
  code: 'LY-2017-7KQ4',
  version: 1,
  recordedFrom: '2026-01-01T00:00:00.000Z',
  recordedTo: '2026-01-02T00:00:00.000Z',
  by: 'owner',
  action: 'record',
  why: null,
  importedFrom: null,
  log,
  actors: { 2: { ar: 'عملية الكرامة', en: 'Operation Dignity' } },
  places: { 2: { id: 2, kind: 'city', country: 'LY', names: { ar: 'درنة', en: 'Derna' } } },
  row: null,
})

const log = logDraft.parse({
  reports: [{ key: 'r1', outlet: 'An outlet', language: 'en' }],
  statements: [{ key: 't1', channel: 'outlet', citedBy: ['r1'] }],
  incidents: [
    {
      key: 'a',
      code: 'LY-2017-7KQ4',
      version: 1,
      title: { en: 'As it was' },
      summary: {},
      kind: 'armed-clash',
      when: { start: null, end: '2017-07-30', precision: 'day', open: 'on-or-before' },
      where: { placeId: 2, precision: 'near' },
      parties: [{ key: 'p2', actorId: 2, part: 'target' }],
      claims: [
        {
          key: 'c1',
          statement: 't1',
          report: 'r1',
          says: { subject: 'casualties', outcome: 'killed', party: 'p2', operator: 'exactly', point: 4 },
        },
      ],
    },
  ],
})

it('shows a past state with its own title, names and figures', () => {
  const shown = pastDetail(incident({ version: 3 }), past(log))
  expect(shown?.title.en).toBe('As it was')
  expect(shown?.version).toBe(1)
  expect(shown?.parties.map(({ names }) => names.en)).toEqual(['Operation Dignity'])
  expect(shown?.killed).toMatchObject({ low: 4, best: 4, high: 4, state: 'single-source' })
})

it('has nothing to show of an imported version but its row', () => {
  expect(pastDetail(incident(), past(null))).toBeNull()
})
