/** What a reader chose for the interface; kept in one cookie each, so that a link shares the filter and not the language. */
export const languages = ['ar', 'en'] as const
export const digits = ['latn', 'arab'] as const
export const monthNames = ['levantine', 'gulf'] as const
export const themes = ['system', 'light', 'dark'] as const

export type Language = (typeof languages)[number]
export type Direction = 'rtl' | 'ltr'

export interface Preferences {
  language: Language
  digits: (typeof digits)[number]
  months: (typeof monthNames)[number]
  theme: (typeof themes)[number]
}

/** Over https a cookie of this prefix can be set by this very host alone. */
const OVER_HTTPS = '__Host-'
const YEAR_S = 365 * 24 * 3600

/** The cookie that keeps a preference for a year, as a page's script sets it. */
export function preferenceCookie<K extends keyof Preferences>(
  name: K,
  value: Preferences[K],
  secure: boolean,
): string {
  const kept = `${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`
  return secure ? `${OVER_HTTPS}${kept}; secure` : kept
}

/**
 * Preferences from cookies, and the language from Accept-Language where no cookie names one.
 * `cookie` gives a cookie's value by its name.
 */
export function readPreferences(
  cookie: (name: string) => string | undefined,
  acceptLanguage: string | null,
): Preferences {
  const chosen = <T extends string>(name: keyof Preferences, values: readonly T[], otherwise: T): T => {
    const value = cookie(OVER_HTTPS + name) ?? cookie(name)
    return values.find((known) => known === value) ?? otherwise
  }
  return {
    language: chosen('language', languages, prefersArabic(acceptLanguage) ? 'ar' : 'en'),
    digits: chosen('digits', digits, 'latn'),
    months: chosen('months', monthNames, 'levantine'),
    theme: chosen('theme', themes, 'system'),
  }
}

/** Of an embedded view, which is as its address says and not as a cookie: `lang` and `theme` of its query. */
export function embedPreferences(query: URLSearchParams, acceptLanguage: string | null): Preferences {
  const said: Record<string, string | null> = { language: query.get('lang'), theme: query.get('theme') }
  return readPreferences((name) => said[name] ?? undefined, acceptLanguage)
}

function prefersArabic(acceptLanguage: string | null): boolean {
  const first = (acceptLanguage ?? '').split(',').find((tag) => /^\s*(ar|en)\b/i.test(tag))
  return first !== undefined && /^\s*ar/i.test(first)
}

/**
 * The one locale string for numbers, dates and plurals, on server and client alike. The numbering system is always
 * named, since "ar" alone means different digits in different engines; ar-SY says آذار where ar-AE says مارس.
 */
export function localeOf({ language, digits, months }: Preferences): string {
  if (language === 'en') return 'en-GB-u-nu-latn'
  return `${months === 'levantine' ? 'ar-SY' : 'ar-AE'}-u-nu-${digits}`
}

export const directionOf = (language: Language): Direction => (language === 'ar' ? 'rtl' : 'ltr')

/** The language of a locale string of `localeOf`. */
export const languageOf = (locale: string): Language => (locale.startsWith('ar') ? 'ar' : 'en')
