import { grouped } from '@/app/_ui/grouped'
import type { DetailClaim } from '@/lib/analysis/incident-detail'
import type { Cell } from '@/lib/claim/cell'
import type { ClaimSubject } from '@/lib/claim/lists'

/** Claims that speak of one thing, to be read side by side. */
export interface ClaimGroup {
  key: string
  subject: ClaimSubject
  claims: DetailClaim[]
  /** They say different things, so that not all of it can be exact. */
  differ: boolean
}

/** Key of the thing that a claim speaks of: a cell, a kind of loss, an actor's part, the date, … */
export function thingOf({ says }: DetailClaim): string {
  switch (says.subject) {
    case 'casualties':
      return `casualties|${cellKey(says)}`
    case 'equipment':
      return `equipment|${says.category}|${says.outcome}|${says.owner ?? ''}|${says.site ?? ''}`
    case 'part':
    case 'responsibility':
      return `${says.subject}|${says.party}`
    default:
      return says.subject
  }
}

export const cellKey = ({ outcome, unit, party, site, status, sexAge }: Cell): string =>
  [outcome, unit, party, site, status, sexAge].map((part) => part ?? '').join('|')

const subjects: ClaimSubject[] = [
  'casualties',
  'equipment',
  'when',
  'where',
  'kind',
  'part',
  'responsibility',
  'motive',
]

/** Claims by the thing they speak of: people first, then equipment, then the rest; claims keep their order. */
export function groupClaims(claims: DetailClaim[]): ClaimGroup[] {
  const groups = [...grouped(claims, thingOf)].map(([key, of]): ClaimGroup => {
    const subject = (of[0] as DetailClaim).says.subject
    return { key, subject, claims: of, differ: differs(of) }
  })
  return groups.sort((a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject))
}

/** Whether standing claims of one thing say different things. A motive is words, and words always differ. */
function differs(claims: DetailClaim[]): boolean {
  const standing = claims.filter((claim) => !claim.rejected && claim.supersededBy === null)
  if (standing[0]?.says.subject === 'motive') return false
  return new Set(standing.map(saidValue)).size > 1
}

function saidValue({ says }: DetailClaim): string {
  switch (says.subject) {
    case 'casualties':
    case 'equipment':
      return [says.operator, says.min, says.point, says.max, says.word].join('|')
    case 'when':
      return [says.when.start, says.when.end, says.when.open].join('|')
    case 'where':
      return String(says.placeId ?? says.site ?? says.phrase)
    case 'part':
      return says.part
    case 'responsibility':
      return says.stance
    case 'kind':
      return says.kind
    case 'motive':
      return says.text ?? ''
  }
}
