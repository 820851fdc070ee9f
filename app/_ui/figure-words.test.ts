import { describe, expect, it } from 'vitest'
import { figureNumbers, figureTriple, type ShownFigure } from './figure-words'

const en = 'en-GB-u-nu-latn'
const ar = 'ar-SY-u-nu-arab'
const figure = (
  low: number | null,
  best: number | null,
  high: number | null,
  more: Partial<ShownFigure> = {},
) => ({
  low,
  best,
  high,
  open: false,
  state: 'agreed',
  ...more,
})

describe('a figure in numbers', () => {
  it.each([
    [figure(4, 4, 4), '4', '4–4–4', '٤–٤–٤'],
    [figure(5, 5, 5, { open: true }), '5+', '5–5–5+', '٥–٥–٥+'],
    [figure(5, 8, 12), '5–8–12', '5–8–12', '٥–٨–١٢'],
    [figure(0, null, 1, { state: 'disputed' }), '0–1', '0–?–1', '٠–?–١'],
    [figure(10, 10, 10, { approximate: true }), '~10', '~10–10–10', '~١٠–١٠–١٠'],
    [figure(1200, 1200, 1500), '1,200–1,200–1,500', '1,200–1,200–1,500', '١٬٢٠٠–١٬٢٠٠–١٬٥٠٠'],
  ])('%o', (shown, short, triple, arabic) => {
    expect(figureNumbers(en, shown)).toBe(short)
    expect(figureTriple(en, shown)).toBe(triple)
    expect(figureTriple(ar, shown)).toBe(arabic)
  })

  it('has none where nobody gives a number', () => {
    expect(figureNumbers(en, figure(null, null, null, { state: 'none' }))).toBeNull()
  })
})
