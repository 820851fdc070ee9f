import { fold } from './fold'

/*
 * What the words of a date mean, as tokens that know no language: M7 (July), W6 (Saturday), P_dawn, numbers,
 * and the names of relations (YESTERDAY, BEFORE, …). Several words may make one token; the longest wins.
 */

const months: string[][] = [
  ['january', 'jan', 'يناير', 'كانون الثاني', 'كانون ثاني', 'جانفي', 'أي النار'],
  ['february', 'feb', 'فبراير', 'شباط', 'فيفري', 'النوار'],
  ['march', 'mar', 'مارس', 'آذار', 'الربيع'],
  ['april', 'apr', 'أبريل', 'إبريل', 'نيسان', 'أفريل', 'الطير'],
  ['may', 'مايو', 'أيار', 'ماي', 'الماء'],
  ['june', 'jun', 'يونيو', 'يونيه', 'حزيران', 'جوان', 'الصيف'],
  ['july', 'jul', 'يوليو', 'يوليه', 'تموز', 'جويلية', 'يوليوز', 'ناصر'],
  ['august', 'aug', 'أغسطس', 'آب', 'أوت', 'غشت', 'هانيبال'],
  ['september', 'sep', 'sept', 'سبتمبر', 'أيلول', 'شتنبر', 'الفاتح'],
  ['october', 'oct', 'أكتوبر', 'تشرين الأول', 'تشرين أول', 'التمور'],
  ['november', 'nov', 'نوفمبر', 'تشرين الثاني', 'تشرين ثاني', 'نونبر', 'الحرث'],
  ['december', 'dec', 'ديسمبر', 'كانون الأول', 'كانون أول', 'دجنبر', 'الكانون'],
]

/** Every name of a month, in any of its calendars' Arabic and in English, in full and shortened. */
export const monthNames: readonly string[] = months.flat()

const weekdays: string[][] = [
  ['sunday', 'sun', 'الأحد'],
  ['monday', 'mon', 'الاثنين', 'الإثنين'],
  ['tuesday', 'tue', 'tues', 'الثلاثاء'],
  ['wednesday', 'wed', 'الأربعاء'],
  ['thursday', 'thu', 'thur', 'thurs', 'الخميس'],
  ['friday', 'fri', 'الجمعة'],
  ['saturday', 'sat', 'السبت'],
]

const others: Record<string, string[]> = {
  P_dawn: ['dawn', 'فجر', 'فجرا', 'الفجر', 'at dawn'],
  P_morning: ['morning', 'صباح', 'صباحا', 'الصباح', 'ضحى', 'صبيحة'],
  P_noon: ['noon', 'midday', 'ظهر', 'ظهرا', 'ظهيرة', 'الظهر'],
  P_afternoon: ['afternoon', 'عصر', 'عصرا', 'العصر', 'بعد ظهر', 'بعد الظهر'],
  P_evening: ['evening', 'dusk', 'مساء', 'المساء', 'عشية', 'مغرب', 'غروب'],
  P_night: ['night', 'overnight', 'midnight', 'ليل', 'ليلا', 'الليل', 'منتصف ليل', 'منتصف الليل'],
  NIGHTOF: ['ليلة'],
  AM: ['am', 'a m', 'ص'],
  MEEM: ['م'],
  PM: ['pm', 'p m'],
  TODAY: ['today', 'اليوم', 'this day'],
  YESTERDAY: ['yesterday', 'أمس', 'البارحة', 'يوم أمس', 'الأمس'],
  DAYBEFORE: ['the day before yesterday', 'day before yesterday', 'أول أمس', 'أول من أمس', 'قبل أمس'],
  'YESTERDAY P_night': ['last night', 'الليلة الماضية', 'الليلة الفائتة', 'ليلة البارحة', 'ليلة أمس'],
  'TODAY P_night': ['tonight', 'الليلة'],
  'TODAY P_morning': ['this morning'],
  'TODAY P_afternoon': ['this afternoon'],
  'TODAY P_evening': ['this evening'],
  LAST: [
    'last',
    'past',
    'الماضي',
    'الماضية',
    'الماضيين',
    'الماضيان',
    'الفائت',
    'الفائتة',
    'المنصرم',
    'المنصرمة',
  ],
  CURRENT: ['this', 'current', 'الجاري', 'الجارية', 'الحالي', 'الحالية', 'هذا', 'هذه'],
  DAY: ['day', 'days', 'يوم واحد', 'أيام', 'يوما', 'الأيام'],
  WEEK: ['week', 'weeks', 'أسبوع', 'الأسبوع', 'أسابيع', 'الأسابيع'],
  MONTH: ['month', 'months', 'الشهر', 'أشهر', 'شهور'],
  YEAR: ['year', 'years', 'العام', 'السنة', 'سنوات', 'أعوام'],
  '2 DAY': ['يومين', 'اليومين', 'a couple of days', 'couple of days'],
  '2 WEEK': ['أسبوعين', 'الأسبوعين'],
  '2 MONTH': ['شهرين', 'الشهرين'],
  '2 YEAR': ['عامين', 'سنتين'],
  AGO: ['ago', 'مضت', 'خلت'],
  WEEKOF: ['week of', 'week beginning', 'week starting', 'أسبوع يبدأ في', 'الأسبوع الذي يبدأ في'],
  EARLY: ['early', 'beginning of', 'start of', 'مطلع', 'أوائل', 'بداية', 'مستهل'],
  MID: ['mid', 'middle of', 'منتصف', 'أواسط', 'وسط'],
  LATE: ['late', 'end of', 'أواخر', 'نهاية', 'آخر'],
  ONBEFORE: [
    'on or before',
    'no later than',
    'not later than',
    'by',
    'في موعد أقصاه',
    'في أو قبل',
    'بحلول',
    'يوم أو قبل',
  ],
  ONAFTER: [
    'on or after',
    'since',
    'no earlier than',
    'not earlier than',
    'منذ',
    'في أو بعد',
    'ابتداء من',
    'اعتبارا من',
  ],
  ORBEFORE: ['or before', 'or earlier', 'أو قبله', 'أو قبلها', 'أو قبل ذلك'],
  ORAFTER: ['or after', 'or later', 'أو بعده', 'أو بعدها', 'أو بعد ذلك'],
  BEFORE: ['before', 'prior to', 'قبل'],
  AFTER: ['after', 'بعد'],
  BETWEEN: ['between', 'بين', 'ما بين'],
  FROM: ['from', 'من'],
  TO: ['to', 'through', 'إلى', 'وإلى'],
  UNTIL: ['until', 'till', 'up to', 'حتى', 'لغاية'],
  AND: ['and', 'و'],
  THROUGHOUT: ['throughout', 'all of', 'all through', 'طوال', 'طيلة', 'على مدى', 'على مدار'],
  ABOUT: ['about', 'around', 'circa', 'ca', 'approximately', 'نحو', 'حوالي', 'قرابة', 'تقريبا'],
  HIJRI: [
    'ah',
    'هـ',
    'هجري',
    'هجرية',
    'محرم',
    'صفر',
    'رجب',
    'شعبان',
    'رمضان',
    'شوال',
    'ذو القعدة',
    'ذو الحجة',
    'ذي القعدة',
    'ذي الحجة',
  ],
  '': [
    'the',
    'of',
    'in',
    'on',
    'at',
    'a',
    'an',
    'during',
    'o clock',
    'oclock',
    'في',
    'يوم',
    'شهر',
    'سنة',
    'عام',
    'الموافق',
    'بتاريخ',
    'الساعة',
    'خلال',
    'تاريخ',
    'st',
    'nd',
    'rd',
    'th',
    't',
    'ميلادي',
    'ميلادية',
    'التوقيت المحلي',
    'بالتوقيت المحلي',
    'local time',
  ],
}

const smallNumbers: string[][] = [
  ['one', 'واحد', 'واحدة'],
  ['two'],
  ['three', 'ثلاثة', 'ثلاث'],
  ['four', 'أربعة', 'أربع'],
  ['five', 'خمسة', 'خمس'],
  ['six', 'ستة', 'ست'],
  ['seven', 'سبعة', 'سبع'],
  ['eight', 'ثمانية', 'ثماني'],
  ['nine', 'تسعة', 'تسع'],
  ['ten', 'عشرة', 'عشر'],
]

const ordinalUnits = ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع']

/** Arabic ordinals of the days of a month: الثالث, الحادي عشر, التاسع والعشرين, … with the من that may follow. */
function* ordinalDays(): Generator<[string, number]> {
  const compound = ordinalUnits.with(0, 'الحادي')
  for (const [i, unit] of ordinalUnits.entries()) yield [unit, i + 1]
  yield ['العاشر', 10]
  for (const [i, unit] of compound.entries()) {
    yield [`${unit} عشر`, i + 11]
    for (const ending of ['ين', 'ون']) yield [`${unit} والعشر${ending}`, i + 21]
  }
  for (const ending of ['ين', 'ون']) {
    yield [`العشر${ending}`, 20]
    yield [`الثلاث${ending}`, 30]
    yield [`الحادي والثلاث${ending}`, 31]
  }
}

function* entries(): Generator<[string, string]> {
  for (const [i, names] of months.entries()) for (const name of names) yield [name, `M${i + 1}`]
  for (const [i, names] of weekdays.entries()) for (const name of names) yield [name, `W${i}`]
  for (const [i, names] of smallNumbers.entries()) for (const name of names) yield [name, `${i + 1}`]
  for (const [token, names] of Object.entries(others)) for (const name of names) yield [name, token]
  for (const [name, day] of ordinalDays()) {
    yield [name, `${day}`]
    yield [`${name} من`, `${day}`]
  }
}

/** From the folded words to the token; the empty token for words that add nothing. */
const dateWords = new Map([...entries()].map(([name, token]) => [fold(name), token]))

const longestPhrase = Math.max(...[...dateWords.keys()].map((name) => name.split(' ').length))

/** The tokens of `words` (folded), `?` for each word that means nothing in a date. */
function tokensOfWords(words: string[]): string[] {
  const tokens: string[] = []
  for (let at = 0; at < words.length; ) {
    const [token, length] = longestAt(words, at)
    if (token !== '') tokens.push(token)
    at += length
  }
  return tokens
}

function longestAt(words: string[], at: number): [string, number] {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ')
    const token = dateWords.get(phrase) ?? afterAnd(phrase)
    if (token !== undefined) return [token, length]
  }
  return ['?', 1]
}

/** Arabic writes "and" onto its word: والأحد. */
function afterAnd(phrase: string): string | undefined {
  const token = phrase.startsWith('و') ? dateWords.get(phrase.slice(1)) : undefined
  return token && `AND ${token}`
}

const atom = /(\d+)|([\p{L}\p{M}'’ʼ]+)|(\.{2,3})|([-/:~?])|(?<=\d)(\.)(?=\d)/gu

/** The text as tokens with one space between; numbers Latin, dashes one, other punctuation gone. */
export function dateTokens(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => fold(digit))
    .replace(/[‐-―−]/g, '-')
    .replace(/\bXX\b/g, '00')
    .replaceAll('…', '..')
  const tokens: string[] = []
  let words: string[] = []
  const flush = () => {
    tokens.push(...tokensOfWords(words))
    words = []
  }
  for (const [piece, , word, dots] of plain.matchAll(atom)) {
    if (word) words.push(...fold(word).split(' '))
    else {
      flush()
      tokens.push(dots ? '..' : piece)
    }
  }
  flush()
  return tokens.join(' ')
}
