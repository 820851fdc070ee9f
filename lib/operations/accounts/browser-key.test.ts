import { expect, test, vi } from 'vitest'
import { browserKey } from './browser-key'

vi.stubEnv('WAQAI_SECRET', 'x'.repeat(40))
const salma = { kind: 'member', id: 'salma', name: 'Salma', role: 'analyst', scopes: null } as const

test('each account has a key of its own, of 256 bits, and the same at every page', () => {
  const key = browserKey(salma)
  expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32)
  expect(browserKey({ ...salma })).toBe(key)
  expect(browserKey({ ...salma, id: 'badr' })).not.toBe(key)
})

test('no token, and nobody whose session is locked or over, is given a key', () => {
  expect(browserKey({ ...salma, scopes: ['read', 'record', 'protected'] })).toBeNull()
  expect(browserKey({ kind: 'anonymous', name: '', sees: 'nothing', halt: 'locked' })).toBeNull()
  expect(browserKey(null)).toBeNull()
})
