/** `from` is marked a duplicate of `to`. */
export interface DuplicateLink {
  from: number
  to: number
}

/**
 * Of incidents that are one happening, all but one: those not to count. Links join whole groups (a of b, b of c); a
 * group is counted by the incident that is itself a duplicate of none, of several or none such by the oldest record.
 */
export function notCounted(links: DuplicateLink[]): number[] {
  const groups = new Map<number, Set<number>>()
  for (const { from, to } of links) {
    const joined = new Set([...(groups.get(from) ?? [from]), ...(groups.get(to) ?? [to])])
    for (const id of joined) groups.set(id, joined)
  }
  const duplicates = new Set(links.map((link) => link.from))
  const leftOut: number[] = []
  for (const group of new Set(groups.values())) {
    const ids = [...group].sort((a, b) => a - b)
    const counted = ids.find((id) => !duplicates.has(id)) ?? ids[0]
    leftOut.push(...ids.filter((id) => id !== counted))
  }
  return leftOut
}
