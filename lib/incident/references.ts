import { claimProblems } from '@/lib/claim/claim-problems'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { Problem } from '@/lib/problem'
import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import { isIncidentCode } from './code'
import type { IncidentDraft } from './draft'

interface Log {
  reports: ReportDraft[]
  statements: StatementDraft[]
  incidents: IncidentDraft[]
  episodes: { key: string; incidents: string[]; claims: ClaimDraft[] }[]
}

type Path = (string | number)[]

/** Keys of the draft that nothing has, and keys that two things share; each by the path of who names it. */
export function referenceProblems(log: Log): Problem[] {
  const problems: Problem[] = []
  const reports = keysOf(log.reports, ['reports'], problems)
  const statements = keysOf(log.statements, ['statements'], problems)
  const incidents = keysOf(log.incidents, ['incidents'], problems)
  const must = (keys: Set<string>, key: string | null, path: Path) => {
    if (key !== null && !keys.has(key)) problems.push({ path, code: 'key-unknown', params: { key } })
  }
  log.statements.forEach((statement, s) => {
    statement.citedBy.forEach((key, c) => {
      must(reports, key, ['statements', s, 'citedBy', c])
    })
  })
  log.incidents.forEach((incident, i) => {
    const at: Path = ['incidents', i]
    const known = {
      reports,
      statements,
      sites: keysOf(incident.where.sites, [...at, 'where', 'sites'], problems),
      parties: keysOf(incident.parties, [...at, 'parties'], problems),
      claims: keysOf(incident.claims, [...at, 'claims'], problems),
    }
    incident.claims.forEach((claim, c) => {
      claimReferences(claim, [...at, 'claims', c], known, must)
    })
    problems.push(...claimProblems(incident.claims, [...at, 'claims']))
    problems.push(...partyProblems(incident.parties, [...at, 'parties']))
    incident.conflictSets.forEach((set, s) => {
      const alternatives = keysOf(set.alternatives, [...at, 'conflictSets', s, 'alternatives'], problems)
      must(alternatives, set.decided, [...at, 'conflictSets', s, 'decided'])
      set.alternatives.forEach((alternative, a) => {
        alternative.claims.forEach((key, k) => {
          must(known.claims, key, [...at, 'conflictSets', s, 'alternatives', a, 'claims', k])
        })
      })
    })
    incident.links.forEach((link, l) => {
      must(incidents, link.key, [...at, 'links', l, 'key'])
      if (link.key === incident.key)
        problems.push({ path: [...at, 'links', l, 'key'], code: 'link-to-itself' })
    })
  })
  problems.push(...codeProblems(log.incidents))
  keysOf(log.episodes, ['episodes'], problems)
  log.episodes.forEach((episode, e) => {
    problems.push(...memberProblems(episode.incidents, log.incidents, ['episodes', e, 'incidents']))
    const at: Path = ['episodes', e, 'claims']
    const none = new Set<string>()
    const claims = keysOf(episode.claims, at, problems)
    const known = { reports, statements, sites: none, parties: none, claims }
    episode.claims.forEach((claim, c) => {
      claimReferences(claim, [...at, c], known, must)
    })
    problems.push(...claimProblems(episode.claims, at))
  })
  return problems
}

type Known = Record<'reports' | 'statements' | 'sites' | 'parties' | 'claims', Set<string>>

function claimReferences(
  claim: ClaimDraft,
  at: Path,
  known: Known,
  must: (keys: Set<string>, key: string | null, path: Path) => void,
): void {
  must(known.statements, claim.statement, [...at, 'statement'])
  must(known.reports, claim.report, [...at, 'report'])
  must(known.claims, claim.supersededBy, [...at, 'supersededBy'])
  must(known.claims, claim.denies, [...at, 'denies'])
  const { says } = claim
  if ('site' in says) must(known.sites, says.site, [...at, 'says', 'site'])
  if ('party' in says) must(known.parties, says.party, [...at, 'says', 'party'])
  if ('owner' in says) must(known.parties, says.owner, [...at, 'says', 'owner'])
}

function keysOf(things: { key: string }[], path: Path, problems: Problem[]): Set<string> {
  const keys = new Set<string>()
  things.forEach(({ key }, i) => {
    if (keys.has(key)) problems.push({ path: [...path, i, 'key'], code: 'key-twice', params: { key } })
    keys.add(key)
  })
  return keys
}

/**
 * An episode's incidents are named by their key in this log or by the code of one already there, which only the
 * database knows; two of them at least, and not one by its key and its code.
 */
function memberProblems(members: string[], incidents: IncidentDraft[], path: Path): Problem[] {
  const keyOf = new Map(incidents.flatMap(({ key, code }) => (code === null ? [] : [[code, key] as const])))
  const keys = new Set(incidents.map(({ key }) => key))
  const problems = members.flatMap((member, m): Problem[] =>
    keys.has(member) || isIncidentCode(member)
      ? []
      : [{ path: [...path, m], code: 'key-unknown', params: { key: member } }],
  )
  const distinct = new Set(
    members.map((member) => (keys.has(member) ? member : (keyOf.get(member) ?? member))),
  )
  return distinct.size < 2 && members.length > 1
    ? [...problems, { path, code: 'episode-one-incident' }]
    : problems
}

/** An actor has one part once; two parts are two parties. */
function partyProblems(parties: IncidentDraft['parties'], path: Path): Problem[] {
  const seen = new Set<string>()
  return parties.flatMap(({ actorId, part }, p) => {
    const party = `${actorId} ${part}`
    if (!seen.has(party)) {
      seen.add(party)
      return []
    }
    return [{ path: [...path, p, 'actorId'], code: 'party-twice' }]
  })
}

function codeProblems(incidents: IncidentDraft[]): Problem[] {
  return incidents.flatMap(({ code }, i) => {
    const first = incidents.findIndex((other) => other.code === code)
    if (code === null || first === i) return []
    return [{ path: ['incidents', i, 'code'], code: 'incident-twice', params: { code } }]
  })
}
