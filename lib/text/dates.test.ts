import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { When } from '@/lib/incident/when'
import { addCivilDays, calendarDay } from './calendar'
import { readWhen } from './dates'
import { formatEdtf } from './edtf'

/** Sunday, the day the Derna report came out. */
const countedFrom = '2017-07-30'

function told(text: string, from: string | null = countedFrom): string {
  const read = readWhen(text, { countedFrom: from })
  return 'problem' in read ? read.problem : shortly(read.when) + (read.note ? ` (${read.note})` : '')
}

function shortly({ start, end, precision, sense, open, time, partOfDay }: When): string {
  const span = start === end ? start : `${start ?? ''}..${end ?? ''}`
  const parts = [
    span,
    precision,
    time,
    partOfDay,
    open === 'none' ? null : open,
    sense === 'within' ? null : sense,
  ]
  return parts.filter(Boolean).join(' ')
}

const jul = (from: number, to: number, rest: string) =>
  `2017-07-${String(from).padStart(2, '0')}..2017-07-${String(to).padStart(2, '0')} ${rest}`

describe('calendar dates', () => {
  it.each([
    ['2017-07-29', '2017-07-29 day'],
    ['2017/7/29', '2017-07-29 day'],
    ['٢٠١٧-٠٧-٢٩', '2017-07-29 day'],
    ['29/7/2017', '2017-07-29 day'],
    ['۲۹/۷/۲۰۱۷', '2017-07-29 day'],
    ['29.7.2017', '2017-07-29 day'],
    ['29-7-2017', '2017-07-29 day'],
    ['3/4/2017', '2017-04-03 day (day-first)'],
    ['4/4/2017', '2017-04-04 day'],
    ['7/29/2017', '2017-07-29 day (month-first)'],
    ['29 July 2017', '2017-07-29 day'],
    ['29th of July, 2017', '2017-07-29 day'],
    ['July 29, 2017', '2017-07-29 day'],
    ['Jul 29 2017', '2017-07-29 day'],
    ['29-Jul-2017', '2017-07-29 day'],
    ['Saturday 29 July 2017', '2017-07-29 day'],
    ['29 July 2017 (Saturday)', '2017-07-29 day'],
    ['29 يوليو 2017', '2017-07-29 day'],
    ['٢٩ تموز ٢٠١٧', '2017-07-29 day'],
    ['29 جويلية 2017', '2017-07-29 day'],
    ['29 يوليوز 2017', '2017-07-29 day'],
    ['29 ناصر 2017', '2017-07-29 day'],
    ['السبت 29 تموز/يوليو 2017', '2017-07-29 day'],
    ['السبت، 29 يوليو (تموز) 2017 م', '2017-07-29 day'],
    ['يوم السبت الموافق 29 يوليو 2017', '2017-07-29 day'],
    ['التاسع والعشرين من يوليو 2017', '2017-07-29 day'],
    ['الأول من آب 2017', '2017-08-01 day'],
    ['12 مارس 2018', '2018-03-12 day'],
    ['3 كانون الثاني 2018', '2018-01-03 day'],
    ['3 كانون الأول 2018', '2018-12-03 day'],
    ['3 تشرين الثاني 2018', '2018-11-03 day'],
    ['نيسان/أبريل 2017', '2017-04-01..2017-04-30 month'],
    ['July 2017', jul(1, 31, 'month')],
    ['2017-07', jul(1, 31, 'month')],
    ['7/2017', jul(1, 31, 'month')],
    ['شهر يوليو 2017', jul(1, 31, 'month')],
    ['2017', '2017-01-01..2017-12-31 year'],
    ['عام 2017', '2017-01-01..2017-12-31 year'],
    ['29 February 2016', '2016-02-29 day'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('spans', () => {
  it.each([
    ['27–29 July 2017', jul(27, 29, 'days')],
    ['27-29 July', jul(27, 29, 'days')],
    ['July 27-29, 2017', jul(27, 29, 'days')],
    ['27-29/7/2017', jul(27, 29, 'days')],
    ['27/7/2017 - 29/7/2017', jul(27, 29, 'days')],
    ['between 3 and 5 July 2017', jul(3, 5, 'days')],
    ['between July 3 and 5, 2017', jul(3, 5, 'days')],
    ['بين 3 و5 يوليو 2017', jul(3, 5, 'days')],
    ['ما بين ٣ و ٥ تموز ٢٠١٧', jul(3, 5, 'days')],
    ['from 27 to 29 July 2017', jul(27, 29, 'days throughout')],
    ['من 27 إلى 29 يوليو 2017', jul(27, 29, 'days throughout')],
    ['27 July to 3 August 2017', '2017-07-27..2017-08-03 days'],
    ['27 July 2016 – 3 August 2017', '2016-07-27..2017-08-03 days'],
    ['2017-07-27..2017-07-29', jul(27, 29, 'days')],
    ['2017-07-29/2017-07-30', jul(29, 30, 'days')],
    ['2017-07-29 - 2017-07-30', jul(29, 30, 'days')],
    ['July–August 2017', '2017-07-01..2017-08-31 month'],
    ['2016-2017', '2016-01-01..2017-12-31 year'],
    ['Friday and Saturday', jul(28, 29, 'days')],
    ['الجمعة والسبت', jul(28, 29, 'days')],
    ['week of 3 July 2017', jul(3, 9, 'week')],
    ['throughout July 2017', jul(1, 31, 'month throughout')],
    ['طوال شهر يوليو 2017', jul(1, 31, 'month throughout')],
    ['early July 2017', jul(1, 10, 'days')],
    ['mid-July 2017', jul(11, 20, 'days')],
    ['late July 2017', jul(21, 31, 'days')],
    ['مطلع يوليو 2017', jul(1, 10, 'days')],
    ['منتصف تموز', jul(11, 20, 'days')],
    ['أواخر الشهر الماضي', '2017-06-21..2017-06-30 days'],
    ['أواخر الشهر', jul(21, 31, 'days')],
    ['late 2016', '2016-09-01..2016-12-31 month'],
    ['about 15 July 2017', jul(14, 16, 'days')],
    ['2017-07~', jul(1, 31, 'month')],
    ['2017-07-XX', jul(1, 31, 'month')],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('open ends', () => {
  it.each([
    ['on or before 29 July 2017', '..2017-07-29 day on-or-before'],
    ['29 July 2017 or earlier', '..2017-07-29 day on-or-before'],
    ['في 29 تموز 2017 أو قبله', '..2017-07-29 day on-or-before'],
    ['29 تموز 2017 أو بعده', '2017-07-29.. day on-or-after'],
    ['before 30 July 2017', '..2017-07-29 day on-or-before'],
    ['by 29 July 2017', '..2017-07-29 day on-or-before'],
    ['../2017-07-29', '..2017-07-29 day on-or-before'],
    ['قبل 30 يوليو 2017', '..2017-07-29 day on-or-before'],
    ['في موعد أقصاه 29 يوليو 2017', '..2017-07-29 day on-or-before'],
    ['حتى 29 يوليو 2017', '..2017-07-29 day on-or-before'],
    ['on or before yesterday', '..2017-07-29 day on-or-before'],
    ['on or after 29 July 2017', '2017-07-29.. day on-or-after'],
    ['after July 2017', '2017-08-01.. month on-or-after'],
    ['since 3 July', '2017-07-03.. day on-or-after'],
    ['منذ 3 يوليو 2017', '2017-07-03.. day on-or-after'],
    ['2017-07-29/..', '2017-07-29.. day on-or-after'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('counted from the day of publication', () => {
  it.each([
    ['yesterday', '2017-07-29 day'],
    ['أمس', '2017-07-29 day'],
    ['أمس السبت', '2017-07-29 day'],
    ['امس السبت', '2017-07-29 day'],
    ['يوم أمس السبت', '2017-07-29 day'],
    ['yesterday, Saturday', '2017-07-29 day'],
    ['اليوم', '2017-07-30 day'],
    ['اليوم الأحد', '2017-07-30 day'],
    ['أول أمس', '2017-07-28 day'],
    ['أول من أمس الجمعة', '2017-07-28 day'],
    ['the day before yesterday', '2017-07-28 day'],
    ['قبل يومين', '2017-07-28 day'],
    ['قبل ثلاثة أيام', '2017-07-27 day'],
    ['3 days ago', '2017-07-27 day'],
    ['قبل 3 أيام', '2017-07-27 day'],
    ['two weeks ago', jul(13, 19, 'week')],
    ['last week', jul(23, 29, 'week')],
    ['الأسبوع الماضي', jul(23, 29, 'week')],
    ['last month', '2017-06-01..2017-06-30 month'],
    ['الشهر الماضي', '2017-06-01..2017-06-30 month'],
    ['last year', '2016-01-01..2016-12-31 year'],
    ['العام الماضي', '2016-01-01..2016-12-31 year'],
    ['on Saturday', '2017-07-29 day'],
    ['Sunday', '2017-07-30 day'],
    ['last Sunday', '2017-07-23 day'],
    ['السبت الماضي', '2017-07-29 day'],
    ['خلال اليومين الماضيين', jul(28, 30, 'days')],
    ['29 July', '2017-07-29 day'],
    ['31 July', '2016-07-31 day'],
    ['August', '2016-08-01..2016-08-31 month'],
    ['3 يوليو الجاري', '2017-07-03 day'],
    ['25 من الشهر الجاري', '2017-07-25 day'],
    ['29 من يوليو', '2017-07-29 day'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  it('keeps the words and the day they count from', () => {
    const read = readWhen(' أمس السبت ', { countedFrom })
    expect(read).toMatchObject({ when: { phrase: 'أمس السبت', countedFrom } })
    expect(readWhen('29 July 2017', { countedFrom })).toMatchObject({
      when: { phrase: null, countedFrom: null },
    })
  })
})

describe('times and parts of the day', () => {
  it.each([
    ['29 July 2017 at 14:30', '2017-07-29 minute 14:30'],
    ['2017-07-29T14:30', '2017-07-29 minute 14:30'],
    ['2:30 pm on 29 July 2017', '2017-07-29 minute 14:30'],
    ['yesterday at 2 pm', '2017-07-29 minute 14:00'],
    ['12:15 am 29 July 2017', '2017-07-29 minute 00:15'],
    ['السبت الساعة 14:30', '2017-07-29 minute 14:30'],
    ['السبت الساعة ٢:٣٠ مساء', '2017-07-29 minute 14:30 evening'],
    ['السبت الساعة 2:30 م', '2017-07-29 minute 14:30'],
    ['Saturday night', '2017-07-29 part-of-day night'],
    ['last night', '2017-07-29 part-of-day night'],
    ['this morning', '2017-07-30 part-of-day morning'],
    ['فجر السبت', '2017-07-29 part-of-day dawn'],
    ['فجر اليوم الأحد', '2017-07-30 part-of-day dawn'],
    ['صباح أمس', '2017-07-29 part-of-day morning'],
    ['ظهر السبت', '2017-07-29 part-of-day noon'],
    ['عصر 29 يوليو 2017', '2017-07-29 part-of-day afternoon'],
    ['مساء أمس السبت', '2017-07-29 part-of-day evening'],
    ['ليلة أمس', '2017-07-29 part-of-day night'],
    ['ليلة السبت', jul(28, 29, 'part-of-day night')],
    ['ليلة 28-29 يوليو 2017', jul(28, 29, 'part-of-day night')],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })
})

describe('what is refused', () => {
  it.each([
    ['', 'when-empty'],
    ['   ', 'when-empty'],
    ['soon', 'when-not-understood'],
    ['(!)', 'when-not-understood'],
    ['29 Julember 2017', 'when-not-understood'],
    ['31 June 2017', 'when-impossible-date'],
    ['30 فبراير 2017', 'when-impossible-date'],
    ['29 February 2017', 'when-impossible-date'],
    ['2017-13-01', 'when-impossible-date'],
    ['13/13/2017', 'when-impossible-date'],
    ['2017-07-32', 'when-impossible-date'],
    ['0999-01-01', 'when-impossible-date'],
    ['3000', 'when-impossible-date'],
    ['29/7/17', 'when-two-digit-year'],
    ['أمس الجمعة', 'when-weekday-disagrees'],
    ['yesterday Sunday', 'when-weekday-disagrees'],
    ['Friday 29 July 2017', 'when-weekday-disagrees'],
    ['تموز/يونيو 2017', 'when-months-disagree'],
    ['29-27 July 2017', 'when-end-before-start'],
    ['29 July 2017 at 25:00', 'when-impossible-time'],
    ['July 2017 at 14:30', 'when-time-without-day'],
    ['6 ذو القعدة 1438 هـ', 'when-hijri'],
  ])('%s: %s', (text, problem) => {
    expect(told(text)).toBe(problem)
  })

  it.each([
    ['yesterday', 'when-no-reference'],
    ['السبت', 'when-no-reference'],
    ['29 July', 'when-year-missing'],
    ['July', 'when-year-missing'],
  ])('%s, with nothing to count from: %s', (text, problem) => {
    expect(told(text, null)).toBe(problem)
  })

  it('is answered, whatever is typed', () => {
    const words = fc.constantFrom(
      '29',
      '7',
      '2017',
      'July',
      'السبت',
      '-',
      '/',
      '..',
      'before',
      'من',
      'ليلة',
      'x',
      ':',
      '~',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const read = readWhen(text, { countedFrom })
        if ('problem' in read) return true
        const { start, end } = read.when
        return start === null || end === null ? start !== end : start <= end
      }),
      { numRuns: 3000 },
    )
  })
})

describe('EDTF', () => {
  it.each([
    ['29 July 2017', '2017-07-29'],
    ['29 July 2017 at 14:30', '2017-07-29T14:30'],
    ['July 2017', '2017-07'],
    ['2017', '2017'],
    ['between 3 and 5 July 2017', '[2017-07-03..2017-07-05]'],
    ['from 3 to 5 July 2017', '2017-07-03/2017-07-05'],
    ['throughout July 2017', '2017-07-01/2017-07-31'],
    ['before 30 July 2017', '[..2017-07-29]'],
    ['since 3 July 2017', '[2017-07-03..]'],
  ])('%s → %s', (text, edtf) => {
    const read = readWhen(text, { countedFrom: null })
    expect('when' in read && formatEdtf(read.when)).toBe(edtf)
  })

  it('reads back as the same span', () => {
    const day = fc.date({ min: new Date('1001-01-01'), max: new Date('2990-01-01'), noInvalidDate: true })
    const civil = day.map(
      (d) => calendarDay(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()) as string,
    )
    const open = fc.constantFrom('none', 'on-or-before', 'on-or-after' as const)
    fc.assert(
      fc.property(civil, fc.nat(800), open, fc.boolean(), (start, days, opening, lasting) => {
        const span = {
          start: opening === 'on-or-before' ? null : start,
          end: opening === 'on-or-after' ? null : addCivilDays(start, days),
        }
        const rest = {
          precision: 'days',
          time: null,
          partOfDay: null,
          phrase: null,
          countedFrom: null,
        } as const
        const when = { ...span, ...rest, open: opening, sense: lasting ? 'throughout' : 'within' } as When
        const read = readWhen(formatEdtf(when), { countedFrom: null })
        expect(read).toMatchObject({ when: { ...span, open: opening } })
      }),
    )
  })
})
