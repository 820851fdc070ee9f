import { type CivilDate, type PartOfDay, partsOfDay, type When, type WhenOpening } from '@/lib/incident/when'
import { addCivilDays } from './calendar'
import { isSpan, readSpan, type Span, type SpanResult, type WhenProblem } from './date-span'
import { dateTokens } from './date-words'

export type { WhenProblem } from './date-span'

/** What the reader had to assume, to be said beside the date it understood. */
export type WhenNote = 'day-first' | 'month-first'

export type ReadWhen = { when: When; note: WhenNote | null } | { problem: WhenProblem }

interface Told {
  tokens: string
  time: string | null
  partOfDay: PartOfDay | null
  throughout: boolean
  about: boolean
  /** ليلة السبت may be the night before Saturday or the one after: both days are kept. */
  eitherNight: boolean
}

/**
 * Reads what an analyst types as a date, in Arabic or English, any digits: ISO and EDTF dates, 29/7/2017 (day first),
 * "29 July 2017", "27–29 تموز", "أمس السبت", "early July", "on or before …", with a time or a part of the day.
 *
 * Relative words, weekdays and dates without a year count from `countedFrom` (usually the publication date) backwards.
 * Gives the problem's code where words are not understood, contradict one another or name no existing day; it never guesses.
 */
export function readWhen(text: string, { countedFrom }: { countedFrom: CivilDate | null }): ReadWhen {
  const tokens = dateTokens(text)
  if (tokens === '') return { problem: text.trim() === '' ? 'when-empty' : 'when-not-understood' }
  if (tokens.includes('HIJRI')) return { problem: 'when-hijri' }
  const told = takeApart(tokens)
  if ('problem' in told) return told
  const [open, rest] = readOpening(told.tokens)
  const read = readRange(rest, countedFrom)
  if (read === null) return { problem: 'when-not-understood' }
  if (!isSpan(read)) return read
  return assemble(text.trim(), read, open, told, countedFrom)
}

/** Sets time, part of day and manner apart from the date. */
function takeApart(tokens: string): Told | { problem: WhenProblem } {
  const monthNames = tokens
    .replace(/M(\d+) (?:[/-] )?M(\d+)(?= |$)/g, (both, a, b) => (a === b ? `M${a}` : both))
    .replace(/(\d) FROM (?=M)/, '$1 ')
  const [time, untimed] = readTime(monthNames)
  if (time === 'impossible') return { problem: 'when-impossible-time' }
  const night = untimed.includes('NIGHTOF')
  const part = /P_([a-z]+)/.exec(untimed)?.[1]
  const rest = untimed
    .replace(/P_[a-z]+|NIGHTOF|THROUGHOUT|ABOUT|MEEM|[~?]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  if (rest.includes(' / M') && /M(\d+) \/ M(\d+)/.test(rest)) return { problem: 'when-months-disagree' }
  return {
    tokens: rest,
    time,
    partOfDay: night ? 'night' : (partsOfDay.find((name) => name === part) ?? null),
    throughout: untimed.includes('THROUGHOUT'),
    about: /ABOUT|~/.test(untimed),
    eitherNight: /NIGHTOF W\d(?! [-/]| AND)/.test(untimed),
  }
}

const clock = /(?<!: )\b(\d{1,2}) : (\d{2})(?: : \d{2})?(?: (AM|PM|MEEM|P_[a-z]+))?|\b(\d{1,2}) (AM|PM)\b/

/** The clock time as HH:MM and what is left; "impossible" for 25:00. */
function readTime(tokens: string): [string | null, string] {
  const match = clock.exec(tokens)
  if (!match) return [null, tokens]
  const [hour, minute, half] = [Number(match[1] ?? match[4]), Number(match[2] ?? 0), match[3] ?? match[5]]
  const rest = tokens.replace(match[0], match[3]?.startsWith('P_') ? match[3] : '').trim()
  const later = half !== undefined && /PM|MEEM|P_(noon|afternoon|evening|night)/.test(half) && hour < 12
  const midnight = hour === 12 && half !== undefined && /AM|P_(dawn|night|morning)/.test(half)
  const real = midnight ? 0 : later && !(half === 'P_night' && hour < 5) ? hour + 12 : hour
  if (real > 23 || minute > 59 || (/^[AP]M$/.test(half ?? '') && (hour > 12 || hour < 1)))
    return ['impossible', rest]
  return [`${String(real).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, rest]
}

type Opening = WhenOpening | 'before' | 'after'

const openings: [RegExp, Opening][] = [
  [/^(?:ONBEFORE|UNTIL) (.+)$/, 'on-or-before'],
  [/^(.+) ORBEFORE$/, 'on-or-before'],
  [/^ONAFTER (.+)$/, 'on-or-after'],
  [/^(.+) ORAFTER$/, 'on-or-after'],
  [/^BEFORE (?!(?:\d+ )?(?:DAY|WEEK|MONTH|YEAR)\b)(.+)$/, 'before'],
  [/^AFTER (.+)$/, 'after'],
  [/^(?:\.\.|\/) (?:\/ )?(.+)$/, 'on-or-before'],
  [/^(.+?) (?:\/ )?(?:\.\.|\/)$/, 'on-or-after'],
]

function readOpening(tokens: string): [Opening, string] {
  for (const [form, open] of openings) {
    const rest = form.exec(tokens)?.[1]
    if (rest) return [open, rest]
  }
  return ['none', tokens]
}

type RangeSpan = Span & { lasting?: boolean }

/** One date or two with a word or dash between; "from … to" lasts, the others say only that it was within. */
function readRange(tokens: string, from: CivilDate | null): RangeSpan | Exclude<SpanResult, Span> {
  const whole = readSpan(tokens, from)
  if (isSpan(whole)) return whole
  const lasting = tokens.startsWith('FROM ')
  const bare = tokens
    .replace(/^(?:BETWEEN|FROM) /, '')
    .replace(/\bM(\d+) (\d{1,2}) (-|AND|TO) (\d{1,2})(?= |$)(?! M)/, '$2 M$1 $3 $4 M$1')
  let problem = whole
  for (const separator of ['..', 'TO', 'UNTIL', 'AND', '/', '-']) {
    for (const [left, right] of splits(bare, separator)) {
      const read = joined(left, right, from)
      if (isSpan(read)) return { ...read, lasting }
      problem ??= read
    }
  }
  return problem
}

function* splits(tokens: string, separator: string): Generator<[string, string]> {
  const parts = tokens.split(` ${separator} `)
  for (let at = 1; at < parts.length; at++) {
    yield [parts.slice(0, at).join(` ${separator} `), parts.slice(at).join(` ${separator} `)]
  }
}

/** The span from `left` to `right`; the left borrows the month and year that it leaves out: "27–29 July 2017". */
function joined(left: string, right: string, from: CivilDate | null): SpanResult {
  const end = readSpan(right, from)
  if (!isSpan(end)) return end
  const start = readLeft(left, right, isSpan(end) ? end : null, from)
  if (!isSpan(start)) return start
  if (start.start > end.end) return { problem: 'when-end-before-start' }
  const precision =
    start.precision === end.precision && /month|year/.test(end.precision) ? end.precision : 'days'
  return {
    start: start.start,
    end: end.end,
    precision,
    counted: start.counted || end.counted,
    order: start.order ?? end.order,
  }
}

function readLeft(left: string, right: string, end: Span | null, from: CivilDate | null): SpanResult {
  const weekday = /^W\d$/.test(left) && end
  if (weekday) return readSpan(`LAST ${left}`, end.start)
  const borrowed = /(?:\/ \d{1,2} )?\/ \d{4}$/.exec(right)?.[0] ?? /M\d+( \d{4})?$/.exec(right)?.[0]
  const inYear = /\d{4}$/.exec(right)?.[0]
  if (/^(?:W\d )?\d{1,2}$/.test(left)) return borrowed ? readSpan(`${left} ${borrowed}`, from) : null
  if (/M\d+$|M\d+ \d{1,2}$/.test(left) && inYear) return readSpan(`${left} ${inYear}`, from)
  return readSpan(left, from)
}

function assemble(
  text: string,
  read: RangeSpan,
  open: Opening,
  told: Told,
  countedFrom: CivilDate | null,
): ReadWhen {
  const bounds = spread(read, told)
  const single = bounds.start === bounds.end
  if (told.time && (!single || open !== 'none')) return { problem: 'when-time-without-day' }
  const worded = read.counted || told.about || told.partOfDay || /EARLY|MID|LATE|WEEKOF/.test(told.tokens)
  const when: When = {
    start: open === 'after' ? addCivilDays(bounds.end, 1) : open.endsWith('before') ? null : bounds.start,
    end: open === 'before' ? addCivilDays(bounds.start, -1) : open.endsWith('after') ? null : bounds.end,
    precision: told.time ? 'minute' : told.partOfDay ? 'part-of-day' : bounds.precision,
    sense: told.throughout || read.lasting ? 'throughout' : 'within',
    open: open === 'before' ? 'on-or-before' : open === 'after' ? 'on-or-after' : open,
    time: told.time,
    partOfDay: told.partOfDay,
    phrase: worded ? text : null,
    countedFrom: read.counted ? countedFrom : null,
  }
  return { when, note: read.order }
}

/** "About" a day is a day either side. */
function spread(read: Span, { about, eitherNight }: Told): Pick<Span, 'start' | 'end' | 'precision'> {
  if (eitherNight && read.start === read.end) return { ...read, start: addCivilDays(read.start, -1) }
  if (!about || read.precision !== 'day') return read
  return { start: addCivilDays(read.start, -1), end: addCivilDays(read.end, 1), precision: 'days' }
}
