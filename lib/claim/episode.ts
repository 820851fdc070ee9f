import { deriveFigures } from './derive-figures'
import type { CasualtyClaim, ConflictSet, Denial, Figure } from './figure'
import { cellSlot } from './people-lattice'

/** What an episode adds to the sum of its incidents, bound by bound; its bounds alone need not be in order. */
export interface Remainder {
  low: number
  /** Null where the episode's own figure has no best: then low–high is what its incidents leave open. */
  best: number | null
  high: number
  open: boolean
}

/** A figure of several incidents together, and what of it no single incident accounts for. */
export interface EpisodeFigure extends Figure {
  /** Null where nobody gives the episode a number, or where the cell names a party or site of one incident. */
  remainder: Remainder | null
}

/**
 * Rule 6 for claims about several incidents ("12 in both strikes"). They change no incident's figure: an incident of
 * which nobody says a number stays empty. Sum and remainder together are never below either the episode's own figure
 * or the sum of its incidents, at each bound. Incidents without a best are left out, as in every total.
 */
export function deriveEpisode(
  claims: readonly CasualtyClaim[],
  incidents: readonly (readonly Figure[])[],
  conflictSets: readonly ConflictSet[] = [],
  denials: readonly Denial[] = [],
): EpisodeFigure[] {
  return deriveFigures(claims, conflictSets, denials).map((figure) => ({
    ...figure,
    remainder: remainderOf(figure, incidents),
  }))
}

function remainderOf(figure: Figure, incidents: readonly (readonly Figure[])[]): Remainder | null {
  const { cell, low, best, high, open } = figure
  if (low === null || high === null || cell.site !== null || cell.party !== null) return null
  const { key } = cellSlot(cell)
  const counted = incidents
    .flatMap((figures) => figures.find((each) => cellSlot(each.cell).key === key) ?? [])
    .filter((each) => each.best !== null)
  const sum = (bound: 'low' | 'best' | 'high') =>
    counted.reduce((total, each) => total + (each[bound] ?? 0), 0)
  if (best === null) {
    return { low: Math.max(0, low - sum('high')), best, high: Math.max(0, high - sum('low')), open }
  }
  return {
    low: Math.max(0, low - sum('low')),
    best: Math.max(0, best - sum('best')),
    high: Math.max(0, high - sum('high')),
    open,
  }
}
