import { expect, it } from 'vitest'
import { encodingFor, namesVersion } from './encoded-answer'

const asking = (headers: Record<string, string>) => new Request('http://127.0.0.1:3000/', { headers })

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0.0', 'identity'],
  ['deflate', 'identity'],
  ['', 'identity'],
])('answers to %j in %s', (accept, encoding) => {
  expect(encodingFor(asking({ 'accept-encoding': accept }))).toBe(encoding)
})

it.each([
  ['W/"abc"', true],
  ['"abc"', true],
  ['"x", W/"abc"', true],
  ['abc', false],
  ['"x"', false],
  ['*', false],
])('takes If-None-Match %s', (told, isNamed) => {
  expect(namesVersion(asking({ 'if-none-match': told }), 'abc')).toBe(isNamed)
})

it('is asked for it all where there is none', () => {
  expect(namesVersion(asking({}), 'abc')).toBe(false)
})
