import type { Cell } from './cell'
import type { Count } from './count'
import type { CasualtyClaim } from './figure'

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
