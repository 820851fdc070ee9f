import { contest } from './contest'
import { deriveWorld, type Surroundings } from './derive-world'
import { acrossWorlds } from './dispute'
import type { DraftFigure } from './draft-figure'
import type { ConflictSet, CountClaim, Denial, FigureReason, Numbers } from './figure'
import { compareKeys } from './key-order'
import { orderReasons, reason } from './reason'
import type { ReasonCode } from './reason-code'
import { isPart, type Lattice, type Slot } from './slot'
import type { SpokenClaim } from './spoken-claim'
import { type Sifted, sift } from './standing'
import { holdingIn, type Worlds, worldsOf } from './worlds'

/**
 * The numbers of every slot that standing claims speak of, and of their wholes, in the order of their keys.
 * Pure and total; the order of claims, denials and sets never matters.
 */
export function deriveNumbers(
  spoken: readonly SpokenClaim[],
  conflictSets: readonly ConflictSet[],
  denials: readonly Denial[],
  surroundings: Surroundings,
): { slot: Slot; numbers: Numbers }[] {
  const byKey = new Map(spoken.map((each) => [each.claim.key, each]))
  const sifted = sift([...byKey.values()].map(({ claim }) => claim))
  const worlds = worldsOf(sifted, conflictSets)
  const inOrder = sifted.standing.map(({ key }) => key).sort(compareKeys)
  const all = inOrder.flatMap((key) => byKey.get(key) ?? [])
  const claims = holdingIn(all, worlds.decidedOut)
  const drafts = deriveWorld(claims, surroundings)
  contest(drafts.values(), claims, denials)
  const settled =
    worlds.excluded.length === 0 ? drafts : disputed(drafts, claims, worlds, denials, surroundings)
  leftOut(settled, 'superseded-left-out', sifted.superseded, byKey)
  leftOut(settled, 'rejected-left-out', sifted.rejected, byKey)
  const decided = all.map(({ claim }) => claim).filter(({ key }) => worlds.decidedOut.has(key))
  leftOut(settled, 'conflict-decided', decided, byKey)
  wholeSuperseded(settled, claims, sifted, byKey, surroundings.lattice)
  return [...settled.values()].sort((a, b) => compareKeys(a.slot.key, b.slot.key)).map(finished)
}

function disputed(
  together: ReadonlyMap<string, DraftFigure>,
  claims: readonly SpokenClaim[],
  worlds: Worlds,
  denials: readonly Denial[],
  surroundings: Surroundings,
): Map<string, DraftFigure> {
  const seen = worlds.excluded.map((out) => {
    const holding = holdingIn(claims, out)
    const drafts = deriveWorld(holding, surroundings)
    contest(drafts.values(), holding, denials)
    return drafts
  })
  const sets = [...new Set([...worlds.open.values()].flat())]
  const result = new Map<string, DraftFigure>()
  for (const [key, draft] of together) {
    const touching = [...new Set(draft.claims.flatMap((claim) => worlds.open.get(claim) ?? []))]
    const named = touching.length > 0 ? touching : sets
    const views = seen.map((drafts) => drafts.get(key))
    result.set(key, acrossWorlds(views, draft, named, worlds.capped))
  }
  return result
}

/** Tells a slot of its claims that were left out, and why. */
function leftOut(
  drafts: ReadonlyMap<string, DraftFigure>,
  code: ReasonCode,
  claims: readonly CountClaim[],
  byKey: ReadonlyMap<string, SpokenClaim>,
): void {
  if (claims.length === 0) return
  const perSlot = new Map<string, string[]>()
  for (const { key } of claims) {
    const slot = byKey.get(key)?.slot.key ?? ''
    perSlot.set(slot, [...(perSlot.get(slot) ?? []), key])
  }
  for (const [slot, keys] of perSlot) drafts.get(slot)?.reasons.push(reason(code, keys, { n: keys.length }))
}

/** "8, including 2 children", and then the 8 was corrected or rejected: the 2 stands, and says so. */
function wholeSuperseded(
  drafts: ReadonlyMap<string, DraftFigure>,
  claims: readonly SpokenClaim[],
  { superseded, rejected }: Sifted<CountClaim>,
  byKey: ReadonlyMap<string, SpokenClaim>,
  lattice: Lattice,
): void {
  const fallen = [...superseded, ...rejected].flatMap(({ key }) => byKey.get(key) ?? [])
  if (fallen.length === 0) return
  for (const part of claims) {
    if (part.claim.basis !== 'of-which') continue
    const holds = (other: SpokenClaim) =>
      other.claim.statement === part.claim.statement &&
      other.claim.basis === 'total' &&
      isPart(lattice, other.slot, part.slot)
    if (!fallen.some(holds) || claims.some(holds)) continue
    drafts.get(part.slot.key)?.reasons.push(reason('whole-superseded', [part.claim.key]))
  }
}

function finished(draft: DraftFigure): { slot: Slot; numbers: Numbers } {
  const { slot, low, best, high, open, approximate, state, basis, notAttributed } = draft
  const reasons: FigureReason[] = orderReasons(draft.reasons)
  return { slot, numbers: { low, best, high, open, approximate, state, basis, notAttributed, reasons } }
}
