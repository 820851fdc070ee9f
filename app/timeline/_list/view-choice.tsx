'use client'

import { useTranslations } from 'next-intl'
import { groupings, orders, type View } from '@/lib/analysis/view'
import { useFilter } from '../_filter/filter-state'

const selectClass = 'rounded border border-line-strong bg-surface px-2 py-1'

/** Which come first, and by what they are gathered. */
export function ViewChoice() {
  const { view, ask } = useFilter()
  const t = useTranslations('timeline.view')
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
      <label className="flex items-center gap-2">
        {t('order')}
        <select
          value={view.order}
          onChange={(event) => ask({ view: { order: event.target.value as View['order'] } })}
          className={selectClass}
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(order)}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        {t('group')}
        <select
          value={view.group}
          onChange={(event) => ask({ view: { group: event.target.value as View['group'] } })}
          className={selectClass}
        >
          {groupings.map((group) => (
            <option key={group} value={group}>
              {t(group)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
