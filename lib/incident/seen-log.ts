import type { Audience } from '@/lib/access/audience'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import type { IncidentDraft } from './draft'
import type { LogDraft } from './log-draft'

/** How somebody looks at a log. */
export interface Eyes {
  /** Whether they see this report, statement or claim, taken by itself. */
  sees: (part: Audience & { key: string }) => boolean
  /** Whether they may read the incident of this code, or of this key in the log. */
  knows: (incident: string) => boolean
}

/**
 * The log as far as somebody sees it, and nothing in it that names what they do not see. A statement that only unseen
 * reports cite is not seen, nor a claim of an unseen statement or an unseen retelling, nor a statement of which no claim
 * is seen; nor an episode of which an incident may not be read, or of which no claim is seen. Pure: it serves editors,
 * past versions and figures alike.
 */
export function seenLog(log: LogDraft, eyes: Eyes): LogDraft {
  const { reports, statements, shows } = seenSources(log, eyes)
  const seen = (claims: ClaimDraft[]) => freed(claims.filter(shows))
  const episodes = log.episodes.flatMap((episode) => {
    const claims = seen(episode.claims)
    return claims.length > 0 && episode.incidents.every(eyes.knows) ? [{ ...episode, claims }] : []
  })
  const episodeKeys = keysOf(episodes)
  const incidents = log.incidents.map((incident) => seenIncident(incident, seen(incident.claims), eyes))
  const said = new Set(
    [...incidents, ...episodes].flatMap(({ claims }) => claims.map((one) => one.statement)),
  )
  const unread = keysOf(log.episodes.filter(({ key }) => !episodeKeys.has(key)))
  return {
    ...log,
    reports,
    statements: statements.filter(({ key }) => said.has(key)),
    incidents,
    episodes,
    episodesRead: log.episodesRead.filter((key) => !unread.has(key)),
  }
}

interface Sources {
  reports: ReportDraft[]
  statements: StatementDraft[]
}

/** Keys of the reports, statements and claims that somebody sees, each taken with what it rests on. */
export function seenParts(
  { claims, ...sources }: Sources & { claims: ClaimDraft[] },
  eyes: Pick<Eyes, 'sees'>,
): ReadonlySet<string> {
  const { reports, statements, shows } = seenSources(sources, eyes)
  return keysOf([...reports, ...statements, ...claims.filter(shows)])
}

/** The reports and statements that somebody sees, and whether they see a claim that rests on these. */
function seenSources(sources: Sources, { sees }: Pick<Eyes, 'sees'>) {
  const reports = sources.reports.filter(sees)
  const reportKeys = keysOf(reports)
  const statements = sources.statements.flatMap((statement) => {
    const citedBy = statement.citedBy.filter((key) => reportKeys.has(key))
    const cited = citedBy.length > 0 || statement.citedBy.length === 0
    return cited && sees(statement) ? [{ ...statement, citedBy }] : []
  })
  const statementKeys = keysOf(statements)
  const shows = (claim: ClaimDraft) =>
    sees(claim) &&
    statementKeys.has(claim.statement) &&
    (claim.report === null || reportKeys.has(claim.report))
  return { reports, statements, shows }
}

function seenIncident(incident: IncidentDraft, claims: ClaimDraft[], { knows }: Eyes): IncidentDraft {
  return {
    ...incident,
    claims,
    conflictSets: incident.conflictSets.flatMap((set) => seenSet(set, keysOf(claims))),
    links: incident.links.filter(({ code }) => code === null || knows(code)),
  }
}

type ConflictSetDraft = IncidentDraft['conflictSets'][number]

/** An alternative that only unseen claims spoke for is gone with them, and a set that is left without two. */
function seenSet(set: ConflictSetDraft, claims: ReadonlySet<string>): ConflictSetDraft[] {
  const alternatives = set.alternatives.flatMap((alternative) => {
    const seen = alternative.claims.filter((key) => claims.has(key))
    const isGone = seen.length === 0 && alternative.claims.length > 0
    return isGone ? [] : [{ ...alternative, claims: seen }]
  })
  if (alternatives.length < 2) return []
  const decided = alternatives.some(({ key }) => key === set.decided)
  return [
    {
      ...set,
      alternatives,
      decided: decided ? set.decided : null,
      decidedWhy: decided ? set.decidedWhy : null,
    },
  ]
}

/** The claims without references to claims that are not among them. */
function freed(claims: ClaimDraft[]): ClaimDraft[] {
  const there = keysOf(claims)
  const kept = (key: string | null) => (key !== null && there.has(key) ? key : null)
  return claims.map((claim) => ({
    ...claim,
    supersededBy: kept(claim.supersededBy),
    denies: kept(claim.denies),
  }))
}

const keysOf = (things: readonly { key: string }[]): Set<string> => new Set(things.map(({ key }) => key))
