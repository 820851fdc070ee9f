import type { VirtualItem } from '@tanstack/react-virtual'
import { groupAt, type LaidGroup } from './layout'

/** A heading on the screen with those of its rows that are drawn; the heading always is, since it sticks. */
export interface DrawnGroup {
  group: LaidGroup
  items: VirtualItem[]
}

export function drawnGroups(groups: LaidGroup[], rows: VirtualItem[]): DrawnGroup[] {
  const drawn: DrawnGroup[] = []
  for (const item of rows) {
    const group = groups[groupAt(groups, item.index)]
    if (!group) continue
    if (drawn.at(-1)?.group !== group) drawn.push({ group, items: [] })
    if (item.index !== group.row) drawn.at(-1)?.items.push(item)
  }
  return drawn
}

/** First and last incident among the rows drawn; a heading stands for the incident after it. */
export function drawnIncidents(groups: LaidGroup[], rows: VirtualItem[]): [first: number, last: number] {
  const [first, last] = [rows.at(0), rows.at(-1)]
  if (!first || !last) return [0, -1]
  const headingsAbove = groupAt(groups, last.index) + 1
  const above = groupAt(groups, first.index)
  const own = groups[above]?.row === first.index ? 0 : 1
  return [first.index - above - own, last.index - headingsAbove]
}
