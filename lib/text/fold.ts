/*
 * The one spelling in which names and words are looked up and searched. `waqai_fold` in the database is the same
 * function letter for letter (fold.db.test.ts holds them together): change one, change the other, re-fold the rows.
 */

// Marks (tashkeel, hamza and madda set apart by NFKD, Latin and Cyrillic accents, Hebrew points), tatweel, joiners,
// bidi marks, and what transliterations write for ʿayn and hamza.
const removed =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single marks are meant, not what they make together
  /[\u0027\u0060\u00ad\u02b9-\u02bf\u02c8\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2018-\u201b\u202a-\u202e\u2032\u2060-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]/g

const separating =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters separate words too
  /[\u0001-\u0026\u0028-\u002f\u003a-\u0040\u005b-\u005f\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u0600-\u060f\u061b\u061d-\u061f\u066a-\u066d\u06d4\u06dd\u06de\u06e9\u1680\u2000-\u200a\u2010-\u2017\u201c-\u2029\u202f-\u2031\u2033-\u205f\u2190-\u2bff\u3000-\u3003\u3008-\u3020\ufd3e\ufd3f]+/g

/** Arabic-script letters that stand for one another in careless, Persian or Maghrebi spelling. */
const arabic = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ڨ: 'ق',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
}

/** Latin letters that no decomposition takes apart, and the last sigma. */
const latin = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  þ: 'th',
  Þ: 'th',
  ø: 'o',
  Ø: 'o',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  ł: 'l',
  Ł: 'l',
  ħ: 'h',
  Ħ: 'h',
  ŧ: 't',
  Ŧ: 't',
  ŋ: 'n',
  Ŋ: 'n',
  ı: 'i',
  ə: 'a',
  Ə: 'a',
  ς: 'σ',
}

/** From `first` to `last`, every `step`th letter, to the one `shift` further on: how Unicode lays out cases and digits. */
function shifted(first: number, last: number, shift: number, step = 1): [string, string][] {
  const length = Math.floor((last - first) / step) + 1
  return Array.from({ length }, (_, i) => first + i * step).map((code) => [
    String.fromCharCode(code),
    String.fromCharCode(code + shift),
  ])
}

const letters = new Map<string, string>([
  ...shifted(0x41, 0x5a, 0x20),
  ...shifted(0x0391, 0x03a1, 0x20),
  ...shifted(0x03a3, 0x03a9, 0x20),
  ...shifted(0x0410, 0x042f, 0x20),
  ...shifted(0x0400, 0x040f, 0x50),
  ...shifted(0x0460, 0x0480, 1, 2),
  ...shifted(0x048a, 0x04be, 1, 2),
  ...shifted(0x04d0, 0x052e, 1, 2),
  ...shifted(0x0531, 0x0556, 0x30),
  ...shifted(0x0660, 0x0669, 0x30 - 0x0660),
  ...shifted(0x06f0, 0x06f9, 0x30 - 0x06f0),
  ...Object.entries(arabic),
  ...Object.entries(latin),
])

/**
 * `text` as it is looked up: Arabic letters that are confused made one (أ إ آ ٱ ا, ى ي, ة ه, ؤ و, ئ ي), marks and
 * hamza gone, digits Latin, Latin/Greek/Cyrillic/Armenian lower-case without accents, punctuation a single space.
 * Compatibility forms (ﻻ, ①) come apart first. Folding twice changes nothing.
 */
export function fold(text: string): string {
  const plain = text.replaceAll('\u00b4', '').normalize('NFKD').replace(removed, '').replace(separating, ' ')
  return [...plain]
    .map((letter) => letters.get(letter) ?? letter)
    .join('')
    .trim()
}

/** The words of a folded text, in order. */
export function foldedWords(text: string): string[] {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ')
}
