import type { FigureReason } from './figure'
import { contains, type Interval } from './interval'
import { reason } from './reason'
import { latest, type Reading } from './statements'

/** The number to show, how it was chosen, and whether it rests on "about" alone. */
export interface Best {
  best: number | null
  approximate: boolean
  reasons: FigureReason[]
}

/**
 * Rule 4: the point of the preferred claim; else the point that lies inside most statements' intervals; on a tie the
 * one said latest, then the lowest. A point outside low–high (an "at least 3" where others count five) is no candidate.
 */
export function chooseBest(readings: readonly Reading[], whole: Interval): Best {
  const chosen = preferredBest(readings) ?? voted(readings, whole)
  const { best } = chosen
  if (best === null) return { ...chosen, approximate: whole.approximate }
  const newer = newerCounts(readings, best)
  if (newer.length > 0) {
    const day = latest(newer.map(({ saidOn }) => saidOn)) ?? ''
    chosen.reasons.push(reason('newer-count', keysOf(newer), { best, day }))
  }
  const stating = readings.filter(({ interval }) => interval.points.includes(best))
  return {
    ...chosen,
    approximate: stating.length > 0 && stating.every(({ interval }) => interval.approximate),
  }
}

interface Chosen {
  best: number | null
  reasons: FigureReason[]
}

function preferredBest(readings: readonly Reading[]): Chosen | null {
  const preferred = readings.filter((reading) => reading.preferredPoint !== null)
  if (preferred.length === 0) return null
  const last = latest(preferred.map(({ saidOn }) => saidOn))
  const points = preferred
    .filter(({ saidOn }) => saidOn === last)
    .map((reading) => reading.preferredPoint ?? 0)
  const best = Math.min(...points)
  const reasons = [reason('preferred', keysOf(preferred), { best })]
  if (preferred.length > 1) reasons.push(reason('several-preferred', keysOf(preferred), { best }))
  return { best, reasons }
}

function voted(readings: readonly Reading[], whole: Interval): Chosen {
  const reasons: FigureReason[] = []
  const pointless = readings.filter(({ preferred }) => preferred)
  if (pointless.length > 0) reasons.push(reason('preferred-without-point', keysOf(pointless)))
  const candidates = whole.points.filter((point) => contains(whole, point))
  if (candidates.length === 0)
    return { best: null, reasons: [...reasons, reason('no-point', keysOf(readings))] }
  const votes = candidates.map((point) => ({ point, inside: holding(readings, point) }))
  const most = Math.max(...votes.map(({ inside }) => inside.length))
  const tied = votes.filter(({ inside }) => inside.length === most).map(({ point }) => point)
  const params = { inside: most, statements: readings.length }
  if (tied.length === 1) {
    const best = tied[0] ?? null
    if (readings.length > 1) reasons.push(reason('most-statements', [], { ...params, best: best ?? 0 }))
    return { best, reasons }
  }
  const { best, byDay } = breakTie(readings, tied)
  reasons.push(reason(byDay ? 'tie-latest' : 'tie-lowest', [], { ...params, best }))
  return { best, reasons }
}

function breakTie(readings: readonly Reading[], tied: readonly number[]): { best: number; byDay: boolean } {
  const days = tied.map((point) =>
    latest(readings.filter(({ interval }) => interval.points.includes(point)).map(({ saidOn }) => saidOn)),
  )
  const last = latest(days)
  const newest = tied.filter((_, index) => days[index] === last)
  return { best: Math.min(...newest), byDay: newest.length === 1 }
}

/** Statements said after every one that states best, and that say otherwise. */
function newerCounts(readings: readonly Reading[], best: number): Reading[] {
  const stating = readings.filter(({ interval }) => interval.points.includes(best))
  const known = latest(stating.map(({ saidOn }) => saidOn))
  if (known === null) return []
  return readings.filter(
    ({ saidOn, interval }) => saidOn !== null && saidOn > known && saysOtherwise(interval, best),
  )
}

function saysOtherwise(interval: Interval, best: number): boolean {
  if (!contains(interval, best)) return true
  return interval.kind !== 'floor' && interval.points.length > 0 && !interval.points.includes(best)
}

function holding(readings: readonly Reading[], point: number): Reading[] {
  return readings.filter(({ interval }) => contains(interval, point))
}

function keysOf(readings: readonly Reading[]): string[] {
  return readings.flatMap(({ claims }) => claims)
}
