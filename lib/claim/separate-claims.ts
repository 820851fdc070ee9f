import type { SpokenClaim } from './spoken-claim'

/** Claims whose numbers no other claims enter into, and the groups that their slots are of. */
export interface Strand {
  claims: readonly SpokenClaim[]
  groups: ReadonlySet<string>
}

/**
 * Claims by what they can make a difference to. The numbers of a group (an outcome and unit) rest on its own claims only,
 * but for a move, which ties the group that people leave to the one they come to, and for a denial, which ties
 * its own to that of the claim it denies.
 */
export function strandsOf(claims: readonly SpokenClaim[]): Strand[] {
  const tied = new Map<string, string>()
  const headOf = (group: string): string => {
    const next = tied.get(group)
    return next === undefined ? group : headOf(next)
  }
  const tie = (a: string, b: string) => {
    const [from, to] = [headOf(a), headOf(b)]
    if (from !== to) tied.set(from, to)
  }
  const groupByKey = new Map(claims.map(({ claim, slot }) => [claim.key, slot.group]))
  for (const { claim, slot, from } of claims) {
    if (from) tie(slot.group, from.group)
    const denied = claim.denies === null ? undefined : groupByKey.get(claim.denies)
    if (denied !== undefined) tie(slot.group, denied)
  }
  const strands = new Map<string, { claims: SpokenClaim[]; groups: Set<string> }>()
  for (const spoken of claims) {
    const head = headOf(spoken.slot.group)
    const strand = strands.get(head) ?? { claims: [], groups: new Set() }
    strands.set(head, strand)
    strand.claims.push(spoken)
    for (const { group } of [spoken.slot, ...(spoken.from ? [spoken.from] : [])]) strand.groups.add(group)
  }
  return [...strands.values()]
}
