import type { IncidentGroup } from '@/lib/analysis/listed'
import type { Bucket } from '@/lib/analysis/summary'
import type { Order } from '@/lib/analysis/view'

/** A heading of the list and where it and its incidents stand: rows count headings and incidents, in the list's order. */
export interface LaidGroup extends IncidentGroup {
  count: number
  /** Row of the heading; its incidents follow. */
  row: number
  /** How many incidents stand before it. */
  before: number
}

/** Every heading in its place: the whole length of the list is known from the counts, before any content. */
export function layOut(groups: readonly IncidentGroup[]): LaidGroup[] {
  let before = 0
  return groups.map((group, at) => {
    const count = group.whole + group.reachingBeyond
    const laid = { ...group, count, row: before + at, before }
    before += count
    return laid
  })
}

export function totals(groups: readonly LaidGroup[]): { rows: number; incidents: number } {
  const last = groups.at(-1)
  return last
    ? { rows: last.row + last.count + 1, incidents: last.before + last.count }
    : { rows: 0, incidents: 0 }
}

/** Index of the group that a row belongs to. */
export function groupAt(groups: readonly LaidGroup[], row: number): number {
  let [low, high] = [0, groups.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((groups[middle]?.row ?? 0) <= row) low = middle
    else high = middle - 1
  }
  return low
}

/** The first heading of each month, for jumping. */
export function monthsOf(groups: readonly LaidGroup[]): LaidGroup[] {
  return groups.filter((group, at) => groups[at - 1]?.start.slice(0, 7) !== group.start.slice(0, 7))
}

/** A place in the list from which contents can be asked for: the incidents of `within` after `cursor`. */
export interface Anchor {
  within: Bucket | null
  cursor: string | null
}

/** The first incident of every heading, from which the list can be read on to its end. */
export function anchorsOf(groups: readonly IncidentGroup[], order: Order): Map<number, Anchor> {
  const last = groups.at(-1)
  if (!last) return new Map()
  return new Map(
    layOut(groups).map(({ start, end, before }) => {
      const within = order === 'newest' ? { start: last.start, end } : { start, end: last.end }
      return [before, { within, cursor: null }]
    }),
  )
}

/** The nearest anchor at or before an incident. */
export function anchorFor(anchors: ReadonlyMap<number, Anchor>, incident: number): [number, Anchor] | null {
  let best: [number, Anchor] | null = null
  for (const [at, anchor] of anchors) if (at <= incident && (!best || at > best[0])) best = [at, anchor]
  return best
}
