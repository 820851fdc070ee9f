import type { DetailClaim, IncidentDetail } from '@/lib/analysis/incident-detail'
import { claimDraft } from '@/lib/claim/draft'

const town = { id: 2, kind: 'city', country: 'LY', names: { ar: 'درنة', en: 'Derna' } } as const

/** A claim of what `says` tells, by the statement t1 unless `more` says otherwise. */
export function claim(key: string, says: object, more: object = {}): DetailClaim {
  return { ...claimDraft.parse({ key, statement: 't1', says, ...more }), place: null }
}

/** Incident A of the Derna report in short. */
export function incident(more: Partial<IncidentDetail> = {}): IncidentDetail {
  const none = { low: null, best: null, high: null, open: false, state: 'none' as const }
  return {
    code: 'LY-2017-7KQ4',
    version: 1,
    title: { ar: 'هجوم جنوب درنة', en: null },
    summary: { ar: null, en: null },
    kind: 'armed-clash',
    means: [],
    when: {
      start: null,
      end: '2017-07-30',
      precision: 'day',
      sense: 'within',
      open: 'on-or-before',
      time: null,
      partOfDay: null,
      phrase: null,
      countedFrom: null,
    },
    where: {
      place: town,
      within: [],
      point: { lat: 32.76, lon: 22.63 },
      around: null,
      precision: 'near',
      offset: null,
      phrase: null,
      protection: 'none',
      sites: [],
    },
    parties: [
      {
        key: 'p1',
        actor: 1,
        kind: 'rebel-group',
        names: { ar: 'مجلس شورى درنة', en: null },
        part: 'initiator',
      },
      { key: 'p2', actor: 2, kind: 'state-forces', names: { ar: 'عملية الكرامة', en: null }, part: 'target' },
    ],
    status: 'draft',
    review: null,
    grade: null,
    visibility: 'team',
    named: [],
    embargo: null,
    withheld: false,
    note: null,
    disputed: false,
    killed: none,
    wounded: none,
    figures: [],
    equipment: [],
    reports: [],
    statements: [],
    claims: [],
    conflictSets: [],
    episodes: [],
    links: [],
    dataset: null,
    versions: [],
    ...more,
  }
}
