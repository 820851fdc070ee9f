import type { When } from '@/lib/incident/when'
import { formatDay, formatMonth, formatTime, formatYear } from './format'

type Words = (key: string, params?: Record<string, string>) => string

/**
 * An uncertain date in words: "on or before 29 July 2017", "some time in July 2017", "27 July 2017 to 29 July 2017".
 * `t` speaks the namespace `when`.
 */
export function whenWords(locale: string, t: Words, when: When): string {
  const { start, end } = when
  if (when.open === 'on-or-before' && end) return t('on-or-before', { date: boundLabel(locale, when, end) })
  if (when.open === 'on-or-after' && start) return t('on-or-after', { date: boundLabel(locale, when, start) })
  const first = start ?? end
  const last = end ?? start
  if (!first || !last) return t('unknown')
  const single = singleLabel(locale, t, when, first, last)
  if (single) return single
  const range = { start: boundLabel(locale, when, first), end: boundLabel(locale, when, last) }
  if (when.sense === 'throughout') return t('throughout', range)
  return when.precision === 'week' ? t('week', range) : t('within-range', range)
}

/** The words where the whole span is one day, one month or one year; else null. */
function singleLabel(locale: string, t: Words, when: When, start: string, end: string): string | null {
  if (start === end) {
    const date = formatDay(locale, start)
    if (when.time) return t('at', { date, time: formatTime(locale, when.time) })
    return when.partOfDay ? t('part', { date, part: t(`part-${when.partOfDay}`) }) : date
  }
  const span = wholeSpan(locale, start, end)
  if (!span) return null
  return when.sense === 'throughout' ? t('all-of', { span }) : t('within', { span })
}

function wholeSpan(locale: string, start: string, end: string): string | null {
  if (!startsMonth(start) || !endsMonth(end)) return null
  if (start.slice(0, 7) === end.slice(0, 7)) return formatMonth(locale, start)
  const fullYear = start.slice(5) === '01-01' && end.slice(5) === '12-31'
  return fullYear && start.slice(0, 4) === end.slice(0, 4) ? formatYear(locale, start) : null
}

/**
 * A bound is told as finely as the span is known: by its month or year only where the whole span keeps to whole
 * months or years, so that "late July" keeps its days.
 */
function boundLabel(locale: string, when: When, date: string): string {
  const { precision, start, end } = when
  const aligned = (start === null || startsMonth(start)) && (end === null || endsMonth(end))
  const years = (start === null || start.slice(5) === '01-01') && (end === null || end.slice(5) === '12-31')
  if (precision === 'year' && years) return formatYear(locale, date)
  if ((precision === 'year' || precision === 'month') && aligned) return formatMonth(locale, date)
  return formatDay(locale, date)
}

const startsMonth = (date: string): boolean => date.endsWith('-01')

function endsMonth(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === day
}
