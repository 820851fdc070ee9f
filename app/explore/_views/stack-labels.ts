/** Where a label stands: how far along, and in which line of its lane. */
export interface Placed {
  id: number
  along: number
  line: number
}

/**
 * Puts labels of one width side by side where there is room, else into another line; those that find none are left out.
 * `along` is where a label would begin, from 0 at the first day to `width`.
 */
export function stackLabels(
  labels: readonly { id: number; along: number }[],
  { width, label, lines }: { width: number; label: number; lines: number },
): Placed[] {
  const free = new Array<number>(lines).fill(Number.NEGATIVE_INFINITY)
  const placed: Placed[] = []
  for (const { id, along } of [...labels].sort((a, b) => a.along - b.along)) {
    const at = Math.min(Math.max(0, along), Math.max(0, width - label))
    const line = free.findIndex((end) => end <= at)
    if (line < 0) continue
    free[line] = at + label
    placed.push({ id, along: at, line })
  }
  return placed
}
