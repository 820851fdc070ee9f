'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, type ReactNode } from 'react'
import { formatNumber } from '@/app/_ui/format'
import { TotalNotes } from '@/app/timeline/_charts/total-notes'
import type { Answer } from '@/lib/analysis/facts/answer'
import { TotalText } from './total-text'

const outcomes = ['killed', 'wounded'] as const

/** The totals of the whole filter, and everything that they leave out. */
export const TotalsView = memo(function TotalsView({ answer }: { answer: Answer }) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const { totals, incidents } = answer
  return (
    <section aria-labelledby="totals-title" className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <h2 id="totals-title" className="sr-only">
        {t('totals.title')}
      </h2>
      <dl className="flex flex-wrap gap-2" aria-live="polite">
        <Figure term={t('table.incidents')}>{formatNumber(locale, incidents)}</Figure>
        {outcomes.map((outcome) => (
          <Figure key={outcome} term={t(`table.${outcome}`)}>
            <TotalText total={totals[outcome]} incidents={incidents} />
          </Figure>
        ))}
      </dl>
      <TotalNotes notes={answer} />
    </section>
  )
})

function Figure({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="rounded bg-sunken px-2.5 py-1.5">
      <dt className="text-sm">{term}</dt>
      <dd className="font-bold text-xl tabular-nums">{children}</dd>
    </div>
  )
}
