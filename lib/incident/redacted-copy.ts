import { isOpen } from '@/lib/access/audience'
import { PROTECTED_OUTLET } from '@/lib/access/protection'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import type { IncidentDraft } from './draft'
import type { LogDraft } from './log-draft'
import { seenLog } from './seen-log'
import type { CivilDate } from './when'

export interface CopyChoices {
  /** Keeps the words that claims quote. */
  quotes: boolean
}

/**
 * A log of a new incident that says what the stored one says to everybody: without what is withheld from anybody, without
 * notes, texts and reasons, without links and episodes, which lead to other incidents. What is protected is masked in the
 * log already; the copy has the mask in plain words, and keeps nothing apart.
 */
export function redactedCopy(log: LogDraft, { quotes }: CopyChoices, today: CivilDate): LogDraft {
  const open = seenLog(log, { sees: (part) => isOpen(part, today), knows: () => false })
  return {
    reports: open.reports.map(redactedReport),
    statements: open.statements.map(redactedStatement),
    incidents: open.incidents.map((incident) => redactedIncident(incident, quotes)),
    ...{ episodes: [], episodesRead: [], why: null },
  }
}

const anew = { id: null, version: null, visibility: 'everyone', named: [], embargo: null } as const

/** What had been masked stays masked: the copy shows that there was a source. */
const redactedReport = (report: ReportDraft): ReportDraft => ({
  ...report,
  ...anew,
  named: [],
  key: copied(report.key),
  text: null,
})

const redactedStatement = (statement: StatementDraft): StatementDraft => ({
  ...statement,
  ...anew,
  named: [],
  key: copied(statement.key),
  citedBy: statement.citedBy.map(copied),
  note: null,
  // The door asks who speaks: somebody who is protected.
  speakerName: statement.protection === 'masked' ? PROTECTED_OUTLET : statement.speakerName,
})

function redactedIncident(incident: IncidentDraft, quotes: boolean): IncidentDraft {
  return {
    ...incident,
    ...{ code: null, version: null, status: 'draft', visibility: 'everyone', named: [], embargo: null },
    ...{ note: null, links: [] },
    where: { ...incident.where, protection: 'none', sites: incident.where.sites },
    claims: incident.claims.map((claim) => redactedClaim(claim, quotes)),
    conflictSets: incident.conflictSets.map((set) => ({ ...set, decidedWhy: null })),
  }
}

const redactedClaim = (claim: ClaimDraft, quotes: boolean): ClaimDraft => ({
  ...claim,
  statement: copied(claim.statement),
  report: claim.report && copied(claim.report),
  quote: quotes ? claim.quote : null,
  ...{ note: null, rejectedWhy: null, victims: [] },
  ...{ visibility: 'everyone', named: [], embargo: null },
})

/** The key of a stored row would name that row. Keys within an incident name nothing of a new one. */
const copied = (key: string): string => `copy-${key}`
