'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '../../_ui/format'
import { chooseText } from '../../_ui/name-text'
import type { Duplicate } from './api'
import { buttonLook } from './field'

interface DuplicatesPanelProps {
  matches: Duplicate[]
  onAttach: (code: string) => void
}

/** Incidents that are likely the same one; one press attaches the report at hand to it. */
export function DuplicatesPanel({ matches, onAttach }: DuplicatesPanelProps) {
  const t = useTranslations('log.duplicates')
  const kinds = useTranslations('kind.kinds')
  const locale = useLocale()
  if (matches.length === 0) return null
  const dates = ({ start, end }: Duplicate) =>
    [...new Set([start, end])].flatMap((day) => (day ? [formatDay(locale, day)] : [])).join(' – ')
  return (
    <section aria-labelledby="duplicates-heading" className="rounded-lg border border-warn bg-warn-soft p-3">
      <h3 id="duplicates-heading" role="status" className="font-semibold">
        {t('heading', { count: matches.length })}
      </h3>
      <ul className="mt-1 flex flex-col gap-2">
        {matches.map((match) => (
          <li key={match.code} className="flex flex-wrap items-baseline gap-2">
            <span className="min-w-52 flex-1">
              <a
                href={`/incidents/${match.code}`}
                target="_blank"
                rel="noreferrer"
                className="font-medium underline"
              >
                <bdi>{chooseText(locale, match.title)?.text ?? kinds(match.kind as never)}</bdi>
              </a>{' '}
              <span className="text-muted text-sm">
                {[match.code, chooseText(locale, match.place)?.text, dates(match)]
                  .filter(Boolean)
                  .join(' · ')}
                {' — '}
                {match.because.map((because) => t(`because.${because}` as never)).join('، ')}
              </span>
            </span>
            <button type="button" className={buttonLook} onClick={() => onAttach(match.code)}>
              {t('attach')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
