import type {
  FormAudience,
  FormClaim,
  FormConflict,
  FormIncident,
  FormLog,
  FormReport,
  FormStatement,
  LogDocument,
  Substance,
} from './form-types'

/**
 * The first of `kind-1`, `kind-2`, … that none of `things` has. Never of the form `c12`: that is a stored row's
 * (lib/incident/row-key.ts).
 */
export function freeKey(kind: string, things: readonly { key: string }[]): string {
  const taken = new Set(things.map(({ key }) => key))
  let number = things.length + 1
  while (taken.has(`${kind}-${number}`)) number += 1
  return `${kind}-${number}`
}

const forEverybody = { visibility: 'everyone', named: [], embargo: null } satisfies FormAudience

export const blankReport = (key: string, language: string): FormReport => ({
  key,
  id: null,
  version: null,
  outlet: '',
  agencies: [],
  url: null,
  archivedUrl: null,
  title: null,
  publishedOn: null,
  publishedOnBasis: null,
  publishedOnWhy: null,
  language,
  text: null,
  ...forEverybody,
  protection: 'none',
})

/** What the report itself says, until another speaker is named. */
export const blankStatement = (key: string, report: string): FormStatement => ({
  key,
  id: null,
  version: null,
  actorId: null,
  speakerName: null,
  speakerRole: null,
  channel: 'outlet',
  saidOn: null,
  note: null,
  citedBy: [report],
  ...forEverybody,
  protection: 'none',
})

export const blankIncident = (key: string): FormIncident => ({
  key,
  code: null,
  version: null,
  title: { ar: null, en: null },
  summary: { ar: null, en: null },
  kind: null,
  means: [],
  when: null,
  where: {
    placeId: null,
    point: null,
    precision: 'exact',
    offset: null,
    phrase: null,
    protection: 'none',
    sites: [],
  },
  parties: [],
  claims: [],
  conflictSets: [],
  links: [],
  status: 'draft',
  grade: null,
  ...forEverybody,
  note: null,
})

/** A further alternative of a conflict set, to be named or given claims. */
export const blankAlternative = (
  others: readonly { key: string }[],
): FormConflict['alternatives'][number] => ({
  key: freeKey('alternative', others),
  name: null,
  claims: [],
})

/** Counted exactly and not yet typed. */
export const blankCount = { operator: 'exactly', min: null, point: null, max: null, word: null } as const

export const blankCasualties: Extract<Substance, { subject: 'casualties' }> = {
  subject: 'casualties',
  site: null,
  party: null,
  status: null,
  sexAge: null,
  outcome: 'killed',
  unit: 'persons',
  ...blankCount,
  basis: 'total',
  movedFrom: null,
  preferred: false,
}

export const blankClaim = (key: string, statement: string, report: string | null): FormClaim => ({
  key,
  statement,
  report,
  quote: null,
  stands: null,
  note: null,
  rejected: false,
  rejectedWhy: null,
  supersededBy: null,
  denies: null,
  says: blankCasualties,
  ...forEverybody,
  victims: null,
})

/** A log with one report, its own statement and one incident, all empty. */
export function blankLog(language: string): FormLog {
  return {
    reports: [blankReport('report-1', language)],
    statements: [blankStatement('statement-1', 'report-1')],
    incidents: [blankIncident('incident-1')],
    episodes: [],
    episodesRead: [],
    why: null,
  }
}

export const blankDocument = (language: string): LogDocument => ({
  form: 1,
  log: blankLog(language),
  typed: {},
  actors: {},
  places: {},
  current: 'incident-1',
  statement: 'statement-1',
})
