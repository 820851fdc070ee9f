import { addDays, format, getDaysInMonth, parseISO } from 'date-fns'
import type { CivilDate } from '@/lib/incident/when'

/** The date, or null where the calendar (proleptic Gregorian, years 1000 to 2999) has no such day. */
export function calendarDay(year: number, month: number, day: number): CivilDate | null {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1) return null
  if (day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function daysInMonth(year: number, month: number): number {
  return getDaysInMonth(new Date(year, month - 1))
}

export function yearMonthDay(date: CivilDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

export function addCivilDays(date: CivilDate, days: number): CivilDate {
  return format(addDays(parseISO(date), days), 'yyyy-MM-dd')
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): number {
  return parseISO(date).getDay()
}
