import type { CasualtyClaim } from './figure'
import { toInterval } from './interval'
import { compareKeys } from './key-order'
import { cellSlot } from './people-lattice'
import { sift } from './standing'

/** A link that a person may accept: `claim` is superseded by `by`. */
export interface ProposedLink {
  claim: string
  by: string
}

/**
 * The same speaker saying the same cell on a later day: each such claim is proposed as superseded by the next.
 * Only a proposal: time alone supersedes nobody. Additions and moves build on what was said, so they take no part;
 * nor do datasets, whose new edition is an import and not a correction of a word.
 */
export function proposeSuperseded(claims: readonly CasualtyClaim[]): ProposedLink[] {
  const lines = new Map<string, CasualtyClaim[]>()
  for (const claim of sift(claims).standing) {
    if (claim.saidOn === null || claim.fromDataset || !toInterval(claim.count, false)) continue
    if (claim.basis !== 'total' && claim.basis !== 'of-which') continue
    const line = `${claim.speaker}\u0000${cellSlot(claim.cell).key}`
    lines.set(line, [...(lines.get(line) ?? []), claim])
  }
  return [...lines.values()].flatMap(linksAlong).sort((a, b) => compareKeys(a.claim, b.claim))
}

function linksAlong(line: readonly CasualtyClaim[]): ProposedLink[] {
  const inTime = [...line].sort(
    (a, b) => compareKeys(a.saidOn ?? '', b.saidOn ?? '') || compareKeys(a.key, b.key),
  )
  return inTime.flatMap((claim) => {
    const next = inTime.find((other) => later(other, claim) && other.statement !== claim.statement)
    return next ? [{ claim: claim.key, by: next.key }] : []
  })
}

function later(a: CasualtyClaim, b: CasualtyClaim): boolean {
  return (a.saidOn ?? '') > (b.saidOn ?? '')
}
