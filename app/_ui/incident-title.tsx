import { useLocale, useTranslations } from 'next-intl'
import { type Title, type Titled, titleIn } from '@/lib/incident/title'
import { directionOf, languageOf } from '../_words/preferences'
import { isolate } from './bidi'

type Words = (key: string, params?: Record<string, string>) => string

/**
 * The title as plain text: the one written, else kind, place and parties. `t` speaks the namespace `incident`,
 * `kinds` the namespace `kind.kinds`.
 */
export function composeTitle(locale: string, t: Words, kinds: Words, incident: Titled): string {
  return titleText(titleIn(incident, languageOf(locale)), t, kinds)
}

function titleText(title: Title, t: Words, kinds: Words): string {
  if (title.written !== null) return title.written
  const kind = kinds(title.kind)
  const place = isolate(title.place)
  if (title.parties.length === 0) return t('title-place', { kind, place })
  const parties = title.parties.slice(0, 3).map(({ name }) => isolate(name))
  return t('title-parties', { kind, place, parties: parties.join(' – ') })
}

/** The title for the eye; one in the other language is marked as such. */
export function IncidentTitle({ incident }: { incident: Titled }) {
  const language = languageOf(useLocale())
  const t = useTranslations('incident')
  const kinds = useTranslations('kind.kinds')
  const title = titleIn(incident, language)
  if (title.written === null) return <>{titleText(title, t, kinds)}</>
  return (
    <bdi lang={title.language === language ? undefined : title.language} dir={directionOf(title.language)}>
      {title.written}
    </bdi>
  )
}
