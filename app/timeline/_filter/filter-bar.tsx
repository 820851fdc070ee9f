'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatNumber } from '@/app/_ui/format'
import { WhenAlive } from '@/app/_ui/when-alive'
import { FilterChips } from './filter-chips'
import { useFilter } from './filter-state'
import { filterChips } from './filter-words'
import { KindField } from './kind-field'
import { DatasetField, DisputedField, KilledField, StatusField } from './more-fields'
import { ActorField, PlaceField } from './name-fields'
import { PeriodField } from './period-field'
import { TextField } from './text-field'

/** All that the list and the charts can be narrowed by. On a phone all but the search folds away. */
export function FilterBar({ years }: { years: number[] }) {
  const { filter, names } = useFilter()
  const locale = useLocale()
  const t = useTranslations()
  const [open, setOpen] = useState(false)
  const active = filterChips(filter, names, locale, t as never).length
  return (
    <section aria-label={t('timeline.filter.label')} className="flex flex-col gap-2 pb-3">
      <div className="flex flex-wrap items-end gap-2">
        <TextField />
        <WhenAlive>
          <button
            type="button"
            aria-expanded={open}
            aria-controls="filter-fields"
            onClick={() => setOpen(!open)}
            className="rounded border border-line-strong bg-surface px-3 py-1.5 md:hidden"
          >
            {active === 0
              ? t('timeline.filter.open')
              : t('timeline.filter.open-active', { count: formatNumber(locale, active) })}
          </button>
          <div
            id="filter-fields"
            className={`${open ? 'grid' : 'hidden'} w-full grid-cols-2 gap-2 *:min-w-0 md:contents md:*:min-w-28 md:*:flex-1`}
          >
            <PeriodField years={years} />
            <KindField />
            <ActorField />
            <PlaceField />
            <KilledField />
            <StatusField />
            <DatasetField />
            <DisputedField />
          </div>
        </WhenAlive>
      </div>
      <WhenAlive>
        <FilterChips />
      </WhenAlive>
    </section>
  )
}
