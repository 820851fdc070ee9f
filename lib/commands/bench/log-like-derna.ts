import { type LogDraft, type LogInput, logDraft } from '@/lib/incident/log-draft'

/** What tells one log of the bench from another. */
export interface LogSeed {
  /** Gazetteer place where it happens. */
  placeId: number
  /** Civil date of the report. */
  day: string
  initiator: number
  target: number
}

/**
 * A log as large as an analyst types from one report, and as entangled as the one that the project began with: one
 * report, two statements, two sites, two parties, twelve claims of every subject, one undecided conflict set.
 */
export function inputLikeDerna(seed: LogSeed): LogInput {
  return {
    reports: [
      {
        key: 'report',
        outlet: 'قناة للقياس',
        agencies: ['Measured Agency'],
        publishedOn: seed.day,
        publishedOnBasis: 'stated',
        language: 'ar',
        text: 'نص التقرير كما لصقه المحلل. '.repeat(80),
      },
    ],
    statements: [
      { key: 'outlet', channel: 'outlet', citedBy: ['report'] },
      {
        key: 'spokesman',
        actorId: seed.initiator,
        speakerName: 'الناطق باسم المجموعة',
        speakerRole: 'الناطق الإعلامي',
        channel: 'social-media',
        saidOn: seed.day,
        citedBy: ['report'],
      },
    ],
    incidents: [
      {
        key: 'a',
        title: { ar: 'هجوم على موقعين وإسقاط طائرة', en: 'Attack on two positions, aircraft shot down' },
        summary: { ar: 'ملخص قصير لما يرويه التقرير.', en: 'A short account of what the report tells.' },
        kind: 'armed-clash',
        when: { start: seed.day, end: seed.day, precision: 'day', phrase: 'أمس' },
        where: {
          placeId: seed.placeId,
          precision: 'near',
          sites: [
            { key: 'quarry', kind: 'quarry', name: { ar: 'الكسارات' }, precision: 'near' },
            { key: 'school', kind: 'school', name: { ar: 'المدرسة' }, precision: 'near' },
          ],
        },
        parties: [
          { key: 'initiator', actorId: seed.initiator, part: 'initiator' },
          { key: 'target', actorId: seed.target, part: 'target' },
        ],
        claims: claims(seed.day),
        conflictSets: [
          {
            key: 'crew',
            question: 'What became of the crew?',
            alternatives: [
              { key: 'dead', claims: ['pilot-killed'] },
              { key: 'caught', claims: ['crew-captured'] },
            ],
          },
        ],
      },
    ],
  } as LogInput
}

function claims(day: string) {
  const said = (key: string, statement: string, says: object) => ({
    key,
    statement,
    report: 'report',
    quote: 'كلمات التقرير نفسها',
    says,
  })
  const people = { subject: 'casualties', party: 'target' }
  const pieces = { subject: 'equipment', owner: 'target', operator: 'exactly' }
  return [
    said('killed', 'outlet', { ...people, outcome: 'killed', operator: 'exactly', point: 4 }),
    said('at-quarry', 'outlet', {
      ...people,
      site: 'quarry',
      outcome: 'killed',
      basis: 'of-which',
      operator: 'exactly',
      point: 3,
    }),
    said('wounded', 'outlet', { ...people, outcome: 'wounded', operator: 'at-least', min: 5 }),
    said('vehicles', 'spokesman', { ...pieces, category: 'armed-vehicle', outcome: 'captured', point: 4 }),
    said('tanks', 'spokesman', { ...pieces, category: 'tank', outcome: 'disabled', point: 3 }),
    said('warplane', 'spokesman', {
      ...pieces,
      category: 'warplane',
      outcome: 'shot-down',
      model: 'MiG-21',
      point: 1,
    }),
    said('pilot-killed', 'outlet', {
      ...people,
      status: 'aircrew',
      outcome: 'killed',
      operator: 'exactly',
      point: 1,
    }),
    said('crew-captured', 'spokesman', {
      ...people,
      status: 'aircrew',
      outcome: 'captured',
      operator: 'exactly',
      point: 2,
    }),
    said('responsible', 'spokesman', { subject: 'responsibility', party: 'initiator', stance: 'claimed' }),
    said('date', 'outlet', { subject: 'when', when: { start: day, end: day, precision: 'day' } }),
    said('kind', 'outlet', { subject: 'kind', kind: 'armed-clash' }),
    said('motive', 'spokesman', { subject: 'motive', text: 'رد على غارة سابقة' }),
  ]
}

export const logLikeDerna = (seed: LogSeed): LogDraft => logDraft.parse(inputLikeDerna(seed))
