'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Grouping } from '@/lib/analysis/view'
import { groupLabel } from './group-label'
import { type LaidGroup, monthsOf } from './layout'

interface Props {
  groups: LaidGroup[]
  grouping: Grouping
  onJump(row: number): void
}

/** Goes straight to a month or year of the list. */
export function JumpTo({ groups, grouping, onJump }: Props) {
  const locale = useLocale()
  const t = useTranslations('timeline.list')
  const targets = grouping === 'year' ? groups : monthsOf(groups)
  if (targets.length < 2) return null
  return (
    <label className="mb-2 flex items-center gap-2 text-sm">
      {t('jump')}
      <select
        value=""
        onChange={(event) => onJump(Number(event.target.value))}
        className="rounded border border-line-strong bg-surface px-2 py-1"
      >
        <option value="" disabled>
          {t('jump-choose')}
        </option>
        {targets.map(({ start, row }) => (
          <option key={start} value={row}>
            {groupLabel(locale, grouping === 'year' ? 'year' : 'month', start)}
          </option>
        ))}
      </select>
    </label>
  )
}
