import { deriveFigures } from '@/lib/claim/derive-figures'
import type { Figure } from '@/lib/claim/figure'
import { figureInput } from '@/lib/claim/from-draft'
import { type ProposedLink, proposeSuperseded } from '@/lib/claim/propose-superseded'
import type { FormClaim, FormIncident, FormStatement } from './form-types'

export interface LiveFigures {
  figures: Figure[]
  /** Corrections that a person may accept. */
  proposals: ProposedLink[]
}

/** The figures as they would be saved, by the very rules that saving uses; claims half typed are left out. */
export function liveFigures(incident: FormIncident, statements: readonly FormStatement[]): LiveFigures {
  const { claims, conflictSets, denials } = figureInput(
    { ...incident, claims: incident.claims.filter(isTyped) },
    statements,
  )
  return { figures: deriveFigures(claims, conflictSets, denials), proposals: proposeSuperseded(claims) }
}

const carried = {
  exactly: ['point'],
  about: ['point'],
  'at-least': ['min'],
  'at-most': ['max'],
  between: ['min', 'max'],
  word: ['min'],
  plural: [],
  none: [],
  denial: [],
} as const

/** Whether the number that the operator carries has been typed and is one. */
export function isTyped({ says }: FormClaim): boolean {
  if (!('operator' in says)) return true
  return carried[says.operator].every((field) => Number.isInteger(says[field]) && (says[field] ?? -1) >= 0)
}

const cellParts = ['site', 'party', 'status', 'sexAge'] as const

/** Without the sums between a whole and its only part, which say what the part says. */
export function toldApart(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure) => {
    const said = cellParts.filter((part) => figure.cell[part] !== null)
    const echoed = figures.some((other) => other !== figure && liesIn(other, figure) && alike(other, figure))
    return said.length === 0 || figure.basis === 'claims' || !echoed
  })
}

const liesIn = ({ cell }: Figure, whole: Figure): boolean =>
  cell.outcome === whole.cell.outcome &&
  cell.unit === whole.cell.unit &&
  cellParts.every((part) => whole.cell[part] === null || whole.cell[part] === cell[part])

const alike = (a: Figure, b: Figure): boolean =>
  a.low === b.low && a.best === b.best && a.high === b.high && a.open === b.open
