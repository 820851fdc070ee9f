import type { CivilDate } from '@/lib/incident/when'
import type { Cell, Outcome } from './cell'
import type { Basis, Count } from './count'

/** Version of the rules below; stored with every figure so that an old one can be told from a new one. */
export const FIGURE_RULE = 1

/** A casualty claim as the rules need it: plain values, no words. */
export interface CasualtyClaim {
  key: string
  /** Incident the claim speaks of. */
  cell: Cell
  count: Count
  basis: Basis
  /** Only with basis `moved`: the outcome that these people were counted under before. */
  movedFrom: Outcome | null
  /** Claims of one statement count once however many reports retell it. */
  statement: string
  /** Key of who speaks: the same speaker saying the same cell later is proposed as superseding. */
  speaker: string
  /** Report whose retelling of the statement this is; null if unknown. */
  report: string | null
  saidOn: CivilDate | null
  /** A dataset's coded number: its parts partition its whole, and its 0 means "none recorded". */
  fromDataset: boolean
  /** `low`/`high` columns of a dataset come as claims of their own role; null for every other claim. */
  rejected: boolean
  supersededBy: string | null
  preferred: boolean
  /** Only with operator `denial`: the claim denied. */
  denies: string | null
}

/** Alternatives that cannot all be true; each names the claims that hold in it. */
export interface ConflictSet {
  key: string
  alternatives: { key: string; claims: string[] }[]
  /** Key of the alternative that a person has chosen; null while nobody has decided. */
  decided: string | null
}

export type FigureState = 'agreed' | 'single-source' | 'contested' | 'disputed' | 'none'

/** One remark on how a figure came about; worded per language by the interface (`figure.reason.*`). */
export interface FigureReason {
  code: string
  claims: string[]
  params: Record<string, string | number>
}

/** low – best – high of one cell, and why. `open` is the "+": the true number may be above `high`. */
export interface Figure {
  cell: Cell
  low: number | null
  best: number | null
  high: number | null
  open: boolean
  approximate: boolean
  state: FigureState
  /** `parts` where no claim speaks of the whole itself. */
  basis: 'claims' | 'parts'
  /** whole.best − Σ parts.best, at least 0; null where there are no parts or no best. */
  notAttributed: number | null
  reasons: FigureReason[]
}
