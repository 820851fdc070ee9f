import type { CivilDate, WhenPrecision } from '@/lib/incident/when'
import { addCivilDays, calendarDay, daysInMonth, weekdayOf, yearMonthDay } from './calendar'

/** Why words were not read as a date; worded per language elsewhere. */
export type WhenProblem =
  | 'when-empty'
  | 'when-not-understood'
  | 'when-impossible-date'
  | 'when-impossible-time'
  | 'when-time-without-day'
  | 'when-weekday-disagrees'
  | 'when-months-disagree'
  | 'when-no-reference'
  | 'when-year-missing'
  | 'when-two-digit-year'
  | 'when-end-before-start'
  | 'when-hijri'

/** A closed span of days and how it was come by. */
export interface Span {
  start: CivilDate
  end: CivilDate
  precision: WhenPrecision
  /** Whether it was counted from the reference day. */
  counted: boolean
  /** How a numeric date was read where two orders were in question. */
  order: 'day-first' | 'month-first' | null
}

export type SpanResult = Span | { problem: WhenProblem } | null

export const isSpan = (result: SpanResult): result is Span => result !== null && 'start' in result

const impossible = { problem: 'when-impossible-date' } as const

function span(
  start: CivilDate | null,
  end: CivilDate | null,
  precision: WhenPrecision,
  counted = false,
): SpanResult {
  return start && end ? { start, end, precision, counted, order: null } : impossible
}

function day(year: number, month: number, date: number, counted = false): SpanResult {
  const it = calendarDay(year, month, date)
  return span(it, it, 'day', counted)
}

function month(year: number, number: number, counted = false): SpanResult {
  if (number < 1 || number > 12) return impossible
  return span(
    calendarDay(year, number, 1),
    calendarDay(year, number, daysInMonth(year, number)),
    'month',
    counted,
  )
}

function year(number: number, counted = false): SpanResult {
  return span(calendarDay(number, 1, 1), calendarDay(number, 12, 31), 'year', counted)
}

/** 3/4/2017: the day first, unless only the month can be. */
function numeric(first: number, second: number, inYear: number): SpanResult {
  const monthFirst = second > 12 && first <= 12
  const read = monthFirst ? day(inYear, first, second) : day(inYear, second, first)
  if (!isSpan(read)) return read
  if (monthFirst) return { ...read, order: 'month-first' }
  return first <= 12 && first !== second ? { ...read, order: 'day-first' } : read
}

/** The month named without a year: the latest that had begun by the reference day. */
function yearOf(number: number, date: number, from: CivilDate | null): number | null {
  if (!from) return null
  const [inYear, ...rest] = yearMonthDay(from)
  return number * 100 + date > rest[0] * 100 + rest[1] ? inYear - 1 : inYear
}

function shiftMonth([inYear, number]: number[], by: number): [number, number] {
  const count = (inYear ?? 0) * 12 + (number ?? 1) - 1 + by
  return [Math.floor(count / 12), (count % 12) + 1]
}

/** Third of a month or a year: days 1–10, 11–20, 21–end; months 1–4, 5–8, 9–12. */
function third(which: string, whole: Span): Span {
  const [inYear, number] = yearMonthDay(whole.start)
  const at = ['EARLY', 'MID', 'LATE'].indexOf(which)
  const date = (m: number, d: number) => calendarDay(inYear, m, d) as CivilDate
  if (whole.precision === 'month') {
    const end = at === 2 ? whole.end : date(number, at * 10 + 10)
    return { ...whole, start: date(number, at * 10 + 1), end, precision: 'days' }
  }
  const last = at * 4 + 4
  return {
    ...whole,
    start: date(at * 4 + 1, 1),
    end: date(last, daysInMonth(inYear, last)),
    precision: 'month',
  }
}

type Counted = (match: string[], from: CivilDate) => SpanResult

/** How long ago, as precise as its unit: two weeks ago is a week around that day, three months ago that month. */
function ago(count: number, unit: string | undefined, from: CivilDate): SpanResult {
  const [inYear, number] = yearMonthDay(from)
  if (unit === 'YEAR') return year(inYear - count, true)
  if (unit === 'MONTH') return month(...shiftMonth([inYear, number], -count), true)
  const at = addCivilDays(from, unit === 'WEEK' ? -7 * count : -count)
  return unit === 'WEEK'
    ? span(addCivilDays(at, -3), addCivilDays(at, 3), 'week', true)
    : span(at, at, 'day', true)
}

function pastDays(count: number, unit: string | undefined, from: CivilDate): SpanResult {
  const days = count * (unit === 'WEEK' ? 7 : 1)
  return span(addCivilDays(from, -days), from, 'days', true)
}

function lastWeekday(weekday: number, from: CivilDate, sameDay: boolean): SpanResult {
  const back = (weekdayOf(from) - weekday + 7) % 7 || (sameDay ? 0 : 7)
  const at = addCivilDays(from, -back)
  return span(at, at, 'day', true)
}

/** Phrases that count from the reference day. Weeks are told loosely: seven days before it, or the seven ending on it. */
const countedPhrases: [RegExp, Counted][] = [
  [/^(TODAY)$/, (_, from) => span(from, from, 'day', true)],
  [/^(YESTERDAY)$/, (_, from) => ago(1, 'DAY', from)],
  [/^(DAYBEFORE)$/, (_, from) => ago(2, 'DAY', from)],
  [
    /^(?:BEFORE )?(?:(\d{1,3}) )?(DAY|WEEK|MONTH|YEAR) AGO$/,
    ([, n, unit], from) => ago(Number(n ?? 1), unit, from),
  ],
  [/^BEFORE (?:(\d{1,3}) )?(DAY|WEEK|MONTH|YEAR)$/, ([, n, unit], from) => ago(Number(n ?? 1), unit, from)],
  [
    /^(?:LAST (\d{1,3}) (DAY|WEEK)|(\d{1,3}) (DAY|WEEK) LAST)$/,
    ([, n, unit, m, other], from) => pastDays(Number(n ?? m), unit ?? other, from),
  ],
  [
    /^(?:LAST WEEK|WEEK LAST)$/,
    (_, from) => span(addCivilDays(from, -7), addCivilDays(from, -1), 'week', true),
  ],
  [/^(?:CURRENT WEEK|WEEK CURRENT)$/, (_, from) => span(addCivilDays(from, -6), from, 'week', true)],
  [/^(?:LAST MONTH|MONTH LAST)$/, (_, from) => ago(1, 'MONTH', from)],
  [/^(?:CURRENT MONTH|MONTH CURRENT|MONTH)$/, (_, from) => ago(0, 'MONTH', from)],
  [/^(?:LAST YEAR|YEAR LAST)$/, (_, from) => ago(1, 'YEAR', from)],
  [/^(?:CURRENT YEAR|YEAR CURRENT|YEAR)$/, (_, from) => ago(0, 'YEAR', from)],
  [/^W(\d)$/, ([, weekday], from) => lastWeekday(Number(weekday), from, true)],
  [/^(?:LAST W(\d)|W(\d) LAST)$/, ([, a, b], from) => lastWeekday(Number(a ?? b), from, false)],
  [
    /^(?:LAST |CURRENT )?M(\d+)(?: LAST| CURRENT)?$/,
    ([, m], from) => {
      const number = Number(m)
      return month(yearOf(number, 1, from) as number, number, true)
    },
  ],
  [
    /^(?:(\d{1,2}) M(\d+)|M(\d+) (\d{1,2}))(?: LAST| CURRENT)?$/,
    ([, d, m, n, e], from) => {
      const [number, date] = [Number(m ?? n), Number(d ?? e)]
      return day(yearOf(number, date, from) as number, number, date, true)
    },
  ],
  [
    /^(\d{1,2}) (?:MONTH LAST|LAST MONTH)$/,
    ([, d], from) => day(...shiftMonth(yearMonthDay(from), -1), Number(d), true),
  ],
  [
    /^(\d{1,2}) (?:MONTH CURRENT|CURRENT MONTH|MONTH)$/,
    ([, d], from) => {
      const [inYear, number] = yearMonthDay(from)
      return day(inYear, number, Number(d), true)
    },
  ],
]

const n = (text: string | undefined) => Number(text)

const calendarForms: [RegExp, (match: string[]) => SpanResult][] = [
  [
    /^(\d{4}) ([-/.]) (\d{1,2}) \2 (\d{1,2})$/,
    ([, y, , m, d]) => (n(d) === 0 ? unstated(n(y), n(m)) : day(n(y), n(m), n(d))),
  ],
  [/^(\d{1,2}) ([-/.]) (\d{1,2}) \2 (\d{4})$/, ([, a, , b, y]) => numeric(n(a), n(b), n(y))],
  [/^(\d{1,2}) ([-/.]) (\d{1,2}) \2 (\d{1,2})$/, () => ({ problem: 'when-two-digit-year' })],
  [/^(\d{1,2}) (?:[-/.] )?M(\d+) (?:[-/.] )?(\d{4})$/, ([, d, m, y]) => day(n(y), n(m), n(d))],
  [/^M(\d+) (\d{1,2}) (\d{4})$/, ([, m, d, y]) => day(n(y), n(m), n(d))],
  [/^(\d{4}) (?:- )?M(\d+) (?:- )?(\d{1,2})$/, ([, y, m, d]) => day(n(y), n(m), n(d))],
  [/^M(\d+) (?:[-/] )?(\d{4})$/, ([, m, y]) => month(n(y), n(m))],
  [/^(\d{4}) M(\d+)$/, ([, y, m]) => month(n(y), n(m))],
  [/^(\d{4}) - (\d{2})$/, ([, y, m]) => (n(m) === 0 ? year(n(y)) : month(n(y), n(m)))],
  [/^(\d{1,2}) \/ (\d{4})$/, ([, m, y]) => month(n(y), n(m))],
  [/^(\d{4})$/, ([, y]) => year(n(y))],
]

/** EDTF's unspecified digits: 2017-07-XX is the month, 2017-XX-XX the year. */
function unstated(inYear: number, number: number): SpanResult {
  return number === 0 ? year(inYear) : month(inYear, number)
}

/**
 * One date, not a range, from its tokens: null where they are none, a problem where they are one that cannot be.
 */
export function readSpan(tokens: string, from: CivilDate | null): SpanResult {
  for (const [form, read] of calendarForms) {
    const match = form.exec(tokens)
    if (match) return read(match)
  }
  for (const [form, read] of countedPhrases) {
    const match = form.exec(tokens)
    if (match && from) return read(match, from)
    if (match) return { problem: /M\d/.test(tokens) ? 'when-year-missing' : 'when-no-reference' }
  }
  return readThird(tokens, from) ?? readWeekOf(tokens, from) ?? readWeekday(tokens, from)
}

function readThird(tokens: string, from: CivilDate | null): SpanResult {
  const [, which, rest] = /^(EARLY|MID|LATE) (?:- )?(.+)$/.exec(tokens) ?? []
  const whole = rest ? readSpan(rest, from) : null
  if (!which || !isSpan(whole)) return whole
  return whole.precision === 'month' || whole.precision === 'year' ? third(which, whole) : null
}

/** "Week of 3 July": the seven days from that day on. */
function readWeekOf(tokens: string, from: CivilDate | null): SpanResult {
  const first = tokens.startsWith('WEEKOF ') ? readSpan(tokens.slice(7), from) : null
  if (!isSpan(first)) return first
  return first.precision === 'day' ? { ...first, end: addCivilDays(first.start, 6), precision: 'week' } : null
}

/** A day told together with its weekday: they must agree. */
function readWeekday(tokens: string, from: CivilDate | null): SpanResult {
  const [, before, rest, after] = /^(?:W(\d) )?(.+?)(?: W(\d))?$/.exec(tokens) ?? []
  const told = before ?? after
  if (told === undefined || !rest) return null
  const read = readSpan(rest, from)
  if (!isSpan(read)) return read
  if (read.precision !== 'day') return null
  return weekdayOf(read.start) === Number(told) ? read : { problem: 'when-weekday-disagrees' }
}
