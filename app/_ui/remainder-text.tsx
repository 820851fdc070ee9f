import { useLocale, useTranslations } from 'next-intl'
import type { Remainder } from '@/lib/claim/episode'
import { figureNumbers } from './figure-words'

/** How much of an episode's figure its incidents' own figures leave over, in a sentence: what totals add. */
export function RemainderText({ remainder }: { remainder: Remainder | null }) {
  const locale = useLocale()
  const t = useTranslations('figure')
  if (remainder === null) return null
  const { low, best, high, open } = remainder
  const all = best === 0 && low === 0 && high === 0 && !open
  const numbers = figureNumbers(locale, { ...remainder, state: 'agreed' }) ?? ''
  return (
    <span>
      {all ? t('remainder-none') : t.rich('remainder', { number: () => <bdo dir="ltr">{numbers}</bdo> })}
    </span>
  )
}
