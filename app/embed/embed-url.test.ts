import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embedLook, embedThemes, isEmbedPath } from './embed-path'
import { embedViews, readEmbed, writeEmbed } from './embed-url'

const read = (view: string, query: string) => {
  const told = readEmbed(view, new URLSearchParams(query))
  return told.ok ? told.embedded : told.problems.map(({ path, code }) => `${path.join('.')} ${code}`)
}

describe('the address of an embedded view', () => {
  it('says the view, the explorer’s question, the language and the colours', () => {
    expect(read('timeline', 'kind=battles&window=2017-07-01~2017-07-31&lang=ar&theme=dark')).toMatchObject({
      view: 'timeline',
      lang: 'ar',
      theme: 'dark',
      explored: { filter: { kinds: ['battles'] }, window: { from: 17_348 } },
    })
    expect(read('totals', '')).toMatchObject({ view: 'totals', lang: null, theme: 'auto' })
  })

  it('opens the map where it is what is asked for, and nowhere else but among all', () => {
    expect(read('map', '')).toMatchObject({ explored: { map: true } })
    expect(read('explore', 'map=1')).toMatchObject({ explored: { map: true } })
    expect(read('explore', '')).toMatchObject({ explored: { map: false } })
    expect(read('timeline', 'map=1')).toMatchObject({ explored: { map: false } })
  })

  it('is refused with everything that is wrong with it, each by its name', () => {
    expect(read('tables', 'lang=fr&theme=pink&kind=none&wiht=1')).toEqual([
      'view embed-view',
      'lang embed-lang',
      'theme embed-theme',
      'wiht filter-unknown-parameter',
      'kind filter-not-listed',
    ])
  })

  it('is read as it was written', () => {
    const addresses = fc.record({
      view: fc.constantFrom(...embedViews),
      query: fc.constantFrom('', 'kind=battles', 'from=2017-01-01&lanes=actor', 'q=%D8%AF%D8%B1%D9%86%D8%A9'),
      lang: fc.constantFrom('', 'lang=ar', 'lang=en'),
      theme: fc.constantFrom(...embedThemes.map((one) => `theme=${one}`)),
    })
    fc.assert(
      fc.property(addresses, ({ view, query, lang, theme }) => {
        const first = readEmbed(view, new URLSearchParams([query, lang, theme].filter(Boolean).join('&')))
        if (!first.ok) throw new Error('not read')
        const url = new URL(writeEmbed(first.embedded), 'http://waqai')
        expect(isEmbedPath(url.pathname)).toBe(true)
        expect(readEmbed(url.pathname.slice('/embed/'.length), url.searchParams)).toEqual(first)
      }),
    )
  })
})

it('the door takes from it what it knows, wherever it stands, and from no other address', () => {
  expect(embedLook('/embed/map?q=a?b&theme=light&lang=en')).toBe('lang=en&theme=light')
  expect(embedLook('/embed/map')).toBe('')
  expect(embedLook('/embed/map?lang=xx&theme=%00')).toBe('')
  for (const url of ['/explore?lang=ar', '/embed', '/embed/', '/embed/a/b?lang=ar', '/x/embed/map'])
    expect(embedLook(url), url).toBeUndefined()
})
