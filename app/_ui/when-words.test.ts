import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import type { When } from '@/lib/incident/when'
import { messagesOf } from '../_words/messages'
import { languageOf } from '../_words/preferences'
import { whenWords } from './when-words'

const en = 'en-GB-u-nu-latn'
const ar = 'ar-SY-u-nu-arab'

function words(locale: string, when: Partial<When>): string {
  const messages = messagesOf(languageOf(locale)).when
  const t = createTranslator({ locale, messages }) as (key: string, params?: Record<string, string>) => string
  return whenWords(locale, t, {
    start: null,
    end: null,
    precision: 'day',
    sense: 'within',
    open: 'none',
    time: null,
    partOfDay: null,
    phrase: null,
    countedFrom: null,
    ...when,
  })
}

const day = { start: '2017-07-29', end: '2017-07-29' }
const july = { start: '2017-07-01', end: '2017-07-31', precision: 'month' } as const
const days = { start: '2017-07-27', end: '2017-07-29', precision: 'days' } as const

describe('an uncertain date in words', () => {
  it.each<[Partial<When>, string, string]>([
    [day, '29 July 2017', '٢٩ تموز ٢٠١٧'],
    [{ ...day, precision: 'minute', time: '13:05' }, '29 July 2017, 13:05', '٢٩ تموز ٢٠١٧، الساعة ١٣:٠٥'],
    [{ ...day, precision: 'part-of-day', partOfDay: 'dawn' }, '29 July 2017, at dawn', '٢٩ تموز ٢٠١٧، فجرًا'],
    [{ end: '2017-07-29', open: 'on-or-before' }, 'on or before 29 July 2017', 'في ٢٩ تموز ٢٠١٧ أو قبله'],
    [{ start: '2017-07-29', open: 'on-or-after' }, 'on or after 29 July 2017', 'في ٢٩ تموز ٢٠١٧ أو بعده'],
    [july, 'some time in July 2017', 'في وقت ما من تموز ٢٠١٧'],
    [{ ...july, sense: 'throughout' }, 'throughout July 2017', 'طوال تموز ٢٠١٧'],
    [{ start: '2017-01-01', end: '2017-12-31', precision: 'year' }, 'some time in 2017', 'في وقت ما من ٢٠١٧'],
    [days, 'some time between 27 July 2017 and 29 July 2017', 'في وقت ما بين ٢٧ تموز ٢٠١٧ و٢٩ تموز ٢٠١٧'],
    [{ ...days, sense: 'throughout' }, '27 July 2017 to 29 July 2017', 'من ٢٧ تموز ٢٠١٧ إلى ٢٩ تموز ٢٠١٧'],
    [
      { start: '2017-07-24', end: '2017-07-30', precision: 'week' },
      'in the week 24 July 2017 to 30 July 2017',
      'في أسبوع ٢٤ تموز ٢٠١٧ إلى ٣٠ تموز ٢٠١٧',
    ],
    [
      { start: '2017-06-01', end: '2017-07-31', precision: 'month', sense: 'throughout' },
      'June 2017 to July 2017',
      'من حزيران ٢٠١٧ إلى تموز ٢٠١٧',
    ],
  ])('%o', (when, english, arabic) => {
    expect(words(en, when)).toBe(english)
    expect(words(ar, when)).toBe(arabic)
  })

  it('keeps the days of a span that is no whole month', () => {
    const late = { start: '2017-07-21', end: '2017-07-31', precision: 'month' } as const
    expect(words(en, late)).toBe('some time between 21 July 2017 and 31 July 2017')
  })
})
