import { fold } from '@/lib/text/fold'
import { readNumber } from '@/lib/text/number-words'
import { pointAt } from './distance'
import type { Offset, Point, WherePrecision } from './where'

/** The sixteen winds clockwise from north, 22.5° apart. */
export const winds = [
  'n',
  'nne',
  'ne',
  'ene',
  'e',
  'ese',
  'se',
  'sse',
  's',
  'ssw',
  'sw',
  'wsw',
  'w',
  'wnw',
  'nw',
  'nnw',
] as const
export type Wind = (typeof winds)[number]

/** Degrees clockwise from north. */
export const bearingOf = (wind: Wind): number => winds.indexOf(wind) * 22.5

export type ReadOffset = Offset & { direction: Wind; of: string }

/** The point an offset tells of; null without a distance, which names a side of the place and no point. */
export function offsetPoint(from: Point, { km, bearing }: Offset): Point | null {
  return km === null ? null : pointAt(from, km, bearing)
}

/** How exactly an offset tells a point: "5 km south-west of" is within 25 km; a bare direction no more than the district. */
export function offsetPrecision({ km }: Offset): WherePrecision {
  return km !== null && km <= 25 ? 'near' : 'district'
}

const quarters: Record<'n' | 'e' | 's' | 'w', string[]> = {
  n: ['north', 'northern', 'northward', 'شمال', 'شمالي', 'الشمال', 'الشمالي', 'شمالا'],
  e: ['east', 'eastern', 'eastward', 'شرق', 'شرقي', 'الشرق', 'الشرقي', 'شرقا'],
  s: ['south', 'southern', 'southward', 'جنوب', 'جنوبي', 'الجنوب', 'الجنوبي', 'جنوبا'],
  w: ['west', 'western', 'westward', 'غرب', 'غربي', 'الغرب', 'الغربي', 'غربا'],
}

const quarterOf = new Map(
  Object.entries(quarters).flatMap(([wind, words]) => words.map((word) => [fold(word), wind])),
)

/** One word as the winds it names: "south-west" and "southwest" are two, "ssw" three letters of one. */
function windsIn(word: string): string | null {
  const whole = quarterOf.get(word)
  if (whole) return whole
  if (/^[nesw]{1,3}$/.test(word)) return word
  const [, first = '', second = ''] = /^(north|south)(east|west)(?:ern)?$/.exec(word) ?? []
  return first ? `${first[0]}${second[0]}` : null
}

const units: [RegExp, number][] = [
  [/^(?:km|kms|kilomet(?:er|re)s?|كم|كلم|كيلومتر|كيلومترا|كيلومترات|كيلو)$/, 1],
  [/^(?:m|met(?:er|re)s?|م|متر|مترا|امتار)$/, 0.001],
  [/^(?:mi|miles?|ميل|ميلا|اميال)$/, 1.609344],
  [/^كيلومترين$/, 2],
  [/^ميلين$/, 3.218688],
]

const noise = new Set(
  [
    'على',
    'بعد',
    'مسافه',
    'الى',
    'about',
    'some',
    'around',
    'at',
    'the',
    'to',
    'a',
    'distance',
    'of',
    'نحو',
    'حوالي',
    'قرابه',
    'من',
    'في',
    'away',
    'approximately',
    'just',
    'lies',
  ].map(fold),
)

/**
 * Reads a place told by direction, and mostly distance, from another: "5 km south-west of Derna", "على بعد 5 كم جنوب غرب
 * درنة", "جنوب درنة". Gives the wind, its bearing, kilometres (null if none are told) and the other place's name as
 * written; null where the text tells no direction or no place.
 */
export function readOffset(text: string): ReadOffset | null {
  const written = text
    .normalize('NFC')
    .replace(/[٠-٩۰-۹]/g, (digit) => fold(digit))
    .replace(/(?<=\d)[٫,](?=\d)/g, '.')
  const words = (written.match(/\d+(?:\.\d+)?|[^\s\d,،()-]+/g) ?? []).map((word) => ({
    word,
    folded: foldNumber(word),
  }))
  const first = words.findIndex(({ folded }) => windsIn(folded) !== null)
  if (first < 0) return null
  let end = first
  while (windsIn(words[end]?.folded ?? '') !== null) end++
  const wind = windNamed(words.slice(first, end).map(({ folded }) => windsIn(folded) ?? ''))
  const km = distance(words.slice(0, first).map(({ folded }) => folded))
  const rest = words.slice(end)
  const start = rest.findIndex(({ folded }) => !/^(?:of|from|من|the|مدينه|بلده|قريه)$/.test(folded))
  const of =
    start < 0
      ? ''
      : rest
          .slice(start)
          .map(({ word }) => word)
          .join(' ')
  if (!wind || km === 'unclear' || of === '') return null
  return { km, direction: wind, bearing: bearingOf(wind), of }
}

const foldNumber = (word: string) => (/^[\d.]+$/.test(word) ? word : fold(word).replaceAll(' ', ''))

/** The wind that the quarters make, in whichever order Arabic or English puts them: west, north-west is north-west-by-west. */
function windNamed(parts: string[]): Wind | null {
  const letters = parts.join('')
  const turned = letters.length === 2 && /^[ew][ns]$/.test(letters) ? `${letters[1]}${letters[0]}` : letters
  return winds.find((wind) => wind === turned) ?? null
}

/** Kilometres told before the direction; null where none are, "unclear" where something else is said. */
function distance(words: string[]): number | null | 'unclear' {
  const said = words.filter((word) => !noise.has(word))
  if (said.length === 0) return null
  const unit = units.find(([form]) => form.test(said.at(-1) ?? ''))
  const number = said.slice(0, -1)
  if (!unit) return 'unclear'
  if (number.length === 0) return /ين$/.test(said.at(-1) ?? '') ? unit[1] : 'unclear'
  const value =
    /^\d/.test(number[0] ?? '') && number.length === 1 ? Number(number[0]) : readNumber(number.join(' '))
  return value === null || !(value * unit[1] <= 2000) ? 'unclear' : Math.round(value * unit[1] * 1000) / 1000
}
