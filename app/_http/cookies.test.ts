import { expect, test } from 'vitest'
import { cookiesOf } from './cookies'

const read = (cookie: string) => cookiesOf(new Request('http://localhost/', { headers: { cookie } }))

test('a cookie is read by its name, whatever stands around it and in its value', () => {
  const cookie = read('lone; a=1;  b = x.y=z ;c=')
  expect(['a', 'b', 'c', 'lone', 'd'].map(cookie)).toEqual(['1', 'x.y=z', '', undefined, undefined])
})

test('a cookie that came twice is none, also where one is written with a space', () => {
  const cookie = read('a =1; b=2; a=3')
  expect(cookie('a')).toBeUndefined()
  expect(cookie('b')).toBe('2')
})
