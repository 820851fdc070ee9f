'use client'

import { useLocale, useTranslations } from 'next-intl'
import { figureNumbers } from '@/app/_ui/figure-words'
import { formatNumber } from '@/app/_ui/format'
import type { Total } from '@/lib/analysis/summary'
import { isNotCollected } from '@/lib/analysis/totals'

/** A total in a line: low–best–high, how many are disputed and left out of it, or that nobody collects it. */
export function TotalText({ total, incidents }: { total: Total; incidents: number }) {
  const t = useTranslations()
  const locale = useLocale()
  if (isNotCollected(total, incidents, { total, incidents }))
    return <span className="text-muted">{t('timeline.totals.not-collected')}</span>
  return (
    <>
      <bdo dir="ltr" className="whitespace-nowrap tabular-nums">
        {figureNumbers(locale, { ...total, state: 'agreed' })}
      </bdo>
      {total.disputed.count > 0 && (
        <span className="text-warn">
          {' '}
          {t('explore.disputed', { count: formatNumber(locale, total.disputed.count) })}
        </span>
      )}
    </>
  )
}
