import { isLanguageCode } from '@/lib/report/language'
import { languageOf } from '../_words/preferences'

/*
 * Numbers and civil dates in the reader's language, digits and month names. `locale` is the one locale string of
 * `localeOf`. Month names are listed here and not asked of Intl: browsers leave out the data of ar-SY and ar-AE,
 * and server and browser must write the same.
 */

const monthNames = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  levantine: [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
  gulf: [
    'يناير',
    'فبراير',
    'مارس',
    'أبريل',
    'مايو',
    'يونيو',
    'يوليو',
    'أغسطس',
    'سبتمبر',
    'أكتوبر',
    'نوفمبر',
    'ديسمبر',
  ],
} as const

const monthsOf = (locale: string): readonly string[] => {
  if (languageOf(locale) === 'en') return monthNames.en
  return locale.startsWith('ar-SY') ? monthNames.levantine : monthNames.gulf
}

const usesArabicDigits = (locale: string): boolean => locale.includes('-nu-arab')

/** `text` with its ASCII digits in the digits of the locale; for years, clock times, versions. */
export const formatDigits = (locale: string, text: string): string =>
  usesArabicDigits(locale) ? text.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x660 + +digit)) : text

/** By what they are made of, in few locales: to make one costs what a hundred numbers do, and a page has thousands. */
const formatters = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${options.notation} ${options.maximumFractionDigits}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  formatters.set(key, made)
  return made
}

/** A number with grouping: "12,345", "١٢٬٣٤٥". */
export function formatNumber(locale: string, number: number): string {
  return numberFormat(locale).format(number)
}

/** A number in little room: "12K", "١٢ ألف". */
export function formatShortNumber(locale: string, number: number): string {
  return numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(number)
}

/** The day of a civil date: "29 July 2017", "29 تموز 2017". */
export function formatDay(locale: string, date: string): string {
  return `${formatDigits(locale, String(Number(date.slice(8, 10))))} ${formatMonth(locale, date)}`
}

/** The month that a civil date (or "2017-07") lies in: "July 2017". */
export function formatMonth(locale: string, date: string): string {
  return `${formatMonthName(locale, Number(date.slice(5, 7)))} ${formatYear(locale, date)}`
}

/** The year that a civil date (or "2017-07", "2017") lies in, without grouping. */
export function formatYear(locale: string, date: string): string {
  return formatDigits(locale, date.slice(0, 4))
}

/** Name of month 1 to 12; in English the first three letters when `short`. Arabic names have no short form. */
export function formatMonthName(locale: string, month: number, short = false): string {
  const name = monthsOf(locale)[month - 1] ?? ''
  return short && languageOf(locale) === 'en' ? name.slice(0, 3) : name
}

/** A day in little room, for axes and lists: "29 Jul 2017". */
export function formatShortDay(locale: string, date: string): string {
  const day = formatDigits(locale, String(Number(date.slice(8, 10))))
  return `${day} ${formatMonthName(locale, Number(date.slice(5, 7)), true)} ${formatYear(locale, date)}`
}

/** A clock time of 24 hours, `HH:MM` or `HH:MM:SS`, in the locale's digits. */
export const formatTime = (locale: string, time: string): string => formatDigits(locale, time)

/** An instant as day and clock time in UTC: "29 July 2017, 13:05 UTC". */
export function formatInstant(locale: string, instant: Date): string {
  const iso = instant.toISOString()
  const comma = languageOf(locale) === 'ar' ? '،' : ','
  return `${formatDay(locale, iso)}${comma} ${formatTime(locale, iso.slice(11, 16))} UTC`
}

/** Name of a language: "Arabic" for `ar`. What is no code of one, as an older record may hold, stands for itself. */
export function formatLanguage(locale: string, code: string): string {
  if (!isLanguageCode(code)) return code
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
}

/** Kilometres with at most one decimal below ten: "2.5", "25". */
export function formatKilometres(locale: string, km: number): string {
  return numberFormat(locale, { maximumFractionDigits: km < 10 ? 1 : 0 }).format(km)
}
