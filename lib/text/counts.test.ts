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
    ['five soldiers of the brigade', 'exactly 5'],
    ['four were killed in July', 'exactly 4'],
    ['five may have died', 'exactly 5'],
    ['at least 20 people', 'at-least 20'],
    ['since 20 people were killed', 'exactly 20'],
    ['2,017 people', 'exactly 2017'],
    ['2000 killed', 'exactly 2000'],
    ['over 60 killed', 'at-least 61'],
    ['civilians were killed in July', 'plural'],
    ['civilians of the brigade', 'plural'],
    ['مقتل خمسة جنود من اللواء', 'exactly 5'],
    ['مقتل خمسة في تموز', 'exactly 5'],
    ['مقتل 2000 شخص', 'exactly 2000'],
    ['two families', 'exactly 2'],
    ['قتل مدنيون في شارع', 'plural'],
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
    // dates and years
    'civilians were killed on 5 July',
    'civilians were killed on July 5',
    'civilians were killed on 5 May',
    'civilians were killed in 2017',
    'soldiers killed in the 2011 war',
    'قتل مدنيون في 5 تموز',
    'قتل مدنيون في ٥ يوليو',
    'قتل مدنيون في خمسة حزيران',
    'قتلى في أيلول 2017',
    'قتل مدنيون منذ 2011',
    'قتل مدنيون في 2017',
    // hours
    'civilians were killed at 5 pm',
    'civilians were killed at 5 p.m.',
    'soldiers were killed at around 5',
    "casualties at five o'clock",
    'قتل مدنيون الساعة 5',
    'قتل مدنيون الساعة الخامسة و5 دقائق',
    'أصيب مدنيون في 5 صباحا',
    // ages
    'a 15-year-old was killed',
    'a boy, aged 15, was killed',
    'a boy of 15 years',
    'children under 18 were killed',
    'men over 60',
    'persons under the age of 18',
    'مقتل طفل عمره 15',
    'مقتل طفل يبلغ من العمر 15 عاما',
    'أطفال دون 18',
    'نساء دون سن 30',
    // units, roads, decisions
    'مقاتلون من اللواء 106 قتلوا',
    'قتل مقاتلون من الكتيبة ٢١',
    'جنود باللواء المدرع 106',
    'عناصر الفرقة 25',
    'مقاتلون في الفوج 46',
    'مدنيون في شارع 40',
    'مدنيون عند الكيلو 5',
    'بموجب القرار 2254',
    'fighters of Battalion 21',
    'soldiers of the 21 Battalion',
    'soldiers of Brigade 106',
    'soldiers of the 5th Brigade',
    'Resolution 2254',
    'civilians on Highway 5',
    'casualties at checkpoint 17',
    'Room 12',
    '#5',
    // distances and other measures
    'civilians were killed 5 miles south',
    'civilians 5 kilometres south of Derna',
    'قتل مدنيون على بعد 5 كلم',
    'قتل مدنيون على بعد خمسة كيلومترات',
    '106mm',
    '106 mm',
    '106 ملم',
    '106ملم',
    '20 per cent',
    'twenty percent',
    'عشرون بالمئة',
    'خمسة في المئة',
    'for 5 weeks',
    '$5 paid',
    // weapons
    'Su-24',
    'T-72 tanks',
    'T 72 tanks',
    'AK 47',
    'RPG 7',
    'دبابات تي 72',
    'صواريخ غراد 122',
    'سوخوي 22',
    // telephones
    'civilians may call 0912345678',
    'phone 912345678',
    'هاتف 912345678',
    '091 2345678',
    // what else is counted
    'civilians were killed in two strikes',
    'ثلاث غارات قتلت مدنيين',
    'خمسة منازل',
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
