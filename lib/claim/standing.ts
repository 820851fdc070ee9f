import type { CountClaim } from './figure'

/** Claims that stand, and those that rule 1 leaves out. */
export interface Sifted<C> {
  standing: C[]
  superseded: C[]
  rejected: C[]
}

/**
 * Rule 1: leave out rejected claims, and those that a claim which was not itself rejected supersedes, directly or
 * down the line: rejecting a correction brings back what it corrected. A link to a claim that is not among these
 * holds; a link that leads back to its own start does not.
 */
export function sift<C extends CountClaim>(claims: readonly C[]): Sifted<C> {
  const sifted: Sifted<C> = { standing: [], superseded: [], rejected: [] }
  const byKey = new Map<string, C>()
  for (const claim of claims) byKey.set(claim.key, claim)
  for (const claim of byKey.values()) {
    if (claim.rejected) sifted.rejected.push(claim)
    else if (claim.supersededBy !== null && successor(claim, byKey) !== null) sifted.superseded.push(claim)
    else sifted.standing.push(claim)
  }
  return sifted
}

/** Key of the nearest claim that takes this one's place; null if there is none. */
export function successor(claim: CountClaim, byKey: ReadonlyMap<string, CountClaim>): string | null {
  const seen = new Set<string>()
  let next = claim.supersededBy
  let nearest: string | null = null
  while (next !== null && !seen.has(next)) {
    if (next === claim.key) return null
    seen.add(next)
    const found = byKey.get(next)
    if (!found?.rejected) nearest ??= next
    next = found?.supersededBy ?? null
  }
  return nearest
}
