import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text'

const title = cleanText({ max: 10, required: true })
const note = cleanText({ max: 1000, multiline: true })

function codeOf(schema: typeof title, text: unknown) {
  const result = schema.safeParse(text)
  if (result.success) return null
  const issue = result.error.issues[0]
  return issue?.code === 'custom' ? issue.params?.code : issue?.code
}

describe('cleanText refuses what must not be stored', () => {
  it.each([
    ['a\0b', 'text-nul'],
    ['a\ud800b', 'text-surrogate'],
    ['\udc00', 'text-surrogate'],
    ['a\u0007b', 'text-control'],
    ['a\u009fb', 'text-control'],
    ['a\ufffeb', 'text-control'],
    ['a\nb', 'text-line-break'],
    ['a\u2028b', 'text-line-break'],
    ['12345678901', 'text-too-long'],
    ['x'.repeat(2_000_000), 'text-too-long'],
    ['   ', 'text-empty'],
    [7, 'invalid_type'],
    [null, 'invalid_type'],
  ])('%j', (text, code) => {
    expect(codeOf(title, text)).toBe(code)
  })
})

describe('cleanText gives the text as it is stored', () => {
  it.each([
    ['  درنة \n', 'درنة'],
    ['cafe\u0301', 'café'],
    ['😀'.repeat(10), '😀'.repeat(10)],
    ['e\u0301'.repeat(10), 'é'.repeat(10)],
    ['می\u200cروم', 'می\u200cروم'],
    ["'; drop", "'; drop"],
  ])('%j', (typed, stored) => {
    expect(title.parse(typed)).toBe(stored)
  })

  it('keeps line breaks and tabs of a longer text, in one form', () => {
    expect(note.parse('a\r\nb\rc\u2029d\te')).toBe('a\nb\nc\nd\te')
  })

  it('lets an optional text be empty', () => {
    expect(note.parse(' ')).toBe('')
  })
})
