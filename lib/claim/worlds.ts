import type { ConflictSet, CountClaim } from './figure'
import { compareKeys } from './key-order'
import type { SpokenClaim } from './spoken-claim'
import type { Sifted } from './standing'
import { successor } from './standing'

/** Claims that may not hold: out for good because a person decided, or out in some worlds only. */
export interface Worlds {
  /** Claims of alternatives that a decided set did not choose. */
  decidedOut: ReadonlySet<string>
  /** For each way of choosing one alternative of every undecided set: the claims that do not hold in it. */
  excluded: readonly ReadonlySet<string>[]
  /** Claims of undecided sets, with the sets that name them. */
  open: ReadonlyMap<string, readonly string[]>
  /** Whether there were too many ways to look at each. */
  capped: boolean
}

/** More ways than this are not looked at one by one. */
const MAX_WORLDS = 256

interface OpenSet {
  key: string
  alternatives: ReadonlySet<string>[]
  members: ReadonlySet<string>
}

/**
 * Rule 5: the worlds that the conflict sets leave open. A set that names none of these claims opens none. A claim that
 * supersedes another takes its place in its alternatives. An alternative all of whose claims were rejected falls away
 * (one that names none stays: "nothing of it happened"), and a set with fewer than two left is moot.
 */
export function worldsOf(sifted: Sifted<CountClaim>, sets: readonly ConflictSet[]): Worlds {
  if (sets.length === 0) return { decidedOut: new Set(), open: new Map(), excluded: [], capped: false }
  const known = new Map<string, CountClaim>()
  for (const group of Object.values(sifted)) for (const claim of group) known.set(claim.key, claim)
  const standing = new Set(sifted.standing.map(({ key }) => key))
  const inOrder = [...sets].sort((a, b) => compareKeys(a.key, b.key)).map((set) => readSet(set, known))
  const decidedOut = inOrder.flatMap((set) => (set.chosen ? without(set, set.chosen) : []))
  const undecided = inOrder
    .filter(({ chosen, members }) => !chosen && [...members].some((key) => standing.has(key)))
    .map((set) => ({ ...set, alternatives: set.alternatives.filter(isLeft) }))
    .filter(({ alternatives }) => alternatives.length > 1)
  return { decidedOut: new Set(decidedOut), open: setsByClaim(undecided), ...ways(undecided) }

  function isLeft(claims: ReadonlySet<string>): boolean {
    return claims.size === 0 || [...claims].some((key) => standing.has(key) || !known.has(key))
  }
}

function readSet(
  { key, alternatives, decided }: ConflictSet,
  known: ReadonlyMap<string, CountClaim>,
): OpenSet & { chosen: ReadonlySet<string> | null } {
  const read = alternatives.map((each) => ({ key: each.key, claims: inPlace(each.claims, known) }))
  return {
    key,
    alternatives: read.map(({ claims }) => claims),
    members: new Set(read.flatMap(({ claims }) => [...claims])),
    chosen: read.find((each) => each.key === decided)?.claims ?? null,
  }
}

function setsByClaim(sets: readonly OpenSet[]): Map<string, string[]> {
  const open = new Map<string, string[]>()
  for (const { key, members } of sets) {
    for (const member of members) open.set(member, [...(open.get(member) ?? []), key])
  }
  return open
}

/** The claims of an alternative, each superseded one replaced by the claim that took its place. */
function inPlace(claims: readonly string[], known: ReadonlyMap<string, CountClaim>): ReadonlySet<string> {
  return new Set(
    claims.map((key) => {
      const claim = known.get(key)
      if (!claim || claim.rejected || claim.supersededBy === null) return key
      return successor(claim, known) ?? key
    }),
  )
}

function ways(sets: readonly OpenSet[]): Pick<Worlds, 'excluded' | 'capped'> {
  if (sets.length === 0) return { excluded: [], capped: false }
  const count = sets.reduce((product, { alternatives }) => product * alternatives.length, 1)
  if (count > MAX_WORLDS) return { excluded: oneByOne(sets), capped: true }
  return { excluded: sets.reduce<ReadonlySet<string>[]>(chooseEach, [new Set()]), capped: false }
}

function chooseEach(worlds: ReadonlySet<string>[], set: OpenSet): ReadonlySet<string>[] {
  return worlds.flatMap((world) =>
    set.alternatives.map((chosen) => new Set([...world, ...without(set, chosen)])),
  )
}

/** Too many sets: each is tried alone, while of all the others once nothing and once everything holds. */
function oneByOne(sets: readonly OpenSet[]): ReadonlySet<string>[] {
  return sets.flatMap((set) => {
    const others = sets.filter((other) => other !== set).flatMap(({ members }) => [...members])
    return set.alternatives.flatMap((chosen) => {
      const out = without(set, chosen)
      return [new Set(out), new Set([...out, ...others.filter((key) => !chosen.has(key))])]
    })
  })
}

function without(set: OpenSet, chosen: ReadonlySet<string>): string[] {
  return [...set.members].filter((key) => !chosen.has(key))
}

/** The claims that hold in a world. */
export function holdingIn(claims: readonly SpokenClaim[], out: ReadonlySet<string>): SpokenClaim[] {
  return out.size === 0 ? [...claims] : claims.filter(({ claim }) => !out.has(claim.key))
}
