import { expect, it } from 'vitest'
import { sessionToken } from './session-token'

const token = 'aB3'.repeat(11)

it.each([`${token}.c2lnbmF0dXJl%3D`, `${token}%2Ec2lnbmF0dXJl`, token])(
  'is what stands before the signature: %s',
  (cookie) => {
    expect(sessionToken(cookie)).toBe(token)
  },
)

it.each([
  undefined,
  '',
  '%',
  '%ff.x',
  '%E0%A4',
  '.',
  `${token}%`,
  `${token} `,
  `${token}ة`,
  'a'.repeat(31),
  'a'.repeat(65),
  "' or true--",
])('is none in %j', (cookie) => {
  expect(sessionToken(cookie)).toBeNull()
})
