import type { FormClaim, Substance } from './form-types'

type Casualties = Extract<Substance, { subject: 'casualties' }>

const cellParts = ['site', 'party', 'status', 'sexAge', 'outcome', 'unit'] as const

/** Marks one claim as the one that gives the best figure, or unmarks it; at most one a cell keeps the mark. */
export function withPreferred(claims: FormClaim[], key: string, preferred: boolean): FormClaim[] {
  const chosen = claims.find((claim) => claim.key === key)?.says
  if (chosen?.subject !== 'casualties') return claims
  return claims.map((claim) => {
    const { says } = claim
    if (says.subject !== 'casualties') return claim
    if (claim.key === key) return { ...claim, says: { ...says, preferred } }
    return preferred && sameCell(says, chosen) ? { ...claim, says: { ...says, preferred: false } } : claim
  })
}

const sameCell = (a: Casualties, b: Casualties) => cellParts.every((part) => a[part] === b[part])
