import { afterEach, describe, expect, it, vi } from 'vitest'
import { EnvironmentError, env, environmentWith, isSet, mapOrigins } from './env'

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
    ['WAQAI_EXPLORE_ROWS', '0'],
    ['WAQAI_EXPLORE_ROWS', 'many'],
    ['WAQAI_PUBLIC_URL', 'waqai.example'],
    ['WAQAI_PUBLIC_URL', 'ftp://waqai.example'],
    ['WAQAI_PUBLIC_URL', 'https://waqai.example/path'],
    ['WAQAI_PUBLIC_URL', 'https://user@waqai.example'],
    ['WAQAI_MAP_STYLE_URL', 'tiles.example/style.json'],
    ['WAQAI_MAP_STYLE_URL', 'javascript:alert(1)'],
    ['WAQAI_MAP_STYLE_URL', "https://tiles.example;script-src 'unsafe-inline'/style.json"],
    ['WAQAI_MAP_ORIGINS', '*'],
    ['WAQAI_EMBED_ORIGINS', 'news.example'],
    ['WAQAI_EMBED_ORIGINS', 'https://news.example/page'],
    ['WAQAI_EMBED_ORIGINS', 'https://*.news.example'],
    ['WAQAI_EMBED_ORIGINS', '* https://news.example'],
    ['WAQAI_EMBED_ORIGINS', 'https://news.example;script-src'],
    ['WAQAI_EMBED_ORIGINS', "'self'"],
    ['WAQAI_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['WAQAI_TRUSTED_PROXIES', '10.0.0.1 proxy.example'],
    ['WAQAI_TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ] as const)('refuses %s=%s, naming it', (name, value) => {
    vi.stubEnv(name, value)
    expect(() => env(name)).toThrow(EnvironmentError)
    expect(() => env(name)).toThrow(name)
  })

  it('reads the address that people use, and the proxies before the app', () => {
    vi.stubEnv('WAQAI_PUBLIC_URL', 'https://Waqai.example:443/')
    expect(env('WAQAI_PUBLIC_URL')).toBe('https://waqai.example')
    vi.stubEnv('WAQAI_TRUSTED_PROXIES', '127.0.0.1, 10.0.0.0/8 fd00::/8')
    expect(env('WAQAI_TRUSTED_PROXIES')).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
    vi.stubEnv('WAQAI_TRUSTED_PROXIES', '')
    expect(env('WAQAI_TRUSTED_PROXIES')).toEqual([])
  })

  it('lets pages ask the origins of an outside ground, and none without one', () => {
    vi.stubEnv('WAQAI_MAP_ORIGINS', 'https://a.tiles.example')
    expect(mapOrigins()).toEqual([])
    vi.stubEnv('WAQAI_MAP_STYLE_URL', 'https://tiles.example/dark/style.json?key=1')
    expect(mapOrigins()).toEqual(['https://tiles.example', 'https://a.tiles.example'])
  })

  it('reads which sites may show views: none, some or all', () => {
    vi.stubEnv('WAQAI_EMBED_ORIGINS', '')
    expect(env('WAQAI_EMBED_ORIGINS')).toEqual([])
    vi.stubEnv('WAQAI_EMBED_ORIGINS', 'https://News.example:443/, http://localhost:8080 https://news.example')
    expect(env('WAQAI_EMBED_ORIGINS')).toEqual(['https://news.example', 'http://localhost:8080'])
    vi.stubEnv('WAQAI_EMBED_ORIGINS', '*')
    expect(env('WAQAI_EMBED_ORIGINS')).toEqual(['*'])
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
