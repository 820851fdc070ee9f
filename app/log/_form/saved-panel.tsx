'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { chooseText } from '../../_ui/name-text'
import type { SavedIncident } from './api'
import type { FormIncident } from './form-types'

interface SavedPanelProps {
  saved: SavedIncident[]
  incidents: FormIncident[]
  onAnother: () => void
}

/** What was recorded, each with its code and its page, and the way to the next report. */
export function SavedPanel({ saved, incidents, onAnother }: SavedPanelProps) {
  const t = useTranslations('log.saved')
  const locale = useLocale()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const titleOf = (key: string) => {
    const title = incidents.find((incident) => incident.key === key)?.title
    return title && chooseText(locale, title)?.text
  }
  return (
    <section
      aria-labelledby="saved-heading"
      className="mx-auto max-w-2xl rounded-lg border border-line bg-surface p-6"
    >
      <h1 id="saved-heading" ref={heading} tabIndex={-1} className="mb-3 font-bold text-xl">
        {t('heading', { count: saved.length })}
      </h1>
      <ul className="mb-5 flex flex-col gap-2">
        {saved.map(({ key, code }) => (
          <li key={code}>
            <Link href={`/incidents/${code}`} className="text-accent underline">
              <bdi>{titleOf(key) ?? code}</bdi>
            </Link>{' '}
            <code dir="ltr" className="text-muted text-sm">
              {code}
            </code>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={onAnother}
        className="rounded bg-accent px-4 py-2 font-medium text-accent-ink"
      >
        {t('another')}
      </button>
    </section>
  )
}
