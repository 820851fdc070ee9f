import type { ReportDraft, StatementDraft } from '@/lib/report/draft'
import { fold } from '@/lib/text/fold'
import type { Count } from './count'
import type { ClaimDraft } from './draft'
import type { EquipmentClaim } from './equipment'
import type { CasualtyClaim, ConflictSet, CountClaim, Denial } from './figure'
import { compareKeys } from './key-order'

interface Drafts {
  claims: readonly ClaimDraft[]
  conflictSets: readonly {
    key: string
    alternatives: { key: string; claims: string[] }[]
    decided: string | null
  }[]
}

/** What tells one voice of an outlet from another's. */
type Outlet = Pick<ReportDraft, 'key' | 'outlet'>

/** A statement, and whose it is: the same key wherever the same speaker speaks. */
interface Spoken {
  statement: StatementDraft
  speaker: string
}

/** What the rules of figures need of an incident, from its draft; used by the form as by the operation. */
export function figureInput(
  incident: Drafts,
  statements: readonly StatementDraft[],
  reports: readonly Outlet[],
) {
  const outlets = new Map(reports.map(({ key, outlet }) => [key, fold(outlet)]))
  const byKey = new Map(
    statements.map((statement) => [statement.key, { statement, speaker: speakerOf(statement, outlets) }]),
  )
  const of = (claim: ClaimDraft) => byKey.get(claim.statement)
  return {
    claims: incident.claims.flatMap((claim) => casualtyClaim(claim, of(claim)) ?? []),
    equipment: incident.claims.flatMap((claim) => equipmentClaim(claim, of(claim)) ?? []),
    conflictSets: incident.conflictSets.map(
      ({ key, alternatives, decided }): ConflictSet => ({
        key,
        alternatives,
        decided,
      }),
    ),
    denials: incident.claims.flatMap((claim) => denial(claim) ?? []),
  }
}

/** Null where the claim counts no people. */
function casualtyClaim(claim: ClaimDraft, spoken: Spoken | undefined): CasualtyClaim | null {
  const { says } = claim
  if (says.subject !== 'casualties') return null
  const { site, party, status, sexAge, outcome, unit, basis, movedFrom, preferred } = says
  return {
    ...countClaim(claim, says, spoken),
    cell: { site, party, status, sexAge, outcome, unit },
    basis,
    movedFrom,
    preferred,
  }
}

/** Null where the claim counts no equipment. */
function equipmentClaim(claim: ClaimDraft, spoken: Spoken | undefined): EquipmentClaim | null {
  const { says } = claim
  if (says.subject !== 'equipment') return null
  const { category, outcome, owner, site, model } = says
  return { ...countClaim(claim, says, spoken), cell: { category, outcome, owner, site }, model }
}

function countClaim(
  claim: ClaimDraft,
  { operator, min, point, max, word }: Count,
  spoken: Spoken | undefined,
): CountClaim {
  return {
    key: claim.key,
    count: { operator, min, point, max, word },
    basis: 'total',
    statement: claim.statement,
    speaker: spoken?.speaker ?? `statement:${claim.statement}`,
    report: claim.report,
    saidOn: spoken?.statement.saidOn ?? null,
    fromDataset: spoken?.statement.channel === 'dataset',
    rejected: claim.rejected,
    supersededBy: claim.supersededBy,
    preferred: false,
    denies: claim.denies,
  }
}

/**
 * An outlet speaks as itself in all of its reports, a person as that person; two spokesmen of one force are two speakers.
 * A report whose outlet is not known yet speaks for itself.
 */
function speakerOf(statement: StatementDraft, outlets: ReadonlyMap<string, string>): string {
  const { actorId, speakerName, speakerRole, channel, citedBy } = statement
  if (channel === 'outlet') {
    const [name] = citedBy.flatMap((report) => outlets.get(report) || []).sort(compareKeys)
    return name ? `outlet:${name}` : `report:${[...citedBy].sort(compareKeys)[0] ?? statement.key}`
  }
  if (actorId === null && speakerName === null) return `statement:${statement.key}`
  return `actor:${actorId ?? ''}|${speakerName ?? ''}|${speakerName ? '' : (speakerRole ?? '')}`
}

/** A denial of responsibility contests every figure of the incident, unless it names the claim it denies. */
function denial(claim: ClaimDraft): Denial | null {
  const { says } = claim
  if (claim.rejected || claim.supersededBy !== null) return null
  if (says.subject !== 'responsibility' || says.stance !== 'denied') return null
  return { key: claim.key, denies: claim.denies === null ? 'incident' : [claim.denies] }
}
