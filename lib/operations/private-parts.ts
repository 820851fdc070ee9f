import { isOfTeam } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import type { DetailClaim, IncidentDetail } from '@/lib/analysis/incident-detail'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { LogDraft } from '@/lib/incident/log-draft'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'

/** Whether the viewer works on the incident: of the team, or it is their own. */
export const isPrivyTo = (viewer: Viewer, { createdBy }: { createdBy: string | null }): boolean =>
  isOfTeam(viewer) || (createdBy !== null && createdBy === accountOf(viewer))

/** The incident without what is for those who work on it: notes, whom its parts are for, who did what. */
export function withoutPrivate(detail: IncidentDetail): IncidentDetail {
  const { claims, statements, reports, conflictSets, episodes, versions } = detail
  return {
    ...detail,
    ...nobody,
    note: null,
    claims: claims.map(plainClaim),
    statements: statements.map((statement) => ({ ...statement, ...nobody, note: null })),
    reports: reports.map((report) => ({ ...report, ...nobody })),
    conflictSets: conflictSets.map((set) => ({ ...set, openedBy: '', decidedBy: set.decidedBy && '' })),
    episodes: episodes.map((episode) => ({ ...episode, claims: episode.claims.map(plainClaim) })),
    versions: versions.map((version) => ({ ...version, by: '', why: null })),
  }
}

/** What is shown to somebody is, to them, as if for everybody. */
const nobody = { visibility: 'everyone', named: [] as string[], embargo: null } as const

const plainClaim = (claim: DetailClaim): DetailClaim => ({ ...claim, ...nobody, note: null, victims: null })

/** The same of a log: whoever may not work on it, and so not save it either, is shown no notes and no pasted texts. */
export function logWithoutPrivate(log: LogDraft): LogDraft {
  const open = { ...nobody, named: [] as string[] }
  return {
    ...log,
    reports: log.reports.map((report) => ({ ...report, ...open, text: null })),
    statements: log.statements.map((statement) => ({ ...statement, ...open, note: null })),
    incidents: log.incidents.map((incident) => ({
      ...incident,
      ...{ ...open, note: null },
      claims: incident.claims.map(openClaim),
    })),
    episodes: log.episodes.map((episode) => ({ ...episode, claims: episode.claims.map(openClaim) })),
  }
}

const openClaim = (claim: ClaimDraft): ClaimDraft => ({
  ...claim,
  ...{ ...nobody, named: [], note: null, victims: null },
})

/**
 * The log without the pasted texts, the notes and the named people of reports and statements that others brought, where
 * the viewer is not of the team: incidents share these, so that those of others stand in one's own draft too.
 */
export function withoutOthers(
  viewer: Viewer,
  log: LogDraft,
  creators: ReadonlyMap<string, string | null>,
): LogDraft {
  const isOwn = ({ key }: { key: string }) => isPrivyTo(viewer, { createdBy: creators.get(key) ?? null })
  return {
    ...log,
    reports: log.reports.map((report) => (isOwn(report) ? report : reportOfAnother(report))),
    statements: log.statements.map((one) => (isOwn(one) ? one : statementOfAnother(one))),
  }
}

export const reportOfAnother = (report: ReportDraft): ReportDraft => ({ ...report, named: [], text: null })

export const statementOfAnother = (statement: StatementDraft): StatementDraft => ({
  ...statement,
  ...{ named: [], note: null },
})

/** What is sent of another's report or statement: where it is empty of what its sender is not shown, that stays. */
export function keepOfAnother<T extends ReportDraft | StatementDraft>(sent: T, stored: T): T {
  const named = sent.named.length > 0 ? sent.named : stored.named
  if (!('note' in sent && 'note' in stored)) return { ...sent, named }
  return { ...sent, named, note: sent.note ?? stored.note }
}
