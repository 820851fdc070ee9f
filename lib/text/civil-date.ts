import { addDays, differenceInCalendarDays, format, getDaysInMonth, isValid, parseISO } from 'date-fns'
import type { CivilDate } from '@/lib/incident/when'

/** The date, or null where the calendar (proleptic Gregorian, years 1000 to 2999) has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (year < 1000 || year > 2999 || month < 1 || month > 12 || day < 1) return null
  if (day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function daysInMonth(year: number, month: number): number {
  return getDaysInMonth(new Date(year, month - 1))
}

/** Whether `text` is an existing day written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  return /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text))
}

export function yearMonthDay(date: CivilDate): [number, number, number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

export function addCivilDays(date: CivilDate, days: number): CivilDate {
  return format(addDays(parseISO(date), days), 'yyyy-MM-dd')
}

/** Days from `from` to `to`; negative where `to` is the earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from))
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: CivilDate): number {
  return parseISO(date).getDay()
}
