import type { Preferences } from '../_words/preferences'
import { preferenceCookie } from '../_words/preferences'

/** Keeps a preference for a year; nothing secret is in it, so the page's own script may write it. */
export function savePreference<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = preferenceCookie(name, value, location.protocol === 'https:')
}
