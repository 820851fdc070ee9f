import type { ClaimDraft } from '@/lib/claim/draft'
import type { SourceTruth, SpeakerTruth } from '@/lib/report/mask-source'
import type { LogDraft } from './log-draft'
import type { SiteTruth, ToldTruth, WhereTruth } from './mask-where'
import { idOfKey, type KeyedRow } from './row-key'

/** What is true of a stored incident and of what hangs on it, by the ids of rows. */
export interface Truths {
  where: WhereTruth | null
  sites: ReadonlyMap<number, SiteTruth>
  reports: ReadonlyMap<number, SourceTruth>
  statements: ReadonlyMap<number, SpeakerTruth>
  victims: ReadonlyMap<number, string[]>
  told: ReadonlyMap<number, ToldTruth>
}

/** The log with what is true in place of each mask, to be sent back as `protected`. */
export function unmasked(log: LogDraft, truths: Truths): LogDraft {
  return {
    ...log,
    reports: log.reports.map((report) => revealed('report', report, truths.reports)),
    statements: log.statements.map((statement) => revealed('statement', statement, truths.statements)),
    incidents: log.incidents.map((incident) => ({
      ...incident,
      where: {
        ...incident.where,
        ...(truths.where ? { ...truths.where, protection: 'protected' as const } : {}),
        sites: incident.where.sites.map((site) => ({ ...site, ...truthOf('site', site.key, truths.sites) })),
      },
      claims: incident.claims.map((claim) => unmaskedClaim(claim, truths)),
    })),
    episodes: log.episodes.map((episode) => ({
      ...episode,
      claims: episode.claims.map((claim) => unmaskedClaim(claim, truths)),
    })),
  }
}

/** Whether anything of the log is protected. */
export const holdsTruth = ({ where, ...maps }: Truths): boolean =>
  where !== null || Object.values(maps).some((map: ReadonlyMap<number, unknown>) => map.size > 0)

const truthOf = <T>(row: KeyedRow, key: string, truths: ReadonlyMap<number, T>): T | undefined =>
  truths.get(idOfKey(row, key) ?? 0)

function revealed<T extends { key: string }, Truth extends object>(
  row: KeyedRow,
  thing: T,
  truths: ReadonlyMap<number, Truth>,
): T {
  const truth = truthOf(row, thing.key, truths)
  return truth ? { ...thing, ...truth, protection: 'protected' } : thing
}

function unmaskedClaim(claim: ClaimDraft, { victims, told }: Truths): ClaimDraft {
  const names = truthOf('claim', claim.key, victims) ?? []
  const place = truthOf('claim', claim.key, told)
  if (!place || claim.says.subject !== 'where') return { ...claim, victims: names }
  const { quote, placeId, phrase } = place
  return { ...claim, victims: names, quote, says: { ...claim.says, placeId, phrase } }
}
