import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { messagesOf } from './messages'
import { localeOf, type Preferences, readPreferences } from './preferences'

/** The reader's preferences, from the request at hand. */
export async function requestPreferences(): Promise<Preferences> {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  return readPreferences((name) => jar.get(name)?.value, sent.get('accept-language'))
}

export default getRequestConfig(async () => {
  const preferences = await requestPreferences()
  return {
    locale: localeOf(preferences),
    messages: messagesOf(preferences.language),
    timeZone: 'UTC',
  }
})
