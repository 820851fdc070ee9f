import { fold } from '@/lib/text/fold'
import { fromPlusCode } from './plus-code'
import { fromMgrs, fromUtm } from './utm'
import type { Point } from './where'

export type CoordinateNotation =
  | 'decimal'
  | 'degrees-minutes'
  | 'utm'
  | 'mgrs'
  | 'plus-code'
  | 'geo-uri'
  | 'url'
  | 'wkt'

/** Why a text was not read as coordinates; worded per language elsewhere. */
export type CoordinateProblem =
  | 'coordinates-not-understood'
  | 'coordinates-out-of-range'
  | 'coordinates-ambiguous'

export type ReadCoordinates = (Point & { notation: CoordinateNotation }) | { problem: CoordinateProblem }

/**
 * Reads a point of WGS 84 in any common notation: decimal degrees (latitude first), degrees–minutes(–seconds), with
 * hemisphere letters or Arabic words for them; UTM; MGRS; full Plus codes; `geo:` URIs; map URLs; WKT POINT. Any digits.
 *
 * A pair with one hemisphere twice or with none and the first beyond 90 is refused rather than turned round.
 */
export function readCoordinates(text: string): ReadCoordinates {
  const plain = latinised(text)
  for (const read of [readUrl, readGeoUri, readWkt, readPlusCode, readGrid, readDegrees]) {
    const found = read(plain)
    if (found) return found
  }
  return { problem: 'coordinates-not-understood' }
}

const hemispheres: [RegExp, string][] = [
  [/north(?:ing)?|شمالا|شمال/gi, 'N'],
  [/south|جنوبا|جنوب/gi, 'S'],
  [/east(?:ing)?|شرقا|شرق/gi, 'E'],
  [/west|غربا|غرب/gi, 'W'],
  [/(?:latitude|lat|خط عرض|خط العرض|دائرة عرض|عرض)\s*[:=]?/gi, ' '],
  [/(?:longitude|long|lon|lng|خط طول|خط الطول|طول)\s*[:=]?/gi, ' '],
]

/** Latin digits and signs, one sign each for minus, degree, minute and second, hemispheres as letters. */
function latinised(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u064b-\u0652]/g, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => fold(digit))
    .trim()
  if (/^(?:https?:|geo:)/i.test(bare)) return bare
  let plain = bare
    .replace(/(?<=\d)٫(?=\d)/g, '.')
    .replace(/[،؛;]/g, ',')
    .replace(/[−–—]/g, '-')
    .replace(/[º˚]|deg(?:rees)?|درجة/gi, '°')
    .replace(/[′’‘´`]|دقيقة/g, "'")
    .replace(/[″”“]|''|ثانية/g, '"')
  for (const [words, letter] of hemispheres) plain = plain.replace(words, letter)
  return plain.trim()
}

function at(lat: number, lon: number, notation: CoordinateNotation): ReadCoordinates {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return { problem: 'coordinates-out-of-range' }
  return { lat, lon, notation }
}

const pair = String.raw`(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)`

/** Where maps keep the point in their addresses; the point that was searched for goes before the middle of the view. */
const urlForms: RegExp[] = [
  /!3d(-?\d+(?:\.\d+)?)!4d(-?\d+(?:\.\d+)?)/,
  /[?&]mlat=(-?\d+(?:\.\d+)?)&mlon=(-?\d+(?:\.\d+)?)/,
  new RegExp(`[?&](?:q|query|ll|sll|daddr|cp|center|destination)=(?:loc:)?${pair}`),
  new RegExp(`/@${pair}`),
  /#map=[\d.]+\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)/,
  new RegExp(`/(?:place|search)/${pair}`),
  /[?&]lat=(-?\d+(?:\.\d+)?)&(?:lon|lng)=(-?\d+(?:\.\d+)?)/,
]

function readUrl(text: string): ReadCoordinates | null {
  if (!/^https?:\/\//i.test(text)) return null
  const address = text.replace(/%2c/gi, ',').replaceAll('+', ' ')
  for (const form of urlForms) {
    const match = form.exec(address)
    if (match) return at(Number(match[1]), Number(match[2]), 'url')
  }
  return null
}

/** RFC 5870; only WGS 84. */
function readGeoUri(text: string): ReadCoordinates | null {
  const match = new RegExp(`^geo:${pair}(?:,-?[\\d.]+)?(?:[;?].*)?$`, 'i').exec(text)
  if (!match || (/crs=/i.test(text) && !/crs=wgs84/i.test(text))) return null
  return at(Number(match[1]), Number(match[2]), 'geo-uri')
}

/** Well-known text: longitude first. */
function readWkt(text: string): ReadCoordinates | null {
  const match = /^(?:srid=4326\s*,\s*)?point\s*z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)(?:\s+-?[\d.]+)?\s*\)$/i.exec(
    text,
  )
  return match && at(Number(match[2]), Number(match[1]), 'wkt')
}

function readPlusCode(text: string): ReadCoordinates | null {
  const point = fromPlusCode(text)
  return point && at(point.lat, point.lon, 'plus-code')
}

function readGrid(text: string): ReadCoordinates | null {
  const mgrs = fromMgrs(text)
  if (mgrs)
    return mgrs === 'impossible' ? { problem: 'coordinates-out-of-range' } : at(mgrs.lat, mgrs.lon, 'mgrs')
  const utm = fromUtm(text)
  if (utm) return utm === 'impossible' ? { problem: 'coordinates-out-of-range' } : at(utm.lat, utm.lon, 'utm')
  return null
}

const figures = String.raw`([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*'\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*"\s*)?`
const angle = new RegExp(`([NSEW])\\s*${figures}|${figures}([NSEW](?![A-Z]))?`, 'iy')

interface Angle {
  degrees: number
  hemisphere: string | null
  minutes: boolean
}

/** Two angles with nothing but separators between and around. */
function readDegrees(text: string): ReadCoordinates | null {
  const bare = colonMinutes(text.replace(/^\(+|\)+$/g, '').trim())
  if (decimalCommas.test(bare)) return { problem: 'coordinates-ambiguous' }
  const first = readAngle(bare, 0)
  if (!first) return null
  const second = readAngle(bare, first.end)
  if (!second || second.end !== bare.length) return null
  return paired(first.angle, second.angle) ?? { problem: 'coordinates-ambiguous' }
}

/** 32:45:40 for 32°45'40". */
function colonMinutes(text: string): string {
  return text.replace(
    /(\d{1,3}):(\d{1,2}(?:\.\d+)?)(?::(\d{1,2}(?:\.\d+)?))?/g,
    (_, d, m, s) => `${d}°${m}'${s ? `${s}"` : ''}`,
  )
}

/** "32,7667 22,6367": commas for points, which could pair in two ways. */
const decimalCommas = /^-?\d{1,3},\d+[\s,]+-?\d{1,3},\d+$/

function readAngle(text: string, from: number): { angle: Angle; end: number } | null {
  angle.lastIndex = from
  const match = angle.exec(text)
  if (!match) return null
  const [degrees = '', minutes, seconds] = match[1] ? match.slice(2, 5) : match.slice(5, 8)
  if (Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return null
  const size = Math.abs(Number(degrees)) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600
  const between = /^[\s,/|و]*/.exec(text.slice(angle.lastIndex))?.[0] ?? ''
  return {
    angle: {
      degrees: degrees.startsWith('-') ? -size : size,
      hemisphere: (match[1] ?? match[8])?.toUpperCase() ?? null,
      minutes: minutes !== undefined,
    },
    end: angle.lastIndex + between.length,
  }
}

function paired(first: Angle, second: Angle): ReadCoordinates | null {
  const notation = first.minutes || second.minutes ? 'degrees-minutes' : 'decimal'
  const [a, b] = [axis(first), axis(second)]
  if ((a === null) !== (b === null) || (a !== null && a === b)) return null
  if ([first, second].some((it) => it.hemisphere && it.degrees < 0)) return null
  const [lat, lon] = a === 'lon' ? [second, first] : [first, second]
  if (a === null && Math.abs(lat.degrees) > 90 && Math.abs(lon.degrees) <= 90) return null
  return at(signed(lat), signed(lon), notation)
}

const axis = ({ hemisphere }: Angle) => (hemisphere === null ? null : /[NS]/.test(hemisphere) ? 'lat' : 'lon')
const signed = ({ degrees, hemisphere }: Angle) => (/[SW]/.test(hemisphere ?? '') ? -degrees : degrees)
