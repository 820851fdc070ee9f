import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '@/app/_words/messages'
import type { Language } from '@/app/_words/preferences'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { filterChips, filterSentence, periodWords, type Words } from './filter-words'

const locales = { en: 'en-GB-u-nu-latn', ar: 'ar-SY-u-nu-arab' }
const wordsIn = (language: Language) =>
  createTranslator({ locale: locales[language], messages: messagesOf(language) }) as unknown as Words
const names = {
  actors: { 7: { ar: 'الجيش', en: 'the army' } },
  places: { 3: { ar: 'درنة', en: 'Derna' } },
  datasets: { 'ucdp-ged': 'UCDP GED' },
  reports: { 6: { outlet: 'Al-Wasat', title: null, publishedOn: '2017-07-30' } },
}
const filter: Filter = {
  text: 'quarry',
  from: '2017-07-01',
  to: '2017-07-31',
  kinds: ['battles', 'air-strike'],
  actors: [7, 8],
  parties: [7],
  places: [3],
  primaryPlaces: [3],
  area: [
    [20, 30],
    [22, 30],
    [22, 32],
  ],
  killedAtLeast: 2,
  statuses: ['verified'],
  grades: ['fair', 'none'],
  means: ['drone'],
  datasets: ['own', 'ucdp-ged'],
  reports: [6, 9],
  disputedOnly: true,
}
const sentence = (asked: Filter, language: Language) =>
  filterSentence(filterChips(asked, names, locales[language], wordsIn(language)), wordsIn(language))

describe('filterChips', () => {
  it('says everything that is asked for, in both languages', () => {
    expect(sentence(filter, 'en')).toBe(
      '“quarry” · July 2017 · Battles · Air or drone strike · the army, with its parts · unknown (no. 8), with its parts · the army itself · Derna · Derna (main place) · in the area drawn on the map · 2 or more killed · verified · evidence: fair · evidence: not graded · drone · Logged here · UCDP GED · in the report \u2068Al-Wasat\u2069 · 30 July 2017 · in the report unknown (no. 9) · disputed only',
    )
    expect(sentence(filter, 'ar')).toContain('تموز ٢٠١٧ · معارك')
    expect(sentence(filter, 'ar')).toContain('الجيش')
  })

  it('lets an only actor or place change between what is found and what is counted, and none beside others', () => {
    const changes = (asked: Partial<Filter>) =>
      filterChips({ ...emptyFilter, ...asked }, names, locales.en, wordsIn('en')).map(
        (chip) => chip.instead?.change,
      )
    expect(changes({ actors: [7] })).toEqual([{ actors: [], parties: [7] }])
    expect(changes({ parties: [7], primaryPlaces: [3] })).toEqual([
      { parties: [], actors: [7] },
      { primaryPlaces: [], places: [3] },
    ])
    expect(changes({ actors: [7, 8] })).toEqual([undefined, undefined])
    expect(changes({ actors: [7], parties: [8] })).toEqual([undefined, undefined])
  })

  it('says that nothing is asked for', () => {
    expect(sentence(emptyFilter, 'en')).toBe('all incidents')
  })

  it('drops one at a time until nothing is left', () => {
    let left = filter
    for (let chips = 20; chips > 0; chips--) {
      const [first, ...others] = filterChips(left, names, locales.en, wordsIn('en'))
      expect(others).toHaveLength(chips - 1)
      left = { ...left, ...first?.without }
    }
    expect(left).toEqual(emptyFilter)
  })
})

describe('periodWords', () => {
  const say = (from: string | null, to: string | null) => periodWords(from, to, locales.en, wordsIn('en'))
  it('is as brief as it can be', () => {
    expect(say('2017-07-03', '2017-07-03')).toBe('3 July 2017')
    expect(say('2017-02-01', '2017-02-28')).toBe('February 2017')
    expect(say('2017-01-01', '2017-12-31')).toBe('2017')
    expect(say('2016-01-01', '2018-12-31')).toBe('2016 – 2018')
    expect(say('2016-02-01', '2017-03-31')).toBe('February 2016 – March 2017')
    expect(say('2017-07-03', '2017-07-09')).toBe('3 July 2017 – 9 July 2017')
    expect(say('2017-07-03', null)).toBe('from 3 July 2017')
    expect(say(null, '2017-07-03')).toBe('until 3 July 2017')
  })
})
