import { formatNumber } from './format'

/** What a figure shows, wherever it comes from: fact columns of a list, or a derived figure. */
export interface ShownFigure {
  low: number | null
  best: number | null
  high: number | null
  open: boolean
  approximate?: boolean
  /** A figure's state, or `not-collected` where its dataset does not count this outcome. */
  state: string
}

/**
 * low–best–high in little room: "4", "5+", "5–8–12", "~10"; without a best "0–1".
 * Null where nobody gives a number.
 */
export function figureNumbers(locale: string, figure: ShownFigure): string | null {
  const { low, best, high } = figure
  if (low === null && high === null && best === null) return null
  const values = [low, best, high].filter((value): value is number => value !== null)
  const same = values.every((value) => value === values[0])
  const shown = same ? values.slice(0, 1) : values
  const mark = figure.approximate ? '~' : ''
  return `${mark}${shown.map((value) => formatNumber(locale, value)).join('–')}${figure.open ? '+' : ''}`
}

/** Always all three, as a table or an export wants them: "4–4–4", "5–5–5+", "0–?–1". */
export function figureTriple(locale: string, figure: ShownFigure): string {
  const part = (value: number | null) => (value === null ? '?' : formatNumber(locale, value))
  const mark = figure.approximate ? '~' : ''
  return `${mark}${[figure.low, figure.best, figure.high].map(part).join('–')}${figure.open ? '+' : ''}`
}
