'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { figureNumbers } from '@/app/_ui/figure-words'
import { formatNumber } from '@/app/_ui/format'
import type { Answer } from '@/lib/analysis/facts/answer'
import { TotalText } from './total-text'

const outcomes = ['killed', 'wounded'] as const

/** The totals of the whole filter, and everything that they leave out. */
export function TotalsView({ answer }: { answer: Answer }) {
  const t = useTranslations('timeline')
  const locale = useLocale()
  const { totals, incidents, duplicates, partlyInside, episodes, withheld } = answer
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
      <ul className="min-w-0 flex-1 list-disc ps-5 text-sm marker:text-muted">
        {outcomes.map((outcome) => {
          const { disputed, notCollected } = totals[outcome]
          return [
            disputed.count > 0 && (
              <li key={`${outcome}-disputed`}>
                {t(`totals.${outcome}-disputed`, {
                  count: disputed.count,
                  low: formatNumber(locale, disputed.low),
                  high: formatNumber(locale, disputed.high),
                })}
              </li>
            ),
            notCollected > 0 && (
              <li key={`${outcome}-not-collected`}>
                {t(`totals.${outcome}-not-collected`, { count: notCollected })}
              </li>
            ),
          ]
        })}
        {partlyInside > 0 && <li>{t('totals.partly-inside', { count: partlyInside })}</li>}
        {duplicates > 0 && <li>{t('totals.duplicates', { count: duplicates })}</li>}
        {episodes.count > 0 && (
          <li>
            {t('totals.episodes', {
              count: episodes.count,
              killed: figureNumbers(locale, { ...episodes.casualties.killed, state: 'agreed' }) ?? '0',
              wounded: figureNumbers(locale, { ...episodes.casualties.wounded, state: 'agreed' }) ?? '0',
            })}
          </li>
        )}
        {withheld > 0 && <li className="text-warn">{t('totals.withheld', { count: withheld })}</li>}
      </ul>
    </section>
  )
}

function Figure({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="rounded bg-sunken px-2.5 py-1.5">
      <dt className="text-sm">{term}</dt>
      <dd className="font-bold text-xl tabular-nums">{children}</dd>
    </div>
  )
}
