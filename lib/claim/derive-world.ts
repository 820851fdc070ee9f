import { type Adjustment, adjustmentReasons, adjustReadings, applied, bySpeaker } from './adjustments'
import { floorOf } from './combine'
import { type DraftFigure, draftFromReadings, draftWithoutNumber } from './draft-figure'
import type { FigureReason } from './figure'
import { recordsNone } from './interval'
import { compareKeys } from './key-order'
import { reason } from './reason'
import type { Lattice, Slot } from './slot'
import { adjustmentsOf, bySlot, readingsOf, type SlotClaims } from './slot-claims'
import type { SpokenClaim } from './spoken-claim'
import { latest, type Reading } from './statements'
import { compareWithParts, disjointParts, draftFromParts } from './wholes-and-parts'

/** What is the same in every world of a derivation. */
export interface Surroundings {
  lattice: Lattice
  /** Wholes that exist as soon as one of their parts is spoken of. */
  wholesOf(slot: Slot): readonly Slot[]
}

/** Rules 1 to 4 and 6 for claims that can all be true together. One draft a slot spoken of, and their wholes. */
export function deriveWorld(claims: readonly SpokenClaim[], { lattice, wholesOf }: Surroundings) {
  const slots = bySlot(claims)
  const changes = [...slots.values()].flatMap(adjustmentsOf)
  const said = [...slots.values()].map(readingsOf)
  const { spoken, pending } =
    changes.length > 0 ? adjustReadings(said, changes, lattice) : { spoken: said, pending: [] }
  const drafts = new Map<string, DraftFigure>()
  for (const { slot, readings } of spoken) {
    if (readings.length > 0)
      drafts.set(slot.key, draftFromReadings(slot, withFloors(readings, slot, pending)))
  }
  // A change that found no earlier number is a floor of its own, but where parts can carry it.
  const spokenDrafts = [...drafts.values()]
  for (const slot of [...slots.values()].map((each) => each.slot)) {
    if (drafts.has(slot.key) || disjointParts(slot, spokenDrafts, lattice).members.length > 0) continue
    const floors = withFloors([], slot, pending)
    if (floors.length > 0) drafts.set(slot.key, draftFromReadings(slot, floors))
  }
  const own = [...drafts.values()]
  for (const draft of own) compareWithParts(draft, disjointParts(draft.slot, own, lattice))
  for (const slot of allSlots(slots, wholesOf)) {
    if (drafts.has(slot.key)) continue
    drafts.set(slot.key, fromPartsOrNone(slot, own, pending, lattice, slots.get(slot.key)))
  }
  for (const { slot, unnumbered } of slots.values()) {
    const draft = drafts.get(slot.key)
    if (draft && draft.low !== null) draft.reasons.push(...noneRecorded(unnumbered))
  }
  return drafts
}

function withFloors(
  readings: readonly Reading[],
  slot: Slot,
  pending: readonly Adjustment[],
): readonly Reading[] {
  if (pending.length === 0) return readings
  const here = pending.filter((each) => each.slot.key === slot.key && each.kind !== 'moved-out')
  return [...readings, ...[...bySpeaker(here).values()].map(asFloor)]
}

/** "Two more", when nobody said of how many before: at least two. */
function asFloor(own: readonly Adjustment[]): Reading {
  const nothing = { kind: 'range', low: 0, high: 0, open: false, points: [0], approximate: false } as const
  const claims = own.flatMap((each) => each.claims)
  const interval = floorOf(applied(nothing, own))
  const preferred = own.some((each) => each.preferred)
  return {
    interval,
    statement: own.map(({ statement }) => statement).sort(compareKeys)[0] ?? '',
    speakers: own.slice(0, 1).map(({ speaker }) => speaker),
    saidOn: latest(own.map(({ saidOn }) => saidOn)),
    fromDataset: false,
    preferred,
    preferredPoint: preferred ? (interval.points[0] ?? null) : null,
    claims,
    reasons: [reason('added-without-base', claims, { low: interval.low })],
  }
}

function allSlots(slots: ReadonlyMap<string, SlotClaims>, wholesOf: Surroundings['wholesOf']): Slot[] {
  const all = new Map<string, Slot>()
  for (const { slot } of slots.values()) {
    all.set(slot.key, slot)
    for (const whole of wholesOf(slot)) all.set(whole.key, whole)
  }
  return [...all.values()]
}

function fromPartsOrNone(
  slot: Slot,
  own: readonly DraftFigure[],
  pending: readonly Adjustment[],
  lattice: Lattice,
  claims: SlotClaims | undefined,
): DraftFigure {
  const family = disjointParts(slot, own, lattice)
  if (family.members.length === 0) return draftWithoutNumber(slot, whyNone(claims?.unnumbered ?? []))
  const here = pending.filter((each) => each.slot.key === slot.key)
  if (here.length === 0) return draftFromParts(slot, family)
  const reasons: FigureReason[] = []
  const draft = draftFromParts(slot, family, (sum) => {
    reasons.push(...adjustmentReasons(sum, here))
    return applied(sum, here)
  })
  return { ...draft, reasons: [...draft.reasons, ...reasons] }
}

function whyNone(unnumbered: readonly SpokenClaim[]): FigureReason[] {
  const recorded = noneRecorded(unnumbered)
  if (recorded.length > 0) return recorded
  return [
    reason(
      'no-number',
      unnumbered.map(({ claim }) => claim.key),
    ),
  ]
}

function noneRecorded(unnumbered: readonly SpokenClaim[]): FigureReason[] {
  const none = unnumbered.filter(({ claim }) => claim.fromDataset && recordsNone(claim.count))
  return none.length > 0
    ? [
        reason(
          'none-recorded',
          none.map(({ claim }) => claim.key),
        ),
      ]
    : []
}
