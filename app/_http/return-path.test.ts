import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturnPath } from './return-path'

const home = '/timeline'

describe('where to go after signing in', () => {
  it.each([
    '/',
    '/log',
    '/log?edit=LY-2017-7KQ4#s1',
    '/incidents/LY-2017-7KQ4?version=2',
    '/timeline?text=%D8%AF%D8%B1%D9%86%D8%A9&from=2017-07-01&text=5%25',
    '/timeline?to=https://elsewhere.example//',
  ])('goes back to %s', (path) => expect(safeReturnPath(path)).toBe(path))

  it.each([
    '',
    'timeline',
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/%255cevil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\u0000/log',
    ' /log',
    '/log\u2028',
    '/log ',
    '/@evil.example',
    '/log?a\\b',
    `/${'a'.repeat(5000)}`,
  ])('does not go to %j', (text) => expect(safeReturnPath(text)).toBe(home))

  it('takes nothing for none', () => {
    expect(safeReturnPath(null)).toBe(home)
    expect(safeReturnPath(undefined)).toBe(home)
  })

  it('stays on this site and means what it says, whatever is asked', () => {
    const piece = fc.constantFrom(
      ...[
        '/',
        '\\',
        '%2f',
        '%5C',
        '%',
        '.',
        '..',
        '@',
        ':',
        'https:',
        'evil.example',
        '?',
        '#',
        '\t',
        '\r',
        ' ',
      ],
      ...['log', 'javascript:', '\u0000', '\u200f', '／', '。'],
    )
    const texts = fc.oneof(
      fc.string(),
      fc.webPath(),
      fc.array(piece).map((pieces) => `/${pieces.join('')}`),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const path = safeReturnPath(text)
        const { origin, pathname, search, hash } = new URL(path, 'https://waqai.example/sign-in')
        expect(origin).toBe('https://waqai.example')
        expect(pathname + (search || '') + (hash || '')).toBe(path.replace(/[?#]+$/, ''))
      }),
      { numRuns: 2000 },
    )
  })
})
