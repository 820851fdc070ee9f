import { fold } from '@/lib/text/fold'

const marks = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/**
 * A place's Arabic name as it is written in reports: without tashkeel, bidi marks, Persian letter shapes and words for
 * the administrative unit ("شعبية المرج"). Null where what is left is no Arabic.
 */
export function cleanArabicName(raw: string): string | null {
  const name = raw
    .normalize('NFKC')
    .replace(marks, '')
    .replaceAll('ک', 'ك')
    .replaceAll('ی', 'ي')
    .replace(/\s*[(،,/].*$/, '')
    .replace(/^(?:شعبية|محافظة|بلدية|مديرية|ولاية|قضاء|ناحية|منطقة)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return /^[\u0621-\u064a -]{2,}$/.test(name) ? name : null
}

/** Which Arabic letters a Latin consonant (or pair of them) may stand for in a loose romanisation. */
const loose: Record<string, string> = {
  sh: 'ش',
  ch: 'شجك',
  kh: 'خحك',
  gh: 'غج',
  th: 'ثتطذ',
  dh: 'ذضظد',
  zh: 'جز',
  ph: 'ف',
  ts: 'ست',
  tz: 'تز',
  b: 'ب',
  c: 'كسقتص',
  d: 'دضذط',
  f: 'ف',
  g: 'غجقك',
  h: 'هحخ',
  j: 'جيخ',
  k: 'كقخ',
  l: 'ل',
  m: 'م',
  n: 'ن',
  p: 'ب',
  q: 'قكغ',
  r: 'ر',
  s: 'سصثزش',
  t: 'تطثد',
  v: 'فوب',
  x: 'كخس',
  z: 'زظذضس',
  w: 'وف',
  y: 'ي',
}

/** The same where the name is in the strict romanisation of the map makers, whose dots tell ص from س. */
const strict: Record<string, string> = {
  ...loose,
  s: 'سث',
  ş: 'ص',
  ṣ: 'ص',
  h: 'ه',
  ḩ: 'ح',
  ḥ: 'ح',
  t: 'تث',
  ţ: 'ط',
  ṭ: 'ط',
  d: 'دذ',
  ḑ: 'ض',
  ḍ: 'ض',
  z: 'زذ',
  ẓ: 'ظ',
  z̧: 'ظ',
}

const strictMarks = /[āīūşṣḩḥţṭḑḍẓʿ‘’]/i
const articles = /^(?:al|el|an|ar|as|ash|at|ath|ad|adh|az|il|ul)$/

/** The consonants of a Latin name, each a key of the tables above. */
function latinConsonants(name: string, table: Record<string, string>): string[] {
  const words = name
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s-]+/)
    .filter((word) => !articles.test(fold(word)))
  const letters = words.join(' ').replace(/(.)\1/g, '$1')
  return (
    letters.match(/sh|ch|kh|gh|th|dh|zh|ph|ts|tz|./gu)?.flatMap((letter) => {
      const known = letter in table ? letter : fold(letter)
      return known in table && !/[wy]/.test(known) ? [known] : []
    }) ?? []
  )
}

function arabicConsonants(name: string): string[] {
  const words = name.split(/[\s-]+/).map((word) => word.replace(/^ال(?=..)/, ''))
  return [
    ...words
      .join('')
      .replace(/ة/g, '')
      .replace(/[^بتثجحخدذرزسشصضطظغفقكلمنه]/g, ''),
  ]
}

/**
 * Whether an Arabic name can be that of the Latin one: consonant by consonant, at most a quarter astray. Catches names that
 * a machine translated or transliterated back (Sabhā as "صبحا").
 */
export function namesAgree(latin: string, arabic: string): boolean {
  const table = strictMarks.test(latin) ? strict : loose
  const [from, to] = [latinConsonants(latin, table), arabicConsonants(arabic)]
  const fits = (a: string, b: string) => (table[a] ?? '').includes(b)
  return distance(from, to, fits) <= Math.max(from.length, to.length) / 4
}

/** Insertions, deletions and substitutions from one list to the other; a final h may be the silent one of -ah. */
function distance(from: string[], to: string[], fits: (a: string, b: string) => boolean): number {
  let row = to.map((_, i) => i + 1)
  row.unshift(0)
  for (const [i, letter] of from.entries()) {
    const cost = letter === 'h' || /^[vg]$/.test(letter) ? 0.25 : 1
    const next = [(row[0] ?? 0) + cost]
    for (const [j, other] of to.entries()) {
      const swap = (row[j] ?? 0) + (fits(letter, other) ? 0 : 1)
      next.push(Math.min(swap, (row[j + 1] ?? 0) + cost, (next[j] ?? i) + (other === 'ه' ? 0.25 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
