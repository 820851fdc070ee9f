'use client'

import { useLocale, useTranslations } from 'next-intl'
import { filterChips, filterSentence } from '@/app/timeline/_filter/filter-words'
import type { Filter } from '@/lib/analysis/filter'
import { useExplorerHands } from '../_engine/explorer-state'

/** What a filter asks for, in words. */
export function useSentence(filter: Filter): string {
  const t = useTranslations()
  const locale = useLocale()
  const { names } = useExplorerHands()
  return filterSentence(filterChips(filter, names, locale, t as never), t as never)
}
