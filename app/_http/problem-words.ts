import { createTranslator } from 'next-intl'
import type { Problem, RefusalKind } from '@/lib/problem'
import { messagesOf } from '../_words/messages'
import { localeOf, readPreferences } from '../_words/preferences'
import { cookiesOf } from './cookies'

/** Words for problems in the language that the request asks for, by cookie or Accept-Language. */
export function problemWords(request: Request) {
  const preferences = readPreferences(cookiesOf(request), request.headers.get('accept-language'))
  const messages = messagesOf(preferences.language)
  const t = createTranslator({ locale: localeOf(preferences), messages, namespace: 'problem' })
  return {
    title: (kind: RefusalKind): string => t(`title.${kind}` as never),
    message: ({ code, params }: Problem): string => t(`code.${code}` as never, params as never),
  }
}
