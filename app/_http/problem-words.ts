import { createTranslator } from 'next-intl'
import type { Problem, RefusalKind } from '@/lib/problem'
import { messagesOf } from '../_words/messages'
import { localeOf, readPreferences } from '../_words/preferences'

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

function cookiesOf(request: Request): (name: string) => string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return (name) => pairs.find(([key]) => key === name)?.[1]
}
