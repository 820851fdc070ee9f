'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/app/_ui/format'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import { useSentence } from './use-sentence'
import { useSources } from './use-sources'

/** How to cite what is shown: what of, by whom, when it was looked at, of which state of the data, and where. */
export function useCitation(): () => string {
  const t = useTranslations()
  const locale = useLocale()
  const { explored, engine } = useExplorer()
  const { today } = useExplorerHands()
  const sentence = useSentence(explored.filter)
  const sources = useSources()
  return () =>
    [
      t('common.name'),
      sentence,
      ...sources.map(({ attribution, licence }) => `${attribution} (${licence})`),
      t('explore.take.seen', { date: formatDay(locale, today) }),
      ...(engine.state === 'open' ? [t('explore.take.version', { version: engine.version })] : []),
      window.location.href,
    ].join('. ')
}
