import type { ConflictSet, CountClaim } from './figure'
import { compareKeys } from './key-order'
import type { SpokenClaim } from './spoken-claim'
import type { Sifted } from './standing'
import { successor } from './standing'

/** Claims that may not hold: out for good because a person decided, or left open. */
export interface Verdicts {
  /** Claims of alternatives that a decided set did not choose. */
  decidedOut: ReadonlySet<string>
  /** The sets that nobody has decided. */
  open: readonly OpenSet[]
}

/** The worlds that open sets leave to some claims. */
export interface Ways {
  /** The sets that make a difference to them. */
  sets: readonly string[]
  /** For each way of choosing one alternative of every set: the claims that do not hold in it. */
  excluded: readonly ReadonlySet<string>[]
  /** Whether there were too many ways to look at each. */
  capped: boolean
}

/** More ways than this are not looked at one by one. */
const MOST_WAYS = 256

/** Nor so many that more claims than this are looked at in all: figures are derived at every key that is typed. */
const MOST_CLAIMS_LOOKED_AT = 10_000

export interface OpenSet {
  key: string
  alternatives: ReadonlySet<string>[]
  members: ReadonlySet<string>
}

/**
 * Rule 5: what the conflict sets decide and what they leave open. A set that names none of these claims opens none. A claim that
 * supersedes another takes its place in its alternatives. An alternative all of whose claims were rejected falls away
 * (one that names none stays: "nothing of it happened"), and a set with fewer than two left is moot.
 */
export function verdictsOf(sifted: Sifted<CountClaim>, sets: readonly ConflictSet[]): Verdicts {
  if (sets.length === 0) return { decidedOut: new Set(), open: [] }
  const known = new Map<string, CountClaim>()
  for (const group of Object.values(sifted)) for (const claim of group) known.set(claim.key, claim)
  const standing = new Set(sifted.standing.map(({ key }) => key))
  const inOrder = [...sets].sort((a, b) => compareKeys(a.key, b.key)).map((set) => readSet(set, known))
  const decidedOut = inOrder.flatMap((set) => (set.chosen ? without(set, set.chosen) : []))
  const open = inOrder
    .filter(({ chosen, members }) => !chosen && [...members].some((key) => standing.has(key)))
    .map((set) => ({ ...set, alternatives: set.alternatives.filter(isLeft) }))
    .filter(({ alternatives }) => alternatives.length > 1)
  return { decidedOut: new Set(decidedOut), open }

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

/** Claims of open sets, with the sets that name them. */
export function setsByClaim(sets: readonly OpenSet[]): Map<string, string[]> {
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

/**
 * The ways that the open sets leave to these claims, when of all claims there are `among`. Alternatives that differ in
 * other claims only are one way here, so sets that do not touch these claims make none.
 */
export function waysOf(claims: readonly SpokenClaim[], open: readonly OpenSet[], among: number): Ways {
  const here = new Set(claims.map(({ claim }) => claim.key))
  const sets = open.map((set) => within(set, here)).filter(({ alternatives }) => alternatives.length > 1)
  const most = Math.min(MOST_WAYS, Math.floor(MOST_CLAIMS_LOOKED_AT / Math.max(1, among)))
  const keys = sets.map(({ key }) => key)
  const all = sets.reduce((product, { alternatives }) => product * alternatives.length, 1)
  if (all <= most) return { sets: keys, excluded: sets.reduce(chooseEach, [new Set()]), capped: false }
  const alone = sets.reduce((sum, { alternatives }) => sum + 2 * alternatives.length, 0)
  return { sets: keys, excluded: alone <= most ? oneByOne(sets) : inStep(sets), capped: true }
}

function within({ key, alternatives, members }: OpenSet, here: ReadonlySet<string>): OpenSet {
  const held = (claims: ReadonlySet<string>) => new Set([...claims].filter((claim) => here.has(claim)))
  const distinct = new Map(
    alternatives.map(held).map((each) => [[...each].sort(compareKeys).join(' '), each]),
  )
  return { key, alternatives: [...distinct.values()], members: held(members) }
}

function chooseEach(worlds: ReadonlySet<string>[], set: OpenSet): ReadonlySet<string>[] {
  return worlds.flatMap((world) =>
    set.alternatives.map((chosen) => new Set([...world, ...without(set, chosen)])),
  )
}

/** Too many ways: each set is tried alone, while of all the others once nothing and once everything holds. */
function oneByOne(sets: readonly OpenSet[]): ReadonlySet<string>[] {
  return sets.flatMap((set) => {
    const others = sets.filter((other) => other !== set).flatMap(({ members }) => [...members])
    return set.alternatives.flatMap((chosen) => {
      const out = without(set, chosen)
      return [new Set(out), new Set([...out, ...others.filter((key) => !chosen.has(key))])]
    })
  })
}

/** Too many even for that: the first alternative of every set, the second of every set and so on; all, and none. */
function inStep(sets: readonly OpenSet[]): ReadonlySet<string>[] {
  const steps = Math.max(...sets.map(({ alternatives }) => alternatives.length))
  const nth = (set: OpenSet, step: number) => set.alternatives[step % set.alternatives.length] ?? new Set()
  return [
    ...Array.from(
      { length: steps },
      (_, step) => new Set(sets.flatMap((set) => without(set, nth(set, step)))),
    ),
    new Set<string>(),
    new Set(sets.flatMap(({ members }) => [...members])),
  ]
}

function without(set: OpenSet, chosen: ReadonlySet<string>): string[] {
  return [...set.members].filter((key) => !chosen.has(key))
}

/** The claims that hold in a world. */
export function holdingIn(claims: readonly SpokenClaim[], out: ReadonlySet<string>): SpokenClaim[] {
  return out.size === 0 ? [...claims] : claims.filter(({ claim }) => !out.has(claim.key))
}
