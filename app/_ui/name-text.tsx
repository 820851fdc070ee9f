import { useLocale } from 'next-intl'
import { directionOf, type Language, languageOf } from '../_words/preferences'

/** Texts by language; a null is "none in this language". */
export interface ByLanguage {
  ar: string | null
  en: string | null
}

/** The text in the reader's language, else the other one; null when there is none at all. */
export function chooseText(locale: string, texts: ByLanguage): { text: string; language: Language } | null {
  const own = languageOf(locale)
  const other = own === 'ar' ? 'en' : 'ar'
  const language = texts[own] ? own : other
  const text = texts[language]
  return text ? { text, language } : null
}

/** A name or title in the reader's language, or in the other one, marked as such and isolated from its line. */
export function NameText({ names }: { names: ByLanguage }) {
  const locale = useLocale()
  const chosen = chooseText(locale, names)
  if (!chosen) return <>—</>
  const foreign = chosen.language !== languageOf(locale)
  return (
    <bdi lang={foreign ? chosen.language : undefined} dir={directionOf(chosen.language)}>
      {chosen.text}
    </bdi>
  )
}
