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
