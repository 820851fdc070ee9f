import fc from 'fast-check'
import { expect, it } from 'vitest'
import { reportDraft } from './draft'

const languageProblems = (language: string) =>
  reportDraft.safeParse({ key: 'r1', outlet: 'Outlet', language }).error?.issues.map(({ message }) => message)

it.each(['ar', 'en', 'ckb', 'ar-SY', 'ar-419', 'zh-Hant', 'az-Arab-IR', 'sl-rozaj-biske', 'de-1996'])(
  'a report may be in %s',
  (language) => {
    expect(languageProblems(language)).toBeUndefined()
  },
)

it.each([
  '',
  'a',
  'Arabic',
  'AR',
  'ar-12',
  'ar-u-nu-latn',
  'ar-Arab-Arab',
  'ar-SY-EG',
  'sl-rozaj-rozaj',
  'ar_SY',
])('"%s" is refused as no code of a language', (language) => {
  expect(languageProblems(language)).toEqual(['language-form'])
})

it('takes no language that cannot be named', () => {
  const subtags = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/)
  const codes = fc.tuple(fc.stringMatching(/^[a-z]{2,3}$/), fc.array(subtags, { maxLength: 3 }))
  const names = new Intl.DisplayNames('ar', { type: 'language' })
  fc.assert(
    fc.property(codes, ([language, rest]) => {
      const code = [language, ...rest].join('-')
      if (languageProblems(code) === undefined) expect(() => names.of(code)).not.toThrow()
    }),
    { numRuns: 2000 },
  )
})
