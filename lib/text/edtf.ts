import type { When } from '@/lib/incident/when'
import { daysInMonth, yearMonthDay } from './calendar'

/**
 * The date in EDTF (ISO 8601-2, level 2): "2017-07-29", "2017-07", "2017"; a span lived through as an interval
 * `a/b`, a span within which as a set `[a..b]`, open ends as `..`. Parts of the day have no EDTF and are left out.
 */
export function formatEdtf({ start, end, open, sense, time, precision }: When): string {
  const whole = open === 'none' && start && end && sense === 'within' ? wholeUnit(start, end) : null
  if (whole) return precision === 'minute' && time ? `${whole}T${time}` : whole
  const [from, to] = [start ?? '..', end ?? '..']
  if (sense === 'throughout') return `${from}/${to}`
  return `[${from}${start && end ? '..' : ''}${to}]`
}

/** The day, month or year that the span exactly is, if it is one. */
function wholeUnit(start: string, end: string): string | null {
  if (start === end) return start
  const [year, month] = yearMonthDay(start)
  if (start.endsWith('-01-01') && end === `${year}-12-31`) return `${year}`
  const last = String(daysInMonth(year, month)).padStart(2, '0')
  return start.endsWith('-01') && end === `${start.slice(0, 8)}${last}` ? start.slice(0, 7) : null
}
