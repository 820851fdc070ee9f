import { fold } from './fold'

/*
 * Whole numbers in words, 0 to 999 999, Arabic in either gender and case, English with or without hyphens and "and".
 * Read strictly: a word too many and there is no number.
 */

type Words = Record<number, string[]>

const arabicUnits: Words = {
  0: ['صفر'],
  1: ['واحد', 'واحدة', 'واحدا', 'أحد', 'إحدى'],
  2: ['اثنان', 'اثنين', 'اثنتان', 'اثنتين', 'إثنان', 'إثنين', 'اثنا', 'اثني', 'اثنتا', 'اثنتي'],
  3: ['ثلاثة', 'ثلاث'],
  4: ['أربعة', 'أربع'],
  5: ['خمسة', 'خمس'],
  6: ['ستة', 'ست'],
  7: ['سبعة', 'سبع'],
  8: ['ثمانية', 'ثماني', 'ثمان'],
  9: ['تسعة', 'تسع'],
  10: ['عشرة', 'عشر'],
}

const tensStems = ['عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع']
const arabicTens: Words = Object.fromEntries(
  tensStems.map((stem, i) => [(i + 2) * 10, [`${stem}ون`, `${stem}ين`]]),
)

const hundredStems: [number, string[]][] = [
  [3, ['ثلاث']],
  [4, ['أربع']],
  [5, ['خمس']],
  [6, ['ست']],
  [7, ['سبع']],
  [8, ['ثمان', 'ثماني']],
  [9, ['تسع']],
]
const hundredWords = ['مئة', 'مائة', 'ميه']
const arabicHundreds: Words = {
  100: hundredWords,
  200: ['مئتان', 'مئتين', 'مائتان', 'مائتين', 'مئتا', 'مئتي', 'مائتا', 'مائتي'],
  ...Object.fromEntries(
    hundredStems.map(([n, stems]) => [
      n * 100,
      stems.flatMap((stem) => hundredWords.flatMap((word) => [`${stem}${word}`, `${stem} ${word}`])),
    ]),
  ),
}

const english: Words = {
  0: ['zero'],
  1: ['one'],
  2: ['two'],
  3: ['three'],
  4: ['four'],
  5: ['five'],
  6: ['six'],
  7: ['seven'],
  8: ['eight'],
  9: ['nine'],
  10: ['ten'],
  11: ['eleven'],
  12: ['twelve'],
  13: ['thirteen'],
  14: ['fourteen'],
  15: ['fifteen'],
  16: ['sixteen'],
  17: ['seventeen'],
  18: ['eighteen'],
  19: ['nineteen'],
  20: ['twenty'],
  30: ['thirty'],
  40: ['forty', 'fourty'],
  50: ['fifty'],
  60: ['sixty'],
  70: ['seventy'],
  80: ['eighty'],
  90: ['ninety'],
}

const table = (...all: Words[]) =>
  new Map(
    all.flatMap((words) =>
      Object.entries(words).flatMap(([n, names]) => names.map((name) => [fold(name), Number(n)] as const)),
    ),
  )

const units = table(arabicUnits)
const tens = table(arabicTens)
const hundreds = table(arabicHundreds)
const englishWords = table(english)

/** The number that `text` is, all of it, in words or as digits; null where it is none. */
export function readNumber(text: string): number | null {
  const folded = fold(text)
  if (/^\d{1,9}$/.test(folded)) return Number(folded)
  return /[a-z]/.test(folded) ? readEnglish(folded.split(' ')) : readArabic(folded)
}

/** Sums the parts that "and" joins, each smaller in kind than the one before; the unit may precede its ten. */
function readArabic(folded: string): number | null {
  const [thousands, rest] = splitThousands(folded)
  if (thousands === null) return null
  if (rest === '') return thousands > 0 ? thousands * 1000 : null
  const below = readBelowThousand(rest)
  return below === null ? null : thousands * 1000 + below
}

/** "ثلاثة آلاف ومئتان" → [3, "مئتان"]. */
function splitThousands(folded: string): [number | null, string] {
  const match = /^(?:(.*?) )?(الف|الفا|الاف|الفين|الفان|الفا)(?: و ?(.+))?$/.exec(folded)
  if (!match) return [0, folded]
  const [, count, word = '', rest = ''] = match
  if (/^الفي?ا?ن$/.test(word)) return [count ? null : 2, rest]
  return [count ? readBelowThousand(count) : 1, rest]
}

function readBelowThousand(folded: string): number | null {
  const parts = folded.replace(/ و /g, ' و').split(/ و(?=\S)/)
  const [hundred, ...smaller] = parts
  const value = hundreds.get(hundred ?? '')
  if (value === undefined) return readBelowHundred(parts)
  if (smaller.length === 0) return value
  const below = readBelowHundred(smaller)
  return below === null || below === 0 ? null : value + below
}

function readBelowHundred(parts: string[]): number | null {
  const [first = '', second] = parts
  if (parts.length > 2) return null
  if (second !== undefined) {
    const [unit, ten] = [units.get(first), tens.get(second)]
    return unit && unit < 10 && ten ? unit + ten : null
  }
  return units.get(first) ?? tens.get(first) ?? teen(first)
}

/** خمسة عشر, ثلاث عشرة, أحد عشر. */
function teen(words: string): number | null {
  const [, unit = ''] = /^(\S+) (?:عشر|عشره)$/.exec(words) ?? []
  const value = units.get(unit)
  return value && value < 10 ? 10 + value : null
}

function readEnglish(words: string[]): number | null {
  const at = words.indexOf('thousand')
  if (at >= 0) {
    const count = readEnglishHundreds(words.slice(0, at))
    const rest = words.slice(at + 1)
    const below = rest.length === 0 ? 0 : readEnglishHundreds(rest[0] === 'and' ? rest.slice(1) : rest)
    return count === null || below === null ? null : count * 1000 + below
  }
  return readEnglishHundreds(words)
}

function readEnglishHundreds(words: string[]): number | null {
  const at = words.indexOf('hundred')
  if (at < 0) return readEnglishTens(words)
  const count = words[0] === 'a' && at === 1 ? 1 : readEnglishTens(words.slice(0, at))
  const rest = words.slice(words[at + 1] === 'and' ? at + 2 : at + 1)
  const below = rest.length === 0 ? (words.length === at + 1 ? 0 : null) : readEnglishTens(rest)
  return count === null || count < 1 || count > 9 || below === null ? null : count * 100 + below
}

function readEnglishTens(words: string[]): number | null {
  const [first, second, ...more] = words.map((word) => englishWords.get(word))
  if (first === undefined || more.length > 0) return null
  if (words.length === 1) return first
  return first >= 20 && second !== undefined && second > 0 && second < 10 ? first + second : null
}
