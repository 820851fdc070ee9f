import type { Cell } from './cell'
import type { Count } from './count'
import { tripleToCount } from './dataset-triple'
import type { CasualtyClaim, Figure } from './figure'
import { cellSlot } from './people-lattice'
import type { ReasonCode } from './reason-code'

/** The cell of a whole, with the parts that are said. */
export function cell(said: Partial<Cell> = {}): Cell {
  return { site: null, party: null, status: null, sexAge: null, outcome: 'killed', unit: 'persons', ...said }
}

const empty: Count = { operator: 'plural', min: null, point: null, max: null, word: null }
export const exactly = (point: number): Count => ({ ...empty, operator: 'exactly', point })
export const about = (point: number): Count => ({ ...empty, operator: 'about', point })
export const atLeast = (min: number): Count => ({ ...empty, operator: 'at-least', min })
export const atMost = (max: number): Count => ({ ...empty, operator: 'at-most', max })
export const between = (min: number, max: number, point: number | null = null): Count => ({
  ...empty,
  operator: 'between',
  min,
  point,
  max,
})
export const word = (said: string, min: number): Count => ({ ...empty, operator: 'word', word: said, min })
export const plural: Count = empty
export const none: Count = { ...empty, operator: 'none' }
export const denial: Count = { ...empty, operator: 'denial' }

/** A claim of somebody, in a statement of his own unless told otherwise. */
export function claim(key: string, count: Count, rest: Partial<CasualtyClaim> = {}): CasualtyClaim {
  return {
    key,
    cell: cell(),
    count,
    basis: 'total',
    movedFrom: null,
    statement: rest.statement ?? `${rest.speaker ?? key} ${rest.saidOn ?? ''} ${key}`,
    speaker: key,
    report: null,
    saidOn: null,
    fromDataset: false,
    rejected: false,
    supersededBy: null,
    preferred: false,
    denies: null,
    ...rest,
  }
}

/** The figure of the whole, or of the cell with these parts. */
export function figureOf(figures: readonly Figure[], said: Partial<Cell> = {}): Figure | undefined {
  return figures.find((figure) => cellSlot(figure.cell).key === cellSlot(cell(said)).key)
}

/** "4–5–6+", "0–?–1", "-" where there is no number or no figure. */
export function shown(figures: readonly Figure[], said: Partial<Cell> = {}): string {
  const figure = figureOf(figures, said)
  if (!figure || figure.low === null) return '-'
  return `${figure.low}–${figure.best ?? '?'}–${figure.high}${figure.open ? '+' : ''}`
}

/** The remarks that it carries, in order. */
export function codes(figures: readonly Figure[], said: Partial<Cell> = {}): ReasonCode[] {
  return figureOf(figures, said)?.reasons.map(({ code }) => code) ?? []
}

/** A row of UCDP GED as claims: side a, side b, civilians, unknown; low, best, high. */
export function gedRow(
  parts: [number, number, number, number],
  triple: [number, number, number],
): CasualtyClaim[] {
  const ged = { speaker: 'ged', statement: 'ged row', fromDataset: true }
  const cells = [{ party: 'a' }, { party: 'b' }, { status: 'civilian' }, { status: 'unknown' }] as const
  const { count, reordered } = tripleToCount(...triple)
  return [
    claim('whole', count, { ...ged, reordered }),
    ...cells.map((said, index) =>
      claim(`part ${index}`, exactly(parts[index] ?? 0), { ...ged, cell: cell(said) }),
    ),
  ]
}
