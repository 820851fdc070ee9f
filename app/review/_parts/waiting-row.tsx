'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { formatInstant } from '@/app/_ui/format'
import { IncidentTitle } from '@/app/_ui/incident-title'
import { WhenText } from '@/app/_ui/when-text'
import type { WaitingIncident } from '@/lib/operations/review/what-waits'

interface Props {
  waiting: WaitingIncident
  /** Null where nothing can be done with several at once. */
  chosen: boolean | null
  onChoose: (on: boolean) => void
}

/** One incident that waits: what it is, since when, and the words that came with it. */
export function WaitingRow({ waiting: { incident, since, note }, chosen, onChoose }: Props) {
  const id = useId()
  const locale = useLocale()
  const t = useTranslations('review.queue')
  return (
    <li className="flex gap-2 rounded border border-line bg-surface p-2">
      {chosen !== null && (
        <input
          type="checkbox"
          aria-labelledby={id}
          checked={chosen}
          onChange={({ target }) => onChoose(target.checked)}
          className="mt-1.5"
        />
      )}
      <div className="min-w-0">
        <Link
          id={id}
          href={`/incidents/${incident.code}`}
          prefetch={false}
          className="font-medium hover:underline"
        >
          <IncidentTitle incident={incident} />
        </Link>
        <p className="flex flex-wrap gap-x-3 text-muted text-sm">
          <bdi dir="ltr">{incident.code}</bdi>
          <WhenText when={incident.when} />
          <span>{t('since', { at: formatInstant(locale, new Date(since)) })}</span>
        </p>
        {note && (
          <p dir="auto" className="whitespace-pre-line text-sm">
            {note}
          </p>
        )}
      </div>
    </li>
  )
}
