import { grouped } from '@/app/_ui/grouped'
import type {
  DetailClaim,
  DetailReport,
  DetailSite,
  DetailStatement,
  IncidentDetail,
} from '@/lib/analysis/incident-detail'

/** An incident's things by their keys, for parts of the page that name one another. */
export interface Book {
  claims: Map<string, DetailClaim>
  statements: Map<string, DetailStatement>
  reports: Map<string, DetailReport>
  parties: Map<string, IncidentDetail['parties'][number]>
  sites: Map<string, DetailSite>
  /** Claims that deny a claim, by the key of the denied one. */
  deniedBy: Map<string, DetailClaim[]>
  /** Claims of conflict sets that nobody has decided. */
  undecided: Set<string>
}

/** The book of an incident and of the episodes it belongs to. */
export function bookOf(incident: IncidentDetail): Book {
  const claims = [...incident.claims, ...incident.episodes.flatMap((episode) => episode.claims)]
  const open = incident.conflictSets.filter((set) => set.decided === null)
  return {
    claims: byKey(claims),
    statements: byKey(incident.statements),
    reports: byKey(incident.reports),
    parties: byKey(incident.parties),
    sites: byKey(incident.where.sites),
    deniedBy: grouped(
      claims.filter((claim) => claim.denies !== null),
      (claim) => claim.denies ?? '',
    ),
    undecided: new Set(open.flatMap((set) => set.alternatives.flatMap((one) => one.claims))),
  }
}

const byKey = <T extends { key: string }>(things: T[]): Map<string, T> =>
  new Map(things.map((thing) => [thing.key, thing]))
