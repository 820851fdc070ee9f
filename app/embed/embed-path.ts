// The address of an embedded view as far as the door looks at it, before any page does.

import { languages } from '../_words/preferences'

/** The colours that an embedded view may be asked for; `auto` is those of the reader's device. */
export const embedThemes = ['auto', 'light', 'dark'] as const
export type EmbedTheme = (typeof embedThemes)[number]

/** Is this the path of a view that other sites may frame, if any may? */
export const isEmbedPath = (path: string): boolean => /^\/embed\/[^/]+\/?$/.test(path)

/** Of a view's whole address its `lang` and `theme`, as a query, where they are such; undefined for every other page. */
export function embedLook(url: string): string | undefined {
  const [path = ''] = url.split('?')
  if (!isEmbedPath(path)) return undefined
  const asked = new URLSearchParams(url.slice(path.length))
  const lang = languages.find((one) => one === asked.get('lang'))
  const theme = embedThemes.find((one) => one === asked.get('theme'))
  return new URLSearchParams({ ...(lang ? { lang } : {}), ...(theme ? { theme } : {}) }).toString()
}
