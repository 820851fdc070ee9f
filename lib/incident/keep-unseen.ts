import { withAudience } from '@/lib/access/audience'
import type { ClaimDraft } from '@/lib/claim/draft'
import type { IncidentDraft } from './draft'
import { unseenKey } from './row-key'

/** An incident as it is stored, and as the editor of a draft saw it. */
interface Before {
  stored: IncidentDraft
  seen: IncidentDraft
}

/**
 * The draft of an editor with all that they did not see of the incident put back where it was: claims, members of
 * conflict sets, links between claims. What is put back is named by keys of `unseenKey`, which no draft can have.
 */
export function keepUnseen(draft: IncidentDraft, { stored, seen }: Before): IncidentDraft {
  return {
    ...draft,
    claims: keepUnseenClaims(draft.claims, stored.claims, seen.claims),
    conflictSets: keepUnseenSets(draft, stored, seen),
  }
}

/** The claims of a draft with those put back, in their places, that its editor did not see. */
export function keepUnseenClaims(
  draft: readonly ClaimDraft[],
  stored: readonly ClaimDraft[],
  seen: readonly ClaimDraft[],
): ClaimDraft[] {
  const seenByKey = new Map(seen.map((claim) => [claim.key, claim]))
  const storedByKey = new Map(stored.map((claim) => [claim.key, claim]))
  const there = new Set(draft.map(({ key }) => key))
  const isUnseen = (key: string) => storedByKey.has(key) && !seenByKey.has(key)
  const nameOf = (key: string | null) =>
    key === null ? null : isUnseen(key) ? unseenKey(key) : there.has(key) ? key : null
  const kept = draft.map((claim) => withUnseenLinks(claim, seenByKey, storedByKey, nameOf))
  const result = [...kept]
  let after = 0
  for (const claim of stored) {
    const at = result.findIndex(({ key }) => key === claim.key && seenByKey.has(key))
    if (at >= 0) after = at + 1
    if (!isUnseen(claim.key)) continue
    result.splice(after, 0, asUnseen(claim, nameOf))
    after += 1
  }
  return result
}

/** A link to a claim that the editor did not see stays, unless they set another in its place. */
function withUnseenLinks(
  claim: ClaimDraft,
  seen: ReadonlyMap<string, ClaimDraft>,
  stored: ReadonlyMap<string, ClaimDraft>,
  nameOf: (key: string | null) => string | null,
): ClaimDraft {
  const before = seen.has(claim.key) ? stored.get(claim.key) : undefined
  if (!before) return withAudience(claim, undefined)
  const hidden = (field: 'supersededBy' | 'denies') =>
    seen.get(claim.key)?.[field] === null ? nameOf(before[field]) : null
  return {
    ...withAudience(claim, before),
    supersededBy: claim.supersededBy ?? hidden('supersededBy'),
    denies: claim.denies ?? hidden('denies'),
  }
}

function asUnseen(claim: ClaimDraft, nameOf: (key: string | null) => string | null): ClaimDraft {
  const { says } = claim
  const row = (key: string | null) => (key === null ? null : unseenKey(key))
  return {
    ...claim,
    key: unseenKey(claim.key),
    statement: unseenKey(claim.statement),
    report: row(claim.report),
    supersededBy: nameOf(claim.supersededBy),
    denies: nameOf(claim.denies),
    says: {
      ...says,
      ...('site' in says ? { site: row(says.site) } : {}),
      ...('party' in says ? { party: row(says.party) } : {}),
      ...('owner' in says ? { owner: row(says.owner) } : {}),
    } as ClaimDraft['says'],
  }
}

type ConflictSetDraft = IncidentDraft['conflictSets'][number]

/** Sets too keep what the editor did not see of them, and one that they removed keeps only that. */
function keepUnseenSets(
  draft: IncidentDraft,
  stored: IncidentDraft,
  seen: IncidentDraft,
): ConflictSetDraft[] {
  const seenClaims = new Set(seen.claims.map(({ key }) => key))
  const storedSets = new Map(stored.conflictSets.map((set) => [set.key, set]))
  const seenSets = new Map(seen.conflictSets.map((set) => [set.key, set]))
  const there = new Set(draft.claims.map(({ key }) => key))
  const nameAll = (keys: string[]) =>
    keys.flatMap((key) => (!seenClaims.has(key) ? [unseenKey(key)] : there.has(key) ? [key] : []))
  const unseenOf = (keys: string[]) => nameAll(keys.filter((key) => !seenClaims.has(key)))
  const kept = draft.conflictSets.map((set): ConflictSetDraft => {
    const before = storedSets.get(set.key)
    const shown = seenSets.get(set.key)
    if (!before || !shown) return set
    return mergeSet(set, before, shown, unseenOf, nameAll)
  })
  const keptKeys = new Set(kept.map(({ key }) => key))
  const removed = stored.conflictSets.flatMap((set) => {
    if (seenSets.has(set.key) && keptKeys.has(set.key)) return []
    const names = seenSets.has(set.key) ? unseenOf : nameAll
    const alternatives = set.alternatives.map((one) => ({ ...one, claims: names(one.claims) }))
    const rest = seenSets.has(set.key) ? alternatives.filter(({ claims }) => claims.length > 0) : alternatives
    return rest.length === 0 ? [] : [{ ...set, key: unseenKey(set.key), alternatives: rest }]
  })
  return [...kept, ...removed]
}

/** Alternatives that the editor did not see stand where they stood; the others are as they left them. */
function mergeSet(
  set: ConflictSetDraft,
  before: ConflictSetDraft,
  shown: ConflictSetDraft,
  unseenOf: (keys: string[]) => string[],
  nameAll: (keys: string[]) => string[],
): ConflictSetDraft {
  const shownKeys = new Set(shown.alternatives.map(({ key }) => key))
  const alternatives: ConflictSetDraft['alternatives'] = before.alternatives.flatMap((alternative) => {
    if (!shownKeys.has(alternative.key)) {
      return [{ ...alternative, key: unseenKey(alternative.key), claims: nameAll(alternative.claims) }]
    }
    const mine = set.alternatives.find(({ key }) => key === alternative.key)
    const unseen = unseenOf(alternative.claims)
    if (mine) return [{ ...mine, claims: [...mine.claims, ...unseen] }]
    return unseen.length > 0 ? [{ ...alternative, key: unseenKey(alternative.key), claims: unseen }] : []
  })
  const added = set.alternatives.filter(({ key }) => !shownKeys.has(key))
  const hiddenDecision = shown.decided === null && before.decided !== null && set.decided === null
  return {
    ...set,
    alternatives: [...alternatives, ...added],
    decided: hiddenDecision ? unseenKey(before.decided ?? '') : set.decided,
    decidedWhy: hiddenDecision ? before.decidedWhy : set.decidedWhy,
  }
}
