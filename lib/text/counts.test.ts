import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCount } from './counts'
import { readNumber } from './number-words'
import { latinDigits, readInteger } from './numerals'

function told(text: string): string | null {
  const count = readCount(text)
  if (!count) return null
  const parts = [count.operator, count.min, count.point, count.max, count.word]
  return parts.filter((part) => part !== null).join(' ')
}

describe('readCount', () => {
  it.each([
    ['أربعة قتلى', 'exactly 4'],
    ['مقتل أربعة من قوات حفتر', 'exactly 4'],
    ['إصابة خمسة على الأقل', 'at-least 5'],
    ['ما لا يقل عن خمسة جرحى', 'at-least 5'],
    ['أكثر من عشرة مدنيين', 'at-least 11'],
    ['أقل من عشرة', 'at-most 9'],
    ['ما يصل إلى ٢٠ شخصا', 'at-most 20'],
    ['نحو 20 مقاتلا', 'about 20'],
    ['بين ثلاثة وخمسة جنود', 'between 3 5'],
    ['بين 3 و5 قتلى', 'between 3 5'],
    ['خمسة وعشرون قتيلا', 'exactly 25'],
    ['مئة وخمسة وعشرين', 'exactly 125'],
    ['ثلاثمائة قتيل', 'exactly 300'],
    ['خمس عشرة امرأة', 'exactly 15'],
    ['١٬٢٠٠ قتيل', 'exactly 1200'],
    ['قتيلان', 'exactly 2'],
    ['مقتل جنديين', 'exactly 2'],
    ['عشرات القتلى', 'word 10 عشرات'],
    ['مئات الجرحى', 'word 100 مئات'],
    ['عدة جنود', 'word 3 عدة'],
    ['قتلى وجرحى', 'plural'],
    ['مقاتلين', 'plural'],
    ['لم يصب أحد', 'none'],
    ['دون وقوع إصابات', 'none'],
    ['at least five wounded', 'at-least 5'],
    ['five or more', 'at-least 5'],
    ['more than ten killed', 'at-least 11'],
    ['fewer than ten', 'at-most 9'],
    ['up to 20 people', 'at-most 20'],
    ['about 20', 'about 20'],
    ['between 3 and 5', 'between 3 5'],
    ['3-5 soldiers', 'between 3 5'],
    ['three to five', 'between 3 5'],
    ['twenty-five killed', 'exactly 25'],
    ['one hundred and five', 'exactly 105'],
    ['1,200 civilians', 'exactly 1200'],
    ['dozens of civilians', 'word 12 dozens'],
    ['a few soldiers', 'word 3 a few'],
    ['civilians were killed', 'plural'],
    ['no casualties', 'none'],
  ])('%s → %s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  it.each([
    '',
    'مقتل',
    'a soldier',
    'four killed and five wounded',
    'مقتل أربعة وإصابة خمسة',
    'tens of thousands',
    'two dozen',
    'ميغ 21',
    'MiG-21',
    '29 July 2017',
    '14:30',
    '5 km',
    '20% of them',
    '1.200',
    'between 5 and 3',
    'one of the soldiers',
    'أحد الجنود',
    'not four',
  ])('%s: no count', (text) => {
    expect(told(text)).toBeNull()
  })

  it('answers whatever is quoted', { timeout: 30_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readCount(text) !== undefined))
  })
})

describe('readNumber', () => {
  const units = ['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة']
  const tens = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون']
  const hundreds = [
    '',
    'مئة',
    'مئتان',
    'ثلاثمئة',
    'أربعمائة',
    'خمسمئة',
    'ستمائة',
    'سبعمئة',
    'ثمانمئة',
    'تسعمائة',
  ]
  const inArabic = (n: number): string => {
    const [h, rest] = [hundreds[Math.floor(n / 100)], n % 100]
    const teen = rest === 11 ? 'أحد عشر' : rest === 12 ? 'اثنا عشر' : `${units[rest % 10]} عشر`
    const below =
      rest < 10
        ? units[rest]
        : rest === 10
          ? 'عشرة'
          : rest < 20
            ? teen
            : [units[rest % 10], tens[Math.floor(rest / 10)]].filter(Boolean).join(' و')
    return [h, below].filter(Boolean).join(' و')
  }

  it('reads every Arabic number to 999', () => {
    for (let n = 1; n <= 999; n++) expect([inArabic(n), readNumber(inArabic(n))]).toEqual([inArabic(n), n])
  })

  it.each([
    ['إحدى عشرة', 11],
    ['اثنتي عشرة', 12],
    ['خمسة آلاف', 5000],
    ['ألفان', 2000],
    ['ألف ومئتين', 1200],
    ['nine hundred and ninety-nine', 999],
    ['two thousand and one', 2001],
    ['a hundred', 100],
    ['عشرون خمسة', null],
    ['five twenty', null],
    ['hundred five hundred', null],
    ['', null],
  ])('%s → %s', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })
})

describe('digits', () => {
  it.each([
    ['٤٢', 42],
    ['۴۲', 42],
    ['1,200', 1200],
    ['١٬٢٠٠', 1200],
    ['1 200', 1200],
    ['1.200', null],
    ['12,00', null],
    ['-1', null],
    ['', null],
    ['1e3', null],
  ])('%s → %s', (text, number) => {
    expect(readInteger(text)).toBe(number)
  })

  it('leaves all else as it is', () => {
    expect(latinDigits('قتل ٤ و۵!')).toBe('قتل 4 و5!')
  })
})
