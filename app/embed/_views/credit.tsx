'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/app/_ui/format'
import { useExplorer, useExplorerHands } from '@/app/explore/_engine/explorer-state'
import { useSources } from '@/app/explore/_take/use-sources'
import { writeExplored } from '@/app/explore/explore-url'

/** Whose data it is, as of when, and the way to the same question where all of it can be asked. */
export function Credit() {
  const t = useTranslations()
  const locale = useLocale()
  const { explored, engine } = useExplorer()
  const { today } = useExplorerHands()
  const query = writeExplored(explored)
  return (
    <footer className="text-muted text-sm">
      <ul>
        {useSources().map(({ dataset, attribution, licence }) => (
          <li key={dataset}>
            <bdi lang="en">
              {attribution} ({licence})
            </bdi>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-2">
        <span>{t('explore.take.seen', { date: formatDay(locale, today) })}</span>
        {engine.state === 'open' && (
          <span>
            {t.rich('embed.version', {
              version: () => <bdi dir="ltr">{engine.version}</bdi>,
            })}
          </span>
        )}
        <a
          href={query ? `/explore?${query}` : '/explore'}
          target="_blank"
          rel="noopener noreferrer"
          className="text-accent underline"
        >
          {t('embed.open')}
        </a>
      </p>
    </footer>
  )
}
