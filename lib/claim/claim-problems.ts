import type { Problem } from '@/lib/problem'
import type { ClaimDraft } from './draft'

type Path = (string | number)[]

/** What is wrong between claims of one incident: links to itself or in a circle, a cell with two preferred ones. */
export function claimProblems(claims: readonly ClaimDraft[], path: Path): Problem[] {
  return [...linkProblems(claims, path), ...preferredProblems(claims, path)]
}

function linkProblems(claims: readonly ClaimDraft[], path: Path): Problem[] {
  const next = new Map(claims.map(({ key, supersededBy }) => [key, supersededBy]))
  return claims.flatMap(({ key, supersededBy, denies }, c): Problem[] => {
    if (supersededBy === key) return [{ path: [...path, c, 'supersededBy'], code: 'claim-of-itself' }]
    if (denies === key) return [{ path: [...path, c, 'denies'], code: 'claim-of-itself' }]
    return comesBack(next, key)
      ? [{ path: [...path, c, 'supersededBy'], code: 'claim-supersede-circle' }]
      : []
  })
}

function comesBack(next: Map<string, string | null>, start: string): boolean {
  const seen = new Set<string>()
  let at = next.get(start) ?? null
  while (at !== null && at !== start && !seen.has(at)) {
    seen.add(at)
    at = next.get(at) ?? null
  }
  return at === start
}

function preferredProblems(claims: readonly ClaimDraft[], path: Path): Problem[] {
  const seen = new Set<string>()
  return claims.flatMap(({ says }, c): Problem[] => {
    if (says.subject !== 'casualties' || !says.preferred) return []
    const { site, party, status, sexAge, outcome, unit } = says
    const cell = JSON.stringify([site, party, status, sexAge, outcome, unit])
    if (!seen.has(cell)) {
      seen.add(cell)
      return []
    }
    return [{ path: [...path, c, 'says', 'preferred'], code: 'preferred-twice' }]
  })
}
