import type { ClaimDraft } from '@/lib/claim/draft'
import type { Visibility } from '@/lib/incident/lists'
import { rowKey } from '@/lib/incident/row-key'
import type { Prisma } from '@/prisma/generated/client'
import { toCivil } from './dates'

type ClaimRow = Prisma.ClaimGetPayload<object>

const keyOrNull = (row: Parameters<typeof rowKey>[0], id: number | null) =>
  id === null ? null : rowKey(row, id)

/** A stored claim as its draft. */
export function claimOf(row: ClaimRow): ClaimDraft {
  return {
    key: rowKey('claim', row.id),
    statement: rowKey('statement', row.statementId),
    report: keyOrNull('report', row.reportId),
    quote: row.quote,
    stands: row.stands,
    note: row.note,
    rejected: row.rejected,
    rejectedWhy: row.rejectedWhy,
    supersededBy: keyOrNull('claim', row.supersededById),
    denies: keyOrNull('claim', row.deniesId),
    says: substanceOf(row),
    ...audienceOf(row),
    victims: null,
  }
}

/** The columns that say whom a row is for. */
export const audienceOf = (row: { visibility: string; named: string[]; embargo: Date | null }) => ({
  visibility: row.visibility as Visibility,
  named: row.named,
  embargo: toCivil(row.embargo),
})

function substanceOf(row: ClaimRow): ClaimDraft['says'] {
  const { operator, min, point, max, word, model } = row
  const site = keyOrNull('site', row.siteId)
  const about = keyOrNull('party', row.aboutPartyId)
  const count = { operator, min, point, max, word }
  const value = row.value as object | null
  const says =
    row.subject === 'casualties'
      ? {
          site,
          party: keyOrNull('party', row.partyId),
          status: row.personStatus,
          sexAge: row.sexAge,
          outcome: row.outcome,
          unit: row.unit,
          ...count,
          basis: row.basis,
          movedFrom: row.movedFrom,
          preferred: row.preferred,
        }
      : row.subject === 'equipment'
        ? {
            site,
            category: row.category,
            outcome: row.outcome,
            owner: keyOrNull('party', row.ownerPartyId),
            model,
            ...count,
          }
        : row.subject === 'where'
          ? { ...value, site }
          : about === null
            ? value
            : { ...value, party: about }
  return { subject: row.subject, ...says } as ClaimDraft['says']
}
