import { contest } from './contest'
import { deriveWorld, type Surroundings } from './derive-world'
import { acrossWorlds } from './dispute'
import type { DraftFigure } from './draft-figure'
import type { ConflictSet, CountClaim, Denial, FigureReason, Numbers } from './figure'
import { compareKeys } from './key-order'
import { orderReasons, reason } from './reason'
import type { ReasonCode } from './reason-code'
import { strandsOf } from './separate-claims'
import { isPart, type Lattice, type Slot } from './slot'
import type { SpokenClaim } from './spoken-claim'
import { type Sifted, sift } from './standing'
import { holdingIn, type OpenSet, setsByClaim, verdictsOf, waysOf } from './worlds'

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
  const { decidedOut, open } = verdictsOf(sifted, conflictSets)
  const inOrder = sifted.standing.map(({ key }) => key).sort(compareKeys)
  const all = inOrder.flatMap((key) => byKey.get(key) ?? [])
  const claims = holdingIn(all, decidedOut)
  const drafts = deriveWorld(claims, surroundings)
  contest(drafts.values(), claims, denials)
  const settled = open.length === 0 ? drafts : disputed(drafts, claims, open, denials, surroundings)
  leftOut(settled, 'superseded-left-out', sifted.superseded, byKey)
  leftOut(settled, 'rejected-left-out', sifted.rejected, byKey)
  const decided = all.map(({ claim }) => claim).filter(({ key }) => decidedOut.has(key))
  leftOut(settled, 'conflict-decided', decided, byKey)
  wholeSuperseded(settled, claims, sifted, byKey, surroundings.lattice)
  return [...settled.values()].sort((a, b) => compareKeys(a.slot.key, b.slot.key)).map(finished)
}

/** Strand by strand: what is open elsewhere makes no difference to a number. */
function disputed(
  together: ReadonlyMap<string, DraftFigure>,
  claims: readonly SpokenClaim[],
  open: readonly OpenSet[],
  denials: readonly Denial[],
  surroundings: Surroundings,
): Map<string, DraftFigure> {
  const result = new Map(together)
  const setsOf = setsByClaim(open)
  for (const strand of strandsOf(claims)) {
    const { sets, excluded, capped } = waysOf(strand.claims, open, claims.length)
    if (sets.length === 0) continue
    const seen = excluded.map((out) => {
      const holding = holdingIn(strand.claims, out)
      const drafts = deriveWorld(holding, surroundings)
      contest(drafts.values(), holding, denials)
      return drafts
    })
    for (const [key, draft] of together) {
      if (!strand.groups.has(draft.slot.group)) continue
      const touching = [...new Set(draft.claims.flatMap((claim) => setsOf.get(claim) ?? []))]
      const touched = touching.length > 0
      const views = seen.map((drafts) => drafts.get(key))
      result.set(key, acrossWorlds(views, draft, touched ? touching : sets, { capped, touched }))
    }
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
