import { afterEach, describe, expect, it, vi } from 'vitest'
import { readableWarning, requireAccounts, servedAddress } from './served-address'

afterEach(() => vi.unstubAllEnvs())

function address(host: string, publicUrl = '') {
  vi.stubEnv('HOST', host)
  vi.stubEnv('PORT', '3000')
  vi.stubEnv('WAQAI_PUBLIC_URL', publicUrl)
  return servedAddress()
}

describe('where the app is served', () => {
  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1', '[::1]'])('needs no accounts on %s', (host) => {
    expect(() => requireAccounts(address(host), false)).not.toThrow()
    expect(readableWarning(address(host))).toBeNull()
  })

  it.each([
    ['192.168.1.5', ''],
    ['0.0.0.0', 'https://waqai.example'],
    ['127.0.0.1', 'https://waqai.example'],
    ['127.0.0.1', 'https://127.0.0.1.evil.example'],
    ['fd00::5', ''],
  ])('lets others in at %s %s only with accounts', (host, publicUrl) => {
    expect(() => requireAccounts(address(host, publicUrl), false)).toThrow('would let other machines in')
    expect(() => requireAccounts(address(host, publicUrl), true)).not.toThrow()
  })

  it.each(['0.0.0.0', '::', '[::]'])('asks for a name where it listens everywhere: %s', (host) => {
    expect(() => address(host)).toThrow('WAQAI_PUBLIC_URL')
  })

  it('gives the address that people use', () => {
    expect(address('::1').url).toBe('http://[::1]:3000')
    expect(address('127.0.0.1', 'https://Waqai.example/').url).toBe('https://waqai.example')
  })

  it('warns where passwords would travel readable', () => {
    expect(readableWarning(address('192.168.1.5'))).toContain('http://192.168.1.5:3000')
    expect(readableWarning(address('192.168.1.5', 'https://waqai.example'))).toBeNull()
  })
})
