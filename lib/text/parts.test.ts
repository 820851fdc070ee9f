import { expect, it } from 'vitest'
import { webAddress } from './parts'

it.each(['https://example.org/a?b=ج#c', 'http://example.org', 'https://[2001:db8::1]:8080/'])(
  '%j is an address of the web',
  (address) => {
    expect(webAddress.parse(address)).toBe(address)
  },
)

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  '//example.org',
  '/incidents',
  'example.org',
  'https://',
  'java\nscript:alert(1)',
])('%j is refused: a click on it must lead to the web and run nothing', (address) => {
  expect(webAddress.safeParse(address).success).toBe(false)
})
