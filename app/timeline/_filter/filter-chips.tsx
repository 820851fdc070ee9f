'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { emptyFilter, type Filter } from '@/lib/analysis/filter'
import { useFilter } from './filter-state'
import { filterChips } from './filter-words'

/** What is being asked for, each with a button to drop it, and one to drop all. */
export function FilterChips() {
  const { filter, names, ask } = useFilter()
  const locale = useLocale()
  const t = useTranslations()
  const box = useRef<HTMLUListElement>(null)
  const chips = filterChips(filter, names, locale, t as never)
  if (chips.length === 0) return null
  // The button that was pressed goes away: its neighbour or successor takes the focus, so that the keyboard keeps its place.
  const change = (to: Partial<Filter> | undefined, buttons: 'drop' | 'instead', at: number) => {
    ask({ filter: to })
    requestAnimationFrame(() => {
      const all = box.current?.querySelectorAll<HTMLButtonElement>(`button[data-${buttons}]`)
      all?.[Math.min(at, all.length - 1)]?.focus()
    })
  }
  // Few chips have one, and changing one keeps their order.
  const insteadAt = (at: number) => chips.slice(0, at).filter(({ instead }) => instead).length
  return (
    <ul ref={box} aria-label={t('timeline.filter.active')} className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip, at) => (
        <li key={chip.id} className="flex items-center rounded-full bg-accent-soft ps-3 text-sm">
          <bdi>{chip.label}</bdi>
          {chip.instead && (
            <button
              type="button"
              data-instead
              onClick={() => change(chip.instead?.change, 'instead', insteadAt(at))}
              className="ms-1.5 rounded-full px-1.5 py-1 text-accent underline underline-offset-2 hover:bg-surface"
            >
              {chip.instead.label}
              <span className="sr-only">: {chip.label}</span>
            </button>
          )}
          <button
            type="button"
            data-drop
            aria-label={t('timeline.filter.remove', { what: chip.label })}
            onClick={() => change(chip.without, 'drop', at)}
            className="ms-1 rounded-full px-2.5 py-1 hover:bg-surface"
          >
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          data-drop
          onClick={() => ask({ filter: emptyFilter })}
          className="rounded px-2 py-1 text-accent text-sm underline underline-offset-2"
        >
          {t('timeline.filter.reset')}
        </button>
      </li>
    </ul>
  )
}
