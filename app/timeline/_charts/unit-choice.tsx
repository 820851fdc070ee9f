'use client'

import { useTranslations } from 'next-intl'
import type { BucketUnit } from '@/lib/analysis/summary'
import { bucketUnits, type View } from '@/lib/analysis/view'
import { useFilter } from '../_filter/filter-state'

/** Width of the bars in time; by itself it follows the period. */
export function UnitChoice({ shown }: { shown: BucketUnit }) {
  const { view, ask } = useFilter()
  const t = useTranslations('timeline.unit')
  return (
    <label className="flex items-center gap-2 text-sm">
      {t('label')}
      <select
        value={view.unit}
        onChange={(event) => ask({ view: { unit: event.target.value as View['unit'] } })}
        className="rounded border border-line-strong bg-surface px-2 py-1"
      >
        <option value="auto">{t('auto', { unit: t(shown) })}</option>
        {bucketUnits.map((unit) => (
          <option key={unit} value={unit}>
            {t(unit)}
          </option>
        ))}
      </select>
    </label>
  )
}
