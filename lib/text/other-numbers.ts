import { monthNames } from './date-words'

/*
 * Numbers that count nobody: of dates and hours, ages, distances, names of units, roads, decisions and weapons, and of
 * what else a sentence counts. Where a quotation holds one, no count is read from it.
 */

/** The forms in which an Arabic noun stands before a number: with the article, "in", "by", "to". */
const withPrefixes = (nouns: string) =>
  nouns.split(' ').flatMap((noun) => ['', 'ال', 'بال', 'لل', 'ب', 'ل'].map((prefix) => prefix + noun))

/** Words about such numbers, as tokens. */
export const otherNumberWords: Record<string, string[]> = {
  // Military units are called by number, before it in Arabic, on either side of it in English.
  UNIT: [
    ...'brigade battalion division regiment company corps platoon squadron infantry armoured armored'.split(
      ' ',
    ),
    ...withPrefixes('لواء كتيبة فرقة فوج سرية فيلق مشاة مدرع مدرعة'),
  ],
  // What is named by the number behind it.
  NAMED: [
    ...'sector district zone area block street road route highway camp checkpoint gate room ward building unit'.split(
      ' ',
    ),
    ...'resolution decree law article chapter phase channel base hill point bridge age ages tel phone'.split(
      ' ',
    ),
    ...'telephone mobile call page version model type mark grad kalashnikov katyusha calibre caliber'.split(
      ' ',
    ),
    ...'rpg ak btr bmp kilometre kilometer kilo'.split(' '),
    'age of',
    ...withPrefixes(
      'وحدة قوة محور شارع طريق قرار مادة بند غرفة قناة منطقة مخيم قطاع نقطة حاجز بوابة معبر جسر قاعدة تلة',
    ),
    ...withPrefixes('كيلو هاتف جوال سن عمر صفحة غراد كلاشنيكوف مرسوم قانون فقرة رصيف مبنى'),
    ...[
      'عمره',
      'عمرها',
      'العمر',
      'على الرقم',
      'للاتصال',
      'تي',
      'سو',
      'اف',
      'بي ام',
      'بي تي ار',
      'ار بي جي',
      'ام',
    ],
  ],
  // Before the number of an hour, a day or a year; but "since 20 people were killed" counts people.
  WHEN: ['at', 'since', 'until', 'till', 'day', 'week', 'year', 'منذ'],
  MONTH: monthNames.filter((name) => name !== 'may'),
  // Behind the number that measures it, or counts it and nobody.
  MEASURE: [
    ...'kilometres kilometers kms miles mile hectares m cm kg kilos kilograms tons tonnes pounds dollars'.split(
      ' ',
    ),
    ...'year month months week weeks minutes seconds hour minute mm percent degrees times'.split(' '),
    ...'attacks strikes airstrikes raids blasts explosions clashes incidents operations shells mortars bullets'.split(
      ' ',
    ),
    ...'villages towns cities houses homes buildings provinces districts governorates'.split(' '),
    ...['air strikes', 'per cent', 'square'],
    ...'كلم كيلومترا أمتار مترا أميال ميل كغ كيلوغرام كيلوغراما طن طنا أطنان دولار دولارا دينار ليرة مليمتر مليمترا'.split(
      ' ',
    ),
    ...'دقيقة دقائق ثانية ثوان أسبوع أسابيع أسبوعا أشهر شهرا شهور يوما عاما أعوام درجة مرات'.split(' '),
    ...'غارات غارة هجمات ضربات ضربة انفجارات اشتباكات عمليات قذائف قذيفة رصاصات طلقات قرى بلدات منازل بيوت مبان'.split(
      ' ',
    ),
    ...'محافظات مناطق محاور جبهات'.split(' '),
    ...['في المئة', 'في المائة', 'بالمئة', 'بالمائة'],
  ],
  CLOCK: [
    ...['am', 'a m', 'pm', 'p m', 'oclock', 'gmt', 'utc', 'local time'],
    ...['صباحا', 'مساء', 'ظهرا', 'عصرا', 'فجرا', 'بتوقيت', 'بالتوقيت المحلي'],
  ],
}

/** In the text as it stands: glued to letters, a point or a sign, behind a short name in capitals, or begun with a 0. */
const written =
  /\p{L}-?\d|\d\p{Script=Latin}|\d[.:/%٪٫]\d?|[%٪]|[#№$€£]\s?\d|\b[A-Z]{1,3} \d|(?<![\d.,])0\d|\b\d{1,2} M(?:ay|AY)\b|\bM(?:ay|AY) \d/u

const said: readonly RegExp[] = [
  /\b(?:UNIT|NAMED) N\d/,
  /\bN\d+ (?:UNIT|MEASURE|CLOCK|MONTH)\b/,
  /\b(?:WHEN|MONTH)(?: ABOUT)? N\d+\b(?! PLURAL)/,
  // A year; a round number is none.
  /\bN(?:19|20)(?!00)\d\d\b(?! PLURAL)/,
  // "Children under 18", "men over 60".
  /\bPLURAL (?:LESS|MORE) N\d+\b(?! PLURAL)/,
]

/** Whether the text, with Latin digits, is written with a number that counts nobody. */
export function isWrittenWithOther(text: string): boolean {
  return written.test(text.replace(/(?<![\p{L}\d])و(?=\d)/gu, ' '))
}

/** Whether one of the numbers among these tokens counts nobody. */
export function saysOther(tokens: readonly string[]): boolean {
  const all = tokens.join(' ')
  return said.some((form) => form.test(all))
}
