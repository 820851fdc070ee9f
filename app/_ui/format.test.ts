import { describe, expect, it } from 'vitest'
import { type digits, localeOf, type monthNames } from '../_words/preferences'
import {
  formatDay,
  formatInstant,
  formatLanguage,
  formatMonth,
  formatMonthName,
  formatNumber,
  formatShortDay,
  formatYear,
} from './format'

const english = localeOf({ language: 'en', digits: 'arab', months: 'gulf', theme: 'system' })
const arabic = (d: (typeof digits)[number], m: (typeof monthNames)[number]) =>
  localeOf({ language: 'ar', digits: d, months: m, theme: 'system' })

describe('numbers', () => {
  it('are grouped in the digits of the reader', () => {
    expect(formatNumber(english, 12345)).toBe('12,345')
    expect(formatNumber(arabic('latn', 'gulf'), 12345)).toBe('12,345')
    expect(formatNumber(arabic('arab', 'levantine'), 12345)).toBe('١٢٬٣٤٥')
  })
})

describe('dates', () => {
  it.each([
    [english, '29 July 2017', 'July 2017', '2017', '29 Jul 2017'],
    [arabic('latn', 'levantine'), '29 تموز 2017', 'تموز 2017', '2017', '29 تموز 2017'],
    [arabic('latn', 'gulf'), '29 يوليو 2017', 'يوليو 2017', '2017', '29 يوليو 2017'],
    [arabic('arab', 'levantine'), '٢٩ تموز ٢٠١٧', 'تموز ٢٠١٧', '٢٠١٧', '٢٩ تموز ٢٠١٧'],
    [arabic('arab', 'gulf'), '٢٩ يوليو ٢٠١٧', 'يوليو ٢٠١٧', '٢٠١٧', '٢٩ يوليو ٢٠١٧'],
  ])('%s', (locale, day, month, year, short) => {
    expect(formatDay(locale, '2017-07-29')).toBe(day)
    expect(formatMonth(locale, '2017-07')).toBe(month)
    expect(formatYear(locale, '2017-07-29')).toBe(year)
    expect(formatShortDay(locale, '2017-07-29')).toBe(short)
  })

  it('name the twelve months as the calendars of both families do', () => {
    const named = (locale: string) => [1, 2, 10, 12].map((month) => formatMonthName(locale, month))
    expect(named(arabic('latn', 'levantine'))).toEqual(['كانون الثاني', 'شباط', 'تشرين الأول', 'كانون الأول'])
    expect(named(arabic('latn', 'gulf'))).toEqual(['يناير', 'فبراير', 'أكتوبر', 'ديسمبر'])
    expect(named(english)).toEqual(['January', 'February', 'October', 'December'])
  })

  it('write an instant in UTC, and say so', () => {
    const instant = new Date('2017-07-29T13:05:59Z')
    expect(formatInstant(english, instant)).toBe('29 July 2017, 13:05 UTC')
    expect(formatInstant(arabic('arab', 'gulf'), instant)).toBe('٢٩ يوليو ٢٠١٧، ١٣:٠٥ UTC')
  })
})

describe('languages', () => {
  it.each([
    [english, 'fa', 'Persian'],
    [arabic('latn', 'gulf'), 'fa', 'الفارسية'],
    [english, 'ar-12', 'ar-12'],
    [english, '', ''],
  ])('%s: %s is %s', (locale, code, name) => {
    expect(formatLanguage(locale, code)).toBe(name)
  })
})
