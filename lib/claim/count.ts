export const operators = [
  'exactly',
  'at-least',
  'at-most',
  'between',
  'about',
  'word',
  'plural',
  'none',
  'denial',
] as const
export type Operator = (typeof operators)[number]

/**
 * How many, as it was said. Which numbers an operator carries is checked once, at the door (`draft.ts`):
 * exactly, about: point · at-least: min · at-most: max · between: min, max and, only where stated, point ·
 * word: the word and the lower end that the table of its language gives it · plural, none, denial: no number.
 */
export interface Count {
  operator: Operator
  min: number | null
  point: number | null
  max: number | null
  /** The vague word itself ("dozens", "عشرات"), only with operator `word`. */
  word: string | null
}

/**
 * How a casualty claim's number stands to what was said before.
 * total: the cell's whole number · of-which: a part of a larger number · in-addition: to be added to what the
 * same cell was said to be before · moved: people counted before under `movedFrom`, now under the cell's outcome.
 */
export const bases = ['total', 'of-which', 'in-addition', 'moved'] as const
export type Basis = (typeof bases)[number]
