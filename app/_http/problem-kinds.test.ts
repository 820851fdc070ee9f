import { expect, it } from 'vitest'
import { messagesOf } from '@/app/_words/messages'
import { problemType, statusOf } from './problem-kinds'

it('tells in both languages what each kind of refusal means', () => {
  for (const language of ['ar', 'en'] as const) {
    const { title, page } = messagesOf(language).problem
    const kinds = new Set(Object.keys(statusOf))
    expect(new Set(Object.keys(title))).toEqual(kinds)
    expect(new Set(Object.keys(page.remedy))).toEqual(kinds)
  }
})

it('leads to the part of /docs/problems that has the name of the kind', () => {
  expect(problemType('not-found')).toBe('/docs/problems#not-found')
})
