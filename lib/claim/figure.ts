import type { CivilDate } from '@/lib/incident/when'
import type { Cell, Outcome } from './cell'
import type { Basis, Count } from './count'
import type { ReasonCode } from './reason-code'

/** Version of the rules of docs/figures.md; stored with every figure so that an old one can be told from a new one. */
export const FIGURE_RULE = 1

/** What the rules need of a counting claim, whatever it counts: plain values, no words. */
export interface CountClaim {
  key: string
  count: Count
  basis: Basis
  /** Claims of one statement count once however many reports retell it. */
  statement: string
  /** Key of who speaks: the same speaker saying the same cell later is proposed as superseding. */
  speaker: string
  /** Report whose retelling of the statement this is; null if unknown. */
  report: string | null
  saidOn: CivilDate | null
  /** A dataset's coded number: its parts partition its whole, and its 0 means "none recorded". */
  fromDataset: boolean
  rejected: boolean
  supersededBy: string | null
  preferred: boolean
  /** Only with operator `denial`: the claim denied; null denies every number of the claim's own cell. */
  denies: string | null
  /** Only from a dataset: its low, best and high contradicted one another (`tripleToCount`). */
  reordered?: boolean
}

/** A casualty claim as the rules need it. */
export interface CasualtyClaim extends CountClaim {
  /** What of the incident the claim counts. */
  cell: Cell
  /** Only with basis `moved`: the outcome that these people were counted under before. */
  movedFrom: Outcome | null
}

/** A denial that is no counting claim, of responsibility or of a status: it contests, and changes no number. */
export interface Denial {
  key: string
  /** Keys of the counting claims that it names, or the whole incident. */
  denies: readonly string[] | 'incident'
}

/** Alternatives that cannot all be true; each names the claims that hold in it. */
export interface ConflictSet {
  key: string
  alternatives: { key: string; claims: string[] }[]
  /** Key of the alternative that a person has chosen; null while nobody has decided. */
  decided: string | null
}

/**
 * none: nobody gives a number · single-source: one speaker only · agreed: several, and one number satisfies all of them ·
 * range: several, and no number satisfies all · contested: somebody denies a counted claim ·
 * disputed: an undecided conflict set leaves it open.
 */
export const figureStates = ['none', 'single-source', 'agreed', 'range', 'contested', 'disputed'] as const
export type FigureState = (typeof figureStates)[number]

/** One remark on how a figure came about; worded per language by the interface (`figure.reason.*`). */
export interface FigureReason {
  code: ReasonCode
  /** Keys of the claims, denials or conflict sets that the remark is about, in the order of their keys. */
  claims: string[]
  params: Record<string, string | number>
}

/** low – best – high of one cell or thing, and why. `open` is the "+": the true number may be above `high`. */
export interface Numbers {
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

/** low – best – high of one cell of people. */
export interface Figure extends Numbers {
  cell: Cell
}
