'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/app/_ui/format'
import { filterChips, filterSentence } from '@/app/timeline/_filter/filter-words'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import { useSources } from './use-sources'

/** How to cite what is shown: what of, by whom, when it was looked at, of which state of the data, and where. */
export function useCitation(): () => string {
  const t = useTranslations()
  const locale = useLocale()
  const { explored, engine } = useExplorer()
  const { names, today } = useExplorerHands()
  const sources = useSources()
  return () =>
    [
      t('common.name'),
      filterSentence(filterChips(explored.filter, names, locale, t as never), t as never),
      ...sources.map(({ attribution, licence }) => `${attribution} (${licence})`),
      t('explore.take.seen', { date: formatDay(locale, today) }),
      ...(engine.state === 'open' ? [t('explore.take.version', { version: engine.version })] : []),
      window.location.href,
    ].join('. ')
}
