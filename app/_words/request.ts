import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { EMBED_HEADER } from '../_http/inner-headers'
import { messagesOf } from './messages'
import { embedPreferences, localeOf, type Preferences, readPreferences } from './preferences'

/** The reader's preferences, from the request at hand. */
export async function requestPreferences(): Promise<Preferences> {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  const [embedded, accepted] = [sent.get(EMBED_HEADER), sent.get('accept-language')]
  if (embedded !== null) return embedPreferences(new URLSearchParams(embedded), accepted)
  return readPreferences((name) => jar.get(name)?.value, accepted)
}

/** Whether the page is a view in a frame of another site's: it stands by itself and is for nobody in particular. */
export async function isEmbedded(): Promise<boolean> {
  return (await headers()).has(EMBED_HEADER)
}

export default getRequestConfig(async () => {
  const preferences = await requestPreferences()
  return {
    locale: localeOf(preferences),
    messages: messagesOf(preferences.language),
    timeZone: 'UTC',
  }
})
