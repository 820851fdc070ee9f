import { useLocale, useTranslations } from 'next-intl'
import type { Kind } from '@/lib/incident/kinds'
import { isolate } from './bidi'
import { type ByLanguage, chooseText, NameText } from './name-text'

/** What a title is made of where nobody wrote one (imported incidents). */
export interface TitleParts {
  title: ByLanguage
  kind: Kind
  place: ByLanguage
  parties: ByLanguage[]
}

type Words = (key: string, params?: Record<string, string>) => string

/**
 * The title as plain text: the one written, else kind, place and parties, each in the reader's language if there.
 * `t` speaks the namespace `incident`, `kinds` the namespace `kind.kinds`.
 */
export function composeTitle(
  locale: string,
  t: Words,
  kinds: (key: Kind) => string,
  parts: TitleParts,
): string {
  const written = chooseText(locale, parts.title)
  if (written) return written.text
  const name = (names: ByLanguage) => isolate(chooseText(locale, names)?.text ?? '—')
  const kind = kinds(parts.kind)
  const place = name(parts.place)
  if (parts.parties.length === 0) return t('title-place', { kind, place })
  return t('title-parties', { kind, place, parties: parts.parties.slice(0, 3).map(name).join(' – ') })
}

/** The title for the eye; a title in the other language is marked with it. */
export function IncidentTitle({ parts }: { parts: TitleParts }) {
  const locale = useLocale()
  const t = useTranslations('incident')
  const kinds = useTranslations('kind.kinds')
  if (chooseText(locale, parts.title)) return <NameText names={parts.title} />
  return <>{composeTitle(locale, t, kinds, parts)}</>
}
