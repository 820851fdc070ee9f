'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatNumber } from '../../_ui/format'
import { chooseText } from '../../_ui/name-text'
import { buttonLook } from './field'
import { useLog } from './log-context'
import { nextKeys } from './log-state'

/** The incidents of this log, to go from one to another and to add the next. */
export function IncidentTabs() {
  const t = useTranslations('log.incidents')
  const locale = useLocale()
  const { document, incident: shown, dispatch, tell } = useLog()
  const { incidents } = document.log
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center gap-1">
      {incidents.map((incident, index) => {
        const number = formatNumber(locale, index + 1)
        const title = chooseText(locale, incident.title)?.text ?? t('untitled', { number })
        return (
          <button
            key={incident.key}
            type="button"
            aria-current={incident.key === shown.key ? 'true' : undefined}
            onClick={() => dispatch({ do: 'show-incident', key: incident.key })}
            className={`max-w-56 truncate ${buttonLook} aria-[current]:border-accent aria-[current]:bg-accent-soft`}
          >
            <bdi>{title}</bdi>
          </button>
        )
      })}
      <button
        type="button"
        className={buttonLook}
        aria-keyshortcuts="Alt+I"
        onClick={() => dispatch({ do: 'add-incident', key: nextKeys.incident(document) })}
      >
        {t('add')}
      </button>
      {incidents.length > 1 && (
        <button
          type="button"
          className={buttonLook}
          onClick={() => {
            dispatch({ do: 'remove-incident', key: shown.key })
            tell(t('removed'))
          }}
        >
          {t('remove')}
        </button>
      )}
    </nav>
  )
}
