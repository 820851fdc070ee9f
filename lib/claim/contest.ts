import type { DraftFigure } from './draft-figure'
import type { Denial } from './figure'
import { reason } from './reason'
import type { SpokenClaim } from './spoken-claim'

/** Who denies what: by claim, by slot, and the incident as a whole. */
interface Denied {
  claims: ReadonlyMap<string, readonly string[]>
  slots: ReadonlyMap<string, readonly string[]>
  everything: readonly string[]
}

/**
 * Rule 2 on denials: they change no number and mark as contested every figure that rests on what they name.
 * A figure that an undecided conflict set leaves open stays disputed: that says more.
 */
export function contest(
  drafts: Iterable<DraftFigure>,
  claims: readonly SpokenClaim[],
  denials: readonly Denial[],
): void {
  const denied = gather(claims, denials)
  if (denied.claims.size === 0 && denied.slots.size === 0 && denied.everything.length === 0) return
  for (const draft of drafts) {
    if (draft.low === null) continue
    const by = new Set([
      ...denied.everything,
      ...(denied.slots.get(draft.slot.key) ?? []),
      ...draft.claims.flatMap((key) => denied.claims.get(key) ?? []),
    ])
    if (by.size === 0) continue
    if (draft.state !== 'disputed') draft.state = 'contested'
    draft.reasons.push(reason('contested', by, { denials: by.size }))
  }
}

function gather(claims: readonly SpokenClaim[], denials: readonly Denial[]): Denied {
  const byClaim = new Map<string, string[]>()
  const bySlot = new Map<string, string[]>()
  const everything: string[] = []
  for (const { claim, slot } of claims) {
    if (claim.count.operator !== 'denial') continue
    if (claim.denies === null) put(bySlot, slot.key, claim.key)
    else put(byClaim, claim.denies, claim.key)
  }
  for (const { key, denies } of denials) {
    if (denies === 'incident') everything.push(key)
    else for (const claim of denies) put(byClaim, claim, key)
  }
  return { claims: byClaim, slots: bySlot, everything }
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...(map.get(key) ?? []), value])
}
