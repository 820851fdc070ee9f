import type { TimeWindow } from '@/lib/analysis/facts/time-window'

/** The closest that a timeline zooms: a single day fills it. */
const LEAST_DAYS = 1

/** The window moved on by a share of itself, as far as there is anything to see. */
export function panned({ from, to }: TimeWindow, share: number, extent: TimeWindow): TimeWindow {
  const days = to - from
  const by = clamp((to - from) * share, extent.from - from, extent.to - to)
  return { from: from + by, to: from + by + days }
}

/** The window `factor` times as long, with the day at `at` (0 its first, 1 its last) where it was. */
export function zoomed({ from, to }: TimeWindow, factor: number, at: number, extent: TimeWindow): TimeWindow {
  const all = extent.to - extent.from
  const days = clamp((to - from) * factor, Math.min(LEAST_DAYS, all), all)
  const first = clamp(from + (to - from - days) * at, extent.from, extent.to - days)
  return { from: first, to: first + days }
}

/** Where the ends cross, nothing is left to move: the window then stays at the first. */
const clamp = (number: number, least: number, most: number): number =>
  most < least ? 0 : Math.min(most, Math.max(least, number))
