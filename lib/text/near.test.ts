import { describe, expect, it } from 'vitest'
import { nearKeys, oneLetterApart, rankMatches } from './near'

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
    expect(nearKeys(typed).some((key) => nearKeys(word).includes(key))).toBe(true)
  })

  it.each([
    ['alpo', 'aleppo'],
    ['elappo', 'aleppo'],
    ['hom', 'homs'],
    ['حلا', 'حلب'],
  ])('%s and %s are not', (typed, word) => {
    expect(oneLetterApart(typed, word)).toBe(false)
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

  it('takes the article as optional, and leaves out what does not match', () => {
    expect(names('رقة', ['الرقه', 10], ['رقبه', 10], ['حلب', 10])).toEqual(['الرقه'])
  })
})
