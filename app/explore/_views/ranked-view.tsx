'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { formatNumber } from '@/app/_ui/format'
import type { Counted } from '@/lib/analysis/facts/answer'
import type { Numbers } from '../_take/csv-href'
import { TakeMenu } from '../_take/take-menu'
import { TotalText } from './total-text'

export interface RankedRow {
  key: string
  name: ReactNode
  counted: Counted
  /** Whether the filter asks for it. */
  chosen: boolean
  /** Asks for it, or no longer; null for what cannot be asked for. */
  toggle: (() => void) | null
}

interface Props {
  title: string
  note?: string
  rows: RankedRow[]
  /** Its name among files, and where its numbers are; a view without has none to take along. */
  take?: { name: string } & Numbers
}

/** What happened by one of its sides, the most first: each row a bar, a number and, pressed, a filter. */
export function RankedView({ title, note, rows, take }: Props) {
  const id = useId()
  const t = useTranslations('explore')
  const most = Math.max(1, ...rows.map(({ counted }) => counted.incidents))
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 break-inside-avoid rounded-lg border border-line bg-surface p-3 [contain-intrinsic-size:auto_20rem] [content-visibility:auto]"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {take && <TakeMenu title={title} {...take} />}
      </div>
      {note && <p className="text-muted text-xs">{note}</p>}
      {rows.length === 0 && <p className="text-muted text-sm">{t('none')}</p>}
      <ul className="mt-1 flex flex-col">
        {rows.map(({ key, ...row }) => (
          <li key={key}>
            <Row {...row} most={most} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({ name, counted, chosen, toggle, most }: Omit<RankedRow, 'key'> & { most: number }) {
  const locale = useLocale()
  const t = useTranslations('timeline.table')
  const { incidents, casualties } = counted
  const inside = (
    <>
      <svg
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="-z-10 absolute inset-x-0 bottom-0 h-full w-full rtl:-scale-x-100"
      >
        <rect width={(100 * incidents) / most} height="1" fill="var(--accent-soft)" />
      </svg>
      <span className="min-w-0 flex-1 truncate text-start">{name}</span>
      <span className="tabular-nums">
        <span className="sr-only">{t('incidents')} </span>
        {formatNumber(locale, incidents)}
      </span>
      <span className="w-full text-start font-normal text-muted text-xs">
        {t('killed')} <TotalText total={casualties.killed} incidents={incidents} />
      </span>
    </>
  )
  const look = 'relative isolate flex print:flex! w-full flex-wrap items-baseline gap-x-2 px-1.5 py-0.5'
  if (toggle === null) return <div className={look}>{inside}</div>
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={toggle}
      className={`${look} rounded hover:bg-sunken aria-pressed:font-semibold aria-pressed:outline-2 aria-pressed:outline-accent`}
    >
      {inside}
    </button>
  )
}
