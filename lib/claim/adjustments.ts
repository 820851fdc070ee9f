import type { CivilDate } from '@/lib/incident/when'
import { add, combine, subtract } from './combine'
import type { FigureReason } from './figure'
import type { Interval } from './interval'
import { compareKeys } from './key-order'
import { reason } from './reason'
import { isPart, type Lattice, type Slot } from './slot'
import { latest, type Reading } from './statements'

/** An addition, or one end of a move, as one statement says it. */
export interface Adjustment {
  kind: 'added' | 'moved-in' | 'moved-out'
  slot: Slot
  /** The other end of a move. */
  other: Slot | null
  interval: Interval
  statement: string
  speaker: string
  saidOn: CivilDate | null
  claims: readonly string[]
  /** A person has preferred it: then what it makes of an earlier number is the preferred number. */
  preferred: boolean
}

/** The readings of one slot. */
export interface SlotReadings {
  slot: Slot
  readings: Reading[]
}

/**
 * Additions and moves change what was said before, and nothing else.
 *
 * Earlier is what was said on the same day or before; what has no day counts as earlier, and an addition or move that
 * has none comes after everything. A later total stands as it is, and a dataset's number, coded in hindsight, always.
 * An addition goes to its speaker's own latest earlier number of the very slot, else to everybody's earlier number. A
 * move goes to everybody's earlier numbers of its slot and of the wholes that hold it, at both its ends.
 * Returns the readings as changed, and the adjustments that found nothing in their own slot.
 */
export function adjustReadings(
  spoken: readonly SlotReadings[],
  adjustments: readonly Adjustment[],
  lattice: Lattice,
): { spoken: SlotReadings[]; pending: Adjustment[] } {
  const byReading = new Map<Reading, Adjustment[]>()
  const pending: Adjustment[] = []
  for (const adjustment of adjustments) {
    const touched = spoken.filter(({ slot }) => reaches(adjustment, slot, lattice))
    for (const { readings } of touched) {
      for (const reading of bases(readings, adjustment)) {
        byReading.set(reading, [...(byReading.get(reading) ?? []), adjustment])
      }
    }
    const own = touched.find(({ slot }) => slot.key === adjustment.slot.key)
    if (!own || bases(own.readings, adjustment).length === 0) pending.push(adjustment)
  }
  const changed = spoken.map(({ slot, readings }) => ({
    slot,
    readings: readings.map((reading) => adjust(reading, byReading.get(reading) ?? [])),
  }))
  return { spoken: changed, pending }
}

/**
 * What each speaker's adjustments make of a number. Several speakers are taken to tell of the same change, so their
 * results stand side by side and are not added to one another.
 */
export function applied(base: Interval, adjustments: readonly Adjustment[]): Interval {
  return combine([...bySpeaker(adjustments).values()].map((own) => applyOwn(base, own)))
}

/** Groups by who speaks, in the order of their keys. */
export function bySpeaker(adjustments: readonly Adjustment[]): Map<string, Adjustment[]> {
  const speakers = new Map<string, Adjustment[]>()
  for (const each of [...adjustments].sort((a, b) => compareKeys(a.speaker, b.speaker))) {
    speakers.set(each.speaker, [...(speakers.get(each.speaker) ?? []), each])
  }
  return speakers
}

/** The remarks that these adjustments leave on a number they changed. */
export function adjustmentReasons(base: Interval, adjustments: readonly Adjustment[]): FigureReason[] {
  const found = adjustments.map(({ kind, claims, interval, other }) =>
    reason(kind, claims, {
      said: howSaid(interval),
      low: interval.low,
      high: interval.high,
      outcome: other?.group.split(' ')[0] ?? '',
    }),
  )
  const keys = adjustments.flatMap(({ claims }) => claims)
  if (bySpeaker(adjustments).size > 1) found.push(reason('added-by-several', keys))
  const tooMany = adjustments.filter(({ kind, interval }) => kind === 'moved-out' && interval.low > base.high)
  if (tooMany.length > 0 && !base.open) {
    found.push(
      reason(
        'moved-more-than-counted',
        tooMany.flatMap(({ claims }) => claims),
        { high: base.high },
      ),
    )
  }
  return found
}

function howSaid({ low, high, open }: Interval): string {
  if (open) return 'at-least'
  return low === high ? 'exact' : 'range'
}

function reaches(adjustment: Adjustment, slot: Slot, lattice: Lattice): boolean {
  if (slot.key === adjustment.slot.key) return true
  return adjustment.kind !== 'added' && isPart(lattice, slot, adjustment.slot)
}

function bases(readings: readonly Reading[], { kind, saidOn, speaker }: Adjustment): Reading[] {
  const earlier = readings.filter(
    (reading) =>
      !reading.fromDataset && (saidOn === null || reading.saidOn === null || reading.saidOn <= saidOn),
  )
  const own = earlier.filter(({ speakers }) => speakers.includes(speaker))
  if (kind !== 'added' || own.length === 0) return earlier
  const last = latest(own.map((reading) => reading.saidOn))
  return own.filter((reading) => reading.saidOn === last)
}

function adjust(reading: Reading, adjustments: readonly Adjustment[]): Reading {
  if (adjustments.length === 0) return reading
  const interval = applied(reading.interval, adjustments)
  const preferred = adjustments.some((each) => each.preferred && each.kind !== 'moved-out')
  const point = reading.preferredPoint
  const kept = point === null ? null : (applied(exactly(point), adjustments).points[0] ?? null)
  return {
    ...reading,
    interval,
    preferred: reading.preferred || preferred,
    preferredPoint: kept ?? (preferred ? (interval.points[0] ?? null) : null),
    saidOn: latest([reading.saidOn, ...adjustments.map(({ saidOn }) => saidOn)]),
    speakers: [...new Set([...reading.speakers, ...adjustments.map(({ speaker }) => speaker)])].sort(
      compareKeys,
    ),
    claims: [...new Set([...reading.claims, ...adjustments.flatMap(({ claims }) => claims)])],
    reasons: [...reading.reasons, ...adjustmentReasons(reading.interval, adjustments)],
  }
}

function exactly(point: number): Interval {
  return { kind: 'range', low: point, high: point, open: false, points: [point], approximate: false }
}

/** All that comes in before all that goes out: so the order in which they were said never matters. */
function applyOwn(base: Interval, own: readonly Adjustment[]): Interval {
  const grown = own
    .filter(({ kind }) => kind !== 'moved-out')
    .reduce((sum, { interval }) => add(sum, interval), base)
  return own
    .filter(({ kind }) => kind === 'moved-out')
    .reduce((sum, { interval }) => subtract(sum, interval), grown)
}
