import type { StatementDraft } from '@/lib/report/draft'
import type { Count } from './count'
import type { ClaimDraft } from './draft'
import type { EquipmentClaim } from './equipment'
import type { CasualtyClaim, ConflictSet, CountClaim, Denial } from './figure'

interface Drafts {
  claims: readonly ClaimDraft[]
  conflictSets: readonly {
    key: string
    alternatives: { key: string; claims: string[] }[]
    decided: string | null
  }[]
}

/** What the rules of figures need of an incident, from its draft; used by the form as by the operation. */
export function figureInput(incident: Drafts, statements: readonly StatementDraft[]) {
  const byKey = new Map(statements.map((statement) => [statement.key, statement]))
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
function casualtyClaim(claim: ClaimDraft, statement: StatementDraft | undefined): CasualtyClaim | null {
  const { says } = claim
  if (says.subject !== 'casualties') return null
  const { site, party, status, sexAge, outcome, unit, basis, movedFrom, preferred } = says
  return {
    ...countClaim(claim, says, statement),
    cell: { site, party, status, sexAge, outcome, unit },
    basis,
    movedFrom,
    preferred,
  }
}

/** Null where the claim counts no equipment. */
function equipmentClaim(claim: ClaimDraft, statement: StatementDraft | undefined): EquipmentClaim | null {
  const { says } = claim
  if (says.subject !== 'equipment') return null
  const { category, outcome, owner, site, model } = says
  return { ...countClaim(claim, says, statement), cell: { category, outcome, owner, site }, model }
}

function countClaim(
  claim: ClaimDraft,
  { operator, min, point, max, word }: Count,
  statement: StatementDraft | undefined,
): CountClaim {
  return {
    key: claim.key,
    count: { operator, min, point, max, word },
    basis: 'total',
    statement: claim.statement,
    speaker: speakerOf(claim, statement),
    report: claim.report,
    saidOn: statement?.saidOn ?? null,
    fromDataset: statement?.channel === 'dataset',
    rejected: claim.rejected,
    supersededBy: claim.supersededBy,
    preferred: false,
    denies: claim.denies,
  }
}

/** An outlet speaks as itself, a person as that person; two spokesmen of one force are two speakers. */
function speakerOf(claim: ClaimDraft, statement: StatementDraft | undefined): string {
  if (!statement) return `statement:${claim.statement}`
  const { actorId, speakerName, speakerRole, channel, citedBy } = statement
  if (channel === 'outlet') return `outlet:${citedBy[0] ?? claim.report ?? ''}`
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
