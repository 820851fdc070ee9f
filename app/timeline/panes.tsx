'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { WhenAlive } from '../_ui/when-alive'
import { useFilter } from './_filter/filter-state'

const panes = ['list', 'charts'] as const

/**
 * List and charts side by side where there is room. On a narrow screen one at a time, since below an endless list
 * nobody would ever get to the charts.
 */
export function Panes({ list, charts }: Record<(typeof panes)[number], ReactNode>) {
  const { pending } = useFilter()
  const t = useTranslations('timeline.panes')
  const [shown, show] = useState<(typeof panes)[number]>('list')
  const hidden = (pane: (typeof panes)[number]) => (shown === pane ? '' : 'max-lg:hidden')
  return (
    <>
      <WhenAlive>
        <fieldset className="mb-3 grid grid-cols-2 gap-1 rounded bg-sunken p-1 lg:hidden">
          <legend className="sr-only">{t('label')}</legend>
          {panes.map((pane) => (
            <button
              key={pane}
              type="button"
              aria-pressed={shown === pane}
              onClick={() => show(pane)}
              className="rounded px-3 py-1.5 aria-pressed:bg-surface aria-pressed:font-semibold aria-pressed:shadow"
            >
              {t(pane)}
            </button>
          ))}
        </fieldset>
      </WhenAlive>
      <a
        href="#summary"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3 max-lg:hidden"
      >
        {t('skip-list')}
      </a>
      <div
        aria-busy={pending}
        className={`grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] ${pending ? 'opacity-60' : ''}`}
      >
        <section aria-label={t('list')} className={`min-w-0 ${hidden('list')}`}>
          {list}
        </section>
        <section
          id="summary"
          tabIndex={-1}
          aria-label={t('charts')}
          className={`min-w-0 outline-none lg:sticky lg:top-0 lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:pe-1 lg:pb-6 ${hidden('charts')}`}
        >
          {charts}
        </section>
      </div>
    </>
  )
}
