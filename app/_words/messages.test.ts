import { expect, test } from 'vitest'
import { messagesOf } from './messages'

type Tree = { [key: string]: string | Tree }

/** Every message by its path. */
function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  )
}

const en = new Map(flat(messagesOf('en') as unknown as Tree))
const ar = new Map(flat(messagesOf('ar') as unknown as Tree))

test('messages are the same in both languages', () => {
  expect(new Set(ar.keys())).toEqual(new Set(en.keys()))
  expect(en.size).toBeGreaterThan(500)
})

// After Arabic letters "2017-07-29" is drawn as 29-07-2017.
test('messages in Arabic isolate what hyphens and commas join to digits', () => {
  const bare = [...ar].filter(([, message]) =>
    /\d(-|, ?|\.\.)\d/.test(message.replace(/\u2066[^\u2069]*\u2069|[A-Z]{2}-\d{4}-\w+/g, '')),
  )
  expect(bare).toEqual([])
})
