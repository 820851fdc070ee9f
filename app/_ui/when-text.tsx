import { useLocale, useTranslations } from 'next-intl'
import type { When } from '@/lib/incident/when'
import { whenWords } from './when-words'

/** An uncertain date in words; its known bounds stand in the title for whoever wants them bare. */
export function WhenText({ when }: { when: When }) {
  const locale = useLocale()
  const t = useTranslations('when')
  const bare = [when.start ?? '…', when.end ?? '…'].join('/')
  return (
    <time dateTime={when.start !== null && when.start === when.end ? when.start : undefined} title={bare}>
      {whenWords(locale, t, when)}
    </time>
  )
}
