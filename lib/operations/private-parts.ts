import { isOfTeam } from '@/lib/access/questions'
import { accountOf, type Viewer } from '@/lib/access/viewer'
import type { DetailClaim, IncidentDetail } from '@/lib/analysis/incident-detail'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { LogDraft } from '@/lib/incident/log-draft'

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
