import { afterEach, describe, expect, it, vi } from 'vitest'
import { EnvironmentError, env, environmentWith, isSet } from './env'

afterEach(() => vi.unstubAllEnvs())

describe('env', () => {
  it('gives the default where nothing is set, and takes an empty value for none', () => {
    vi.stubEnv('PORT', '')
    expect(env('PORT')).toBe(3000)
    expect(isSet('PORT')).toBe(false)
  })

  it('reads a value when asked, not when loaded', () => {
    vi.stubEnv('PORT', '4000')
    expect(env('PORT')).toBe(4000)
    vi.stubEnv('PORT', '4001')
    expect(env('PORT')).toBe(4001)
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'postgresql://'],
    ['DATABASE_POOL', '0'],
  ] as const)('refuses %s=%s, naming it', (name, value) => {
    vi.stubEnv(name, value)
    expect(() => env(name)).toThrow(EnvironmentError)
    expect(() => env(name)).toThrow(name)
  })

  it('says so when a setting without default is missing', () => {
    vi.stubEnv('DATABASE_URL', undefined)
    expect(() => env('DATABASE_URL')).toThrow('DATABASE_URL is not set')
  })

  it('lays extra variables over the environment of a child', () => {
    vi.stubEnv('PORT', '4000')
    expect(environmentWith({ HOST: 'localhost' })).toMatchObject({ PORT: '4000', HOST: 'localhost' })
  })
})
