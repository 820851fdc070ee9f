import { describe, expect, it } from 'vitest'
import { nearWords, oneLetterApart, rankMatches } from './near'

describe('oneLetterApart', () => {
  it.each([
    ['alepo', 'aleppo'],
    ['aleppoo', 'aleppo'],
    ['aleppe', 'aleppo'],
    ['alpepo', 'aleppo'],
    ['درنا', 'درنه'],
    ['دنره', 'درنه'],
    ['الزوو', 'الزور'],
  ])('%s and %s are', (typed, word) => {
    expect(oneLetterApart(typed, word)).toBe(true)
    expect(nearWords(typed)).toContain(word)
  })

  it.each([
    ['alpo', 'aleppo'],
    ['elappo', 'aleppo'],
    ['hom', 'homs'],
    ['حلا', 'حلب'],
  ])('%s and %s are not', (typed, word) => {
    expect(oneLetterApart(typed, word)).toBe(false)
    expect(nearWords(typed)).not.toContain(word)
  })
})

describe('nearWords', () => {
  it('gives short words alone, and Arabic ones with and without the article', () => {
    expect(nearWords('hom')).toEqual(['hom'])
    expect(nearWords('حلب')).toEqual(['حلب', 'الحلب'])
    expect(nearWords('الرقه')).toContain('رقه')
    expect(nearWords('رقه')).toContain('الرقه')
  })

  it('holds nothing that is more than a letter away', () => {
    for (const typed of ['alepo', 'درنه', 'киів']) {
      for (const word of nearWords(typed))
        expect(word === typed || `ال${typed}` === word || oneLetterApart(typed, word)).toBe(true)
    }
  })
})

describe('rankMatches', () => {
  const names = (query: string, ...all: [string, number][]) =>
    rankMatches(
      query,
      all.map(([folded, population]) => ({ folded, population })),
    ).map(({ folded }) => folded)

  it('puts the same name before beginnings before near ones', () => {
    expect(names('derna', ['berna', 0], ['derna bay', 0], ['derna', 0])).toEqual([
      'derna',
      'derna bay',
      'berna',
    ])
  })

  it('puts a city one letter off before a hamlet that begins so', () => {
    expect(names('alepo', ['alepohori', 40], ['aleppo', 1_600_000])).toEqual(['aleppo', 'alepohori'])
  })

  it('takes a part of a name last', () => {
    expect(names('ern', ['derna', 0], ['homs', 0], ['ernest', 0])).toEqual(['ernest', 'derna'])
  })

  it('takes the article as optional, and leaves out what does not match', () => {
    expect(names('رقة', ['الرقه', 10], ['رقبه', 10], ['حلب', 10])).toEqual(['الرقه'])
  })
})
