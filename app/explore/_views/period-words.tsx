'use client'

import { useLocale, useTranslations } from 'next-intl'
import { periodWords } from '@/app/timeline/_filter/filter-words'
import { dateOfDay } from '@/lib/analysis/facts/facts'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'

/** A window of time in words, by the days that it shows any part of. */
export function PeriodWords({ window }: { window: TimeWindow }) {
  const t = useTranslations()
  const locale = useLocale()
  const first = dateOfDay(Math.floor(window.from))
  const last = dateOfDay(Math.max(Math.floor(window.from), Math.ceil(window.to) - 1))
  return <bdi>{periodWords(first, last, locale, t as never)}</bdi>
}
