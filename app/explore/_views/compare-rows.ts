import type { Counted } from '@/lib/analysis/facts/answer'

interface Row<Name> {
  key: string
  name: Name
  counted: Counted
}

/** One thing on both sides; null where a side has no row of it. */
export interface Compared<Name> {
  key: string
  name: Name
  sides: [Counted | null, Counted | null]
}

/** So many rows of each list are compared. */
const MOST_ROWS = 12

/** The rows of both sides, those with most on either side first. */
export function pairedRows<Name>(
  kept: readonly Row<Name>[],
  current: readonly Row<Name>[],
): Compared<Name>[] {
  const rows = new Map<string, Compared<Name>>()
  for (const [side, list] of [kept, current].entries())
    for (const { key, name, counted } of list) {
      const row = rows.get(key) ?? { key, name, sides: [null, null] }
      row.sides[side as 0 | 1] = counted
      rows.set(key, row)
    }
  const most = ({ sides }: Compared<Name>) => Math.max(...sides.map((side) => side?.incidents ?? 0))
  return [...rows.values()].sort((a, b) => most(b) - most(a)).slice(0, MOST_ROWS)
}
