import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { messagesOf } from '@/app/_words/messages'
import { claim, exactly } from './claims.test-kit'
import { deriveFigures } from './derive-figures'
import { explain } from './explain'
import { reasonCodes } from './reason-code'

const values = { said: 'exact', outcome: 'wounded', word: 'عشرات', day: '2020-01-02' }
const counts = [0, 1, 2, 3, 11, 100]
const numbers = ['low', 'high', 'best', 'n', 'parts', 'statements', 'inside', 'denials', 'sum']

/** The sentence of a code with every number the same; a wrong message throws. */
function sentence(language: 'ar' | 'en', code: (typeof reasonCodes)[number], n: number): string {
  const t = createTranslator({
    locale: language,
    messages: messagesOf(language),
    onError: (error) => {
      throw error
    },
  })
  return t(`figure.reason.${code}`, {
    ...values,
    ...Object.fromEntries(numbers.map((name) => [name, n])),
  } as never)
}

describe.each(['ar', 'en'] as const)('%s', (language) => {
  test('every remark has its sentence, and no sentence is left over', () => {
    expect(new Set(Object.keys(messagesOf(language).figure.reason))).toEqual(new Set(reasonCodes))
  })

  test.each(reasonCodes)('%s can be said of every number', (code) => {
    for (const n of counts) expect(sentence(language, code, n)).toMatch(/[.؟]$/u)
  })
})

test('the Arabic dual and plurals come out right', () => {
  expect(sentence('ar', 'rejected-left-out', 2)).toBe('تُرك قولان مرفوضان.')
  expect(sentence('ar', 'rejected-left-out', 5)).toContain('5 أقوال')
  expect(sentence('ar', 'rejected-left-out', 11)).toContain('11 قولًا')
})

test('a figure is told in plain sentences', () => {
  const figures = deriveFigures([
    ...['a', 'b', 'c'].map((key) => claim(key, exactly(5))),
    claim('least', exactly(3)),
    claim('most', exactly(8)),
  ])
  const t = createTranslator({ locale: 'en', messages: messagesOf('en') })
  const told = explain(figures[0] ?? { reasons: [] }, String)
  expect(told.map(({ code, values: said }) => t(`figure.reason.${code}`, said as never))).toEqual([
    '5 statements: the least says 3, the most 8.',
    '5 lies inside more of them than any other number: 3 of 5.',
  ])
})

test('a newer count tells its day in the reader’s words', () => {
  const figures = deriveFigures([
    claim('a', exactly(5), { saidOn: '2020-01-01', preferred: true }),
    claim('b', exactly(6), { saidOn: '2020-01-02' }),
  ])
  const told = explain(figures[0] ?? { reasons: [] }, (day) => `the day ${day}`)
  expect(told.find(({ code }) => code === 'newer-count')).toMatchObject({
    values: { day: 'the day 2020-01-02' },
    warns: true,
  })
})
