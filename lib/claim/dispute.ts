import type { DraftFigure } from './draft-figure'
import type { FigureReason } from './figure'
import { reason } from './reason'
import type { ReasonCode } from './reason-code'

/** Remarks on a best that a disputed figure does not have, or on what a single world rests on. */
const notWhenDisputed = new Set<ReasonCode>([
  'one-statement',
  'statements',
  'dataset-coded',
  'no-number',
  'preferred',
  'most-statements',
  'tie-latest',
  'tie-lowest',
  'no-point',
  'newer-count',
  'not-attributed',
  'from-parts',
])

/**
 * Rule 5: one slot seen in every world. Where a world has no claim of it, it is 0–0 there. Where all worlds give the
 * same numbers nothing is disputed, and `together`, the figure with every claim in, stands if it has them too. Where not all
 * worlds were looked at, a figure that rests on claims of `sets` says so even then.
 */
export function acrossWorlds(
  seen: readonly (DraftFigure | undefined)[],
  together: DraftFigure,
  sets: readonly string[],
  { capped, touched }: { capped: boolean; touched: boolean },
): DraftFigure {
  const drafts = seen.filter((draft) => draft !== undefined)
  const first = drafts[0]
  if (first && seen.every((draft) => sameNumbers(draft, first))) {
    const draft = sameNumbers(together, first) ? together : first
    return touched ? { ...draft, reasons: [...draft.reasons, ...cappedReason(capped, sets)] } : draft
  }
  const low = Math.min(...seen.map((draft) => draft?.low ?? 0))
  const high = Math.max(...seen.map((draft) => draft?.high ?? 0))
  return {
    ...together,
    low,
    best: null,
    high,
    open: drafts.some(({ open }) => open),
    approximate: drafts.some(({ approximate }) => approximate),
    state: 'disputed',
    basis: drafts.some(({ basis }) => basis === 'claims') ? 'claims' : 'parts',
    notAttributed: null,
    reasons: [reason('disputed', sets, { low, high }), ...cappedReason(capped, sets), ...kept(drafts)],
  }
}

function sameNumbers(a: DraftFigure | undefined, b: DraftFigure): boolean {
  const zero = { low: 0, best: 0, high: 0, open: false }
  const x = a && a.low !== null ? a : zero
  const y = b.low !== null ? b : zero
  return x.low === y.low && x.best === y.best && x.high === y.high && x.open === y.open
}

function kept(drafts: readonly DraftFigure[]): FigureReason[] {
  return drafts.flatMap(({ reasons }) => reasons.filter(({ code }) => !notWhenDisputed.has(code)))
}

function cappedReason(capped: boolean, sets: readonly string[]): FigureReason[] {
  return capped ? [reason('conflict-sets-capped', sets)] : []
}
