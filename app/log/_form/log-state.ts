import { attachReport } from './attach-report'
import { blankClaim, blankIncident, blankReport, blankStatement, freeKey } from './blank'
import { withClaimMoved, withClaimsOf, withMember, withoutClaimIn } from './episodes'
import type {
  ClaimOwner,
  FormClaim,
  FormIncident,
  FormLog,
  FormReport,
  FormStatement,
  KnownActor,
  KnownPlace,
  LogDocument,
} from './form-types'
import { type Loaded, withNames } from './load-log'
import { withPreferred } from './prefer'
import { withoutIncident, withoutParty, withoutSite, withoutStatement } from './remove'
import { publishedField, readDay, rereadDates } from './reread-dates'

/** New fields of an incident; as a function where they come late and must build on what it is by then. */
export type IncidentChange = Partial<FormIncident> | ((incident: FormIncident) => Partial<FormIncident>)

/** What can be done to a draft. Keys of new things are given by who asks, so that focus can follow them. */
export type LogAction =
  | { do: 'replace'; document: LogDocument }
  | { do: 'merge'; document: LogDocument }
  | { do: 'attach'; key: string; loaded: Loaded }
  | { do: 'undo' }
  | { do: 'explain'; why: string }
  | { do: 'type'; field: string; text: string }
  | { do: 'meet'; actor: KnownActor }
  | { do: 'visit'; place: KnownPlace }
  | { do: 'change-report'; key: string; change: Partial<FormReport> }
  | { do: 'date-report'; key: string; text: string }
  | { do: 'add-report'; key: string; language: string }
  | { do: 'change-statement'; key: string; change: Partial<FormStatement> }
  | { do: 'add-statement'; key: string; report: string }
  | { do: 'choose-statement'; key: string }
  | { do: 'remove-statement'; key: string }
  | { do: 'add-incident'; key: string }
  | { do: 'show-incident'; key: string }
  /** `step`: an act by itself, to be undone by itself, and not the next keystroke in a field. */
  | { do: 'change-incident'; key: string; change: IncidentChange; step?: boolean }
  | { do: 'remove-incident'; key: string }
  | { do: 'remove-party'; incident: string; key: string }
  | { do: 'remove-site'; incident: string; key: string }
  | { do: 'add-claim'; incident: string; key: string; start: Partial<FormClaim> }
  | { do: 'change-claim'; of: ClaimOwner; key: string; change: Partial<FormClaim> }
  | { do: 'prefer-claim'; of: ClaimOwner; key: string; preferred: boolean }
  | { do: 'move-claim'; of: ClaimOwner; key: string; to: ClaimOwner }
  | { do: 'remove-claim'; of: ClaimOwner; key: string }
  | { do: 'join-incident'; episode: string; incident: string; joins: boolean }

/** The draft and what it was before each act: `undo` walks back. Typing into one field is one act. */
export interface LogState {
  document: LogDocument
  before: { act: string; document: LogDocument }[]
}

const KEPT_ACTS = 100
const passing = new Set(['show-incident', 'choose-statement', 'meet', 'visit'])

export function logState(state: LogState, action: LogAction): LogState {
  if (action.do === 'undo') {
    const last = state.before.at(-1)
    return last ? { document: last.document, before: state.before.slice(0, -1) } : state
  }
  const document = changed(state.document, action)
  if (document === state.document) return state
  if (action.do === 'replace') return { document, before: [] }
  if (passing.has(action.do)) return { ...state, document }
  const act = nameOf(action)
  const before =
    state.before.at(-1)?.act === act && !/^(add|attach|remove|move|join|step)/.test(act)
      ? state.before
      : [...state.before, { act, document: state.document }].slice(-KEPT_ACTS)
  return { document, before }
}

/** The same name for keystrokes in the same field. */
function nameOf(action: LogAction): string {
  const key = 'key' in action ? action.key : 'field' in action ? action.field : ''
  const fields = 'change' in action ? Object.keys(action.change).join() : ''
  const step = 'step' in action && action.step ? 'step ' : ''
  return `${step}${action.do} ${key} ${fields}`
}

function changed(document: LogDocument, action: LogAction): LogDocument {
  const { log } = document
  const withLog = (next: Partial<FormLog>): LogDocument => ({ ...document, log: { ...log, ...next } })
  const inIncident = (key: string, change: (incident: FormIncident) => FormIncident) =>
    withLog({
      incidents: log.incidents.map((incident) => (incident.key === key ? change(incident) : incident)),
    })
  switch (action.do) {
    case 'undo':
      return document
    case 'replace':
    case 'merge':
      return action.document
    case 'attach':
      return attachReport(withNames(document, action.loaded), action.key, action.loaded.log)
    case 'explain':
      return withLog({ why: action.why })
    case 'type':
      return { ...document, typed: { ...document.typed, [action.field]: action.text } }
    case 'meet':
      return { ...document, actors: { ...document.actors, [action.actor.id]: action.actor } }
    case 'visit':
      return { ...document, places: { ...document.places, [action.place.id]: action.place } }
    case 'change-report':
      return withLog({ reports: withChange(log.reports, action.key, action.change) })
    case 'date-report':
      return dated(document, action.key, action.text)
    case 'add-report':
      return withLog({ reports: [...log.reports, blankReport(action.key, action.language)] })
    case 'change-statement':
      return withLog({ statements: withChange(log.statements, action.key, action.change) })
    case 'add-statement': {
      const statement = { ...blankStatement(action.key, action.report), channel: 'statement' as const }
      return { ...withLog({ statements: [...log.statements, statement] }), statement: action.key }
    }
    case 'choose-statement':
      return { ...document, statement: action.key }
    case 'remove-statement':
      return withoutStatement(document, action.key)
    case 'add-incident':
      return {
        ...withLog({ incidents: [...log.incidents, blankIncident(action.key)] }),
        current: action.key,
      }
    case 'show-incident':
      return { ...document, current: action.key }
    case 'change-incident':
      return inIncident(action.key, (incident) => ({
        ...incident,
        ...(typeof action.change === 'function' ? action.change(incident) : action.change),
      }))
    case 'remove-incident':
      return withoutIncident(document, action.key)
    case 'remove-party':
      return inIncident(action.incident, (incident) => withoutParty(incident, action.key))
    case 'remove-site':
      return inIncident(action.incident, (incident) => withoutSite(incident, action.key))
    case 'add-claim':
      return inIncident(action.incident, (incident) => {
        const claim = blankClaim(action.key, document.statement, log.reports.at(-1)?.key ?? null)
        return { ...incident, claims: [...incident.claims, { ...claim, ...action.start }] }
      })
    case 'change-claim':
      return withClaimsOf(document, action.of, (claims) => withChange(claims, action.key, action.change))
    case 'prefer-claim':
      return withClaimsOf(document, action.of, (claims) =>
        withPreferred(claims, action.key, action.preferred),
      )
    case 'move-claim':
      return withClaimMoved(document, action.of, action.key, action.to)
    case 'remove-claim':
      return withoutClaimIn(document, action.of, action.key)
    case 'join-incident':
      return withMember(document, action.episode, action.incident, action.joins)
  }
}

/** A typed publication date is taken as stated until somebody says that it is inferred. */
function dated(document: LogDocument, key: string, text: string): LogDocument {
  const publishedOn = readDay(text, null)
  const reports = document.log.reports.map((report) => {
    if (report.key !== key) return report
    const basis = publishedOn === null ? null : (report.publishedOnBasis ?? 'stated')
    return { ...report, publishedOn, publishedOnBasis: basis }
  })
  const typed = { ...document.typed, [publishedField(key)]: text }
  return rereadDates({ ...document, typed, log: { ...document.log, reports } }, publishedOn)
}

function withChange<T extends { key: string }>(things: T[], key: string, change: Partial<T>): T[] {
  return things.map((thing) => (thing.key === key ? { ...thing, ...change } : thing))
}

/** The incident shown; there is always one. */
export function currentIncident({ log, current }: LogDocument): FormIncident {
  const shown = log.incidents.find(({ key }) => key === current) ?? log.incidents[0]
  if (!shown) throw new Error('a draft without an incident')
  return shown
}

/** Keys for what is about to be added, free in the whole draft. */
export const nextKeys = {
  report: ({ log }: LogDocument) => freeKey('report', log.reports),
  statement: ({ log }: LogDocument) => freeKey('statement', log.statements),
  incident: ({ log }: LogDocument) => freeKey('incident', log.incidents),
  /** Free among all claims: one may pass from an incident to an episode that others show too. */
  claim: ({ log }: LogDocument) =>
    freeKey(
      'claim',
      [...log.incidents, ...log.episodes].flatMap(({ claims }) => claims),
    ),
  episode: ({ log }: LogDocument) => freeKey('episode', log.episodes),
  party: (incident: FormIncident) => freeKey('party', incident.parties),
  site: (incident: FormIncident) => freeKey('site', incident.where.sites),
  conflict: (incident: FormIncident) => freeKey('set', incident.conflictSets),
}
