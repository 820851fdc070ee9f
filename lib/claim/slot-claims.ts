import type { Adjustment, SlotReadings } from './adjustments'
import { combine } from './combine'
import { compareKeys } from './key-order'
import type { Slot } from './slot'
import type { SpokenClaim } from './spoken-claim'
import { type Counted, count, latest, readStatement } from './statements'

/** The claims of one slot, sorted by what they do. */
export interface SlotClaims {
  slot: Slot
  totals: Counted[]
  changes: { spoken: SpokenClaim; counted: Counted }[]
  unnumbered: SpokenClaim[]
}

/** The claims of every slot spoken of. */
export function bySlot(claims: readonly SpokenClaim[]): Map<string, SlotClaims> {
  const slots = new Map<string, SlotClaims>()
  for (const spoken of claims) {
    const { claim, slot } = spoken
    let found = slots.get(slot.key)
    if (!found) {
      found = { slot, totals: [], changes: [], unnumbered: [] }
      slots.set(slot.key, found)
    }
    const counted = count(claim)
    if (!counted) found.unnumbered.push(spoken)
    else if (claim.basis === 'total' || claim.basis === 'of-which') found.totals.push(counted)
    else found.changes.push({ spoken, counted })
  }
  return slots
}

/** One reading a statement. */
export function readingsOf({ slot, totals }: SlotClaims): SlotReadings {
  const narrowed = slot.parts.some((part) => part !== null)
  return {
    slot,
    readings: grouped(totals, ({ claim }) => claim.statement).map((all) => readStatement(all, narrowed)),
  }
}

/** One addition a statement, and for a move its two ends; retold ones count once here too. */
export function adjustmentsOf({ slot, changes }: SlotClaims): Adjustment[] {
  const alike = grouped(changes, ({ spoken: { claim, from } }) =>
    [claim.statement, claim.basis, from?.key].join('\u0000'),
  )
  return alike.flatMap((all): Adjustment[] => {
    const claims = all.map(({ counted }) => counted.claim)
    const { from } = all[0]?.spoken ?? { from: null }
    const said = {
      interval: combine(all.map(({ counted }) => counted.interval)),
      statement: claims[0]?.statement ?? '',
      speaker: claims.map(({ speaker }) => speaker).sort(compareKeys)[0] ?? '',
      saidOn: latest(claims.map(({ saidOn }) => saidOn)),
      claims: claims.map(({ key }) => key),
      preferred: claims.some(({ preferred }) => preferred),
    }
    if (from === null) return [{ ...said, kind: 'added', slot, other: null }]
    if (from.key === slot.key) return []
    return [
      { ...said, kind: 'moved-in', slot, other: from },
      { ...said, kind: 'moved-out', slot: from, other: slot },
    ]
  })
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): T[][] {
  if (all.length === 1) return [[...all]]
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return [...groups.values()]
}
