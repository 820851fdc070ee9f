import type { Casualties, Total } from './summary'

export const noTotal = (): Total => ({
  low: 0,
  best: 0,
  high: 0,
  open: false,
  disputed: { count: 0, low: 0, high: 0 },
  notCollected: 0,
})

export const noCasualties = (): Casualties => ({ killed: noTotal(), wounded: noTotal() })

/**
 * Whether a total of some of the incidents tells nothing since nobody collects it: all of them, or, where it rests on
 * none, all that are counted, are of datasets without this outcome, and nothing was told besides. A 0 would be a claim that
 * nobody made.
 */
export function isNotCollected(
  total: Total,
  incidents: number | null,
  whole: { total: Total; incidents: number },
): boolean {
  if (total.low > 0 || total.best !== 0 || total.high > 0 || total.open || total.disputed.count > 0)
    return false
  const [told, among] = incidents ? [total, incidents] : [whole.total, whole.incidents]
  return among > 0 && told.notCollected >= among
}

const addTotals = (a: Total, b: Total): Total => ({
  low: a.low + b.low,
  best: a.best + b.best,
  high: a.high + b.high,
  open: a.open || b.open,
  disputed: {
    count: a.disputed.count + b.disputed.count,
    low: a.disputed.low + b.disputed.low,
    high: a.disputed.high + b.disputed.high,
  },
  notCollected: a.notCollected + b.notCollected,
})

export const addCasualties = (a: Casualties, b: Casualties): Casualties => ({
  killed: addTotals(a.killed, b.killed),
  wounded: addTotals(a.wounded, b.wounded),
})

export const sumCasualties = (all: Casualties[]): Casualties => all.reduce(addCasualties, noCasualties())
