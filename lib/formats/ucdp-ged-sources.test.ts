import { describe, expect, it } from 'vitest'
import { gedSources } from './ucdp-ged-sources'

describe('articles of a GED row', () => {
  it('are the quoted entries, headlines with commas, semicolons and quotes kept whole', () => {
    const source_article =
      '"Reuters News,2014-01-27,Dead man; found, \'hanging\'";"VDC,2013-01-03,He said "no" twice"'
    expect(gedSources({ source_article })).toEqual([
      { office: 'Reuters News', date: '2014-01-27', headline: "Dead man; found, 'hanging'" },
      { office: 'VDC', date: '2013-01-03', headline: 'He said "no" twice' },
    ])
  })

  it('keep an entry that has no date, and line breaks become spaces', () => {
    expect(gedSources({ source_article: '"SANA, morning\nbulletin"' })).toEqual([
      { office: null, date: null, headline: 'SANA, morning bulletin' },
    ])
  })

  it('come from the three columns where the article is free text and their parts agree', () => {
    const row = {
      source_article: 'Reuters and AFP of that week',
      source_office: 'Reuters;AFP',
      source_date: '2001-01-01;2001-01-02',
      source_headline: 'One;Two',
    }
    expect(gedSources(row).map(({ office, headline }) => [office, headline])).toEqual([
      ['Reuters', 'One'],
      ['AFP', 'Two'],
    ])
  })

  it('are the free text itself where nothing else can be told, and none where nothing is said', () => {
    const source_article = 'Reuters 1989-05-17 "ANGOLAN UNITA REBELS BLOW UP POWER LINES'
    expect(gedSources({ source_article })).toEqual([{ office: null, date: null, headline: source_article }])
    expect(gedSources({ source_article: ' ' })).toEqual([])
  })
})
