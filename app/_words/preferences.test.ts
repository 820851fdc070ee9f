import { expect, it } from 'vitest'
import { embedPreferences, preferenceCookie, readPreferences } from './preferences'

it('a preference is kept for this host alone over https, and is read back either way', () => {
  for (const secure of [true, false]) {
    const kept = preferenceCookie('language', 'ar', secure)
    expect(/; secure$/.test(kept)).toBe(secure)
    expect(kept).toContain('; path=/;')
    expect(kept).toContain('; samesite=lax')
    expect(kept).not.toContain('domain')
    const [name, value] = kept.split(';')[0]?.split('=') ?? []
    expect(name?.startsWith('__Host-')).toBe(secure)
    expect(readPreferences((asked) => (asked === name ? value : undefined), 'en').language).toBe('ar')
  }
})

it('what is no preference counts as none', () => {
  expect(readPreferences(() => '<script>', 'ar')).toMatchObject({ language: 'ar', theme: 'system' })
})

it('an embedded view is as its address says, else as the browser is', () => {
  const of = (query: string) => embedPreferences(new URLSearchParams(query), 'ar-SY, en')
  expect(of('lang=en&theme=dark')).toMatchObject({ language: 'en', theme: 'dark' })
  expect(of('theme=auto')).toMatchObject({ language: 'ar', theme: 'system' })
})
