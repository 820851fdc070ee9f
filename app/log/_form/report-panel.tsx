'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatDay, formatLanguage } from '../../_ui/format'
import { buttonLook, Field, inputLook, quietLook } from './field'
import { guessLanguage } from './guess-language'
import { useLog } from './log-context'
import { nextKeys } from './log-state'
import { ReportFields } from './report-fields'

/** The report being read: its fields, a line once they are filled, and its text, which stays in view. */
export function ReportPanel() {
  const t = useTranslations('log.report')
  const { report, document, dispatch, problems } = useLog()
  const [edited, setEdited] = useState(report.outlet === '')
  // On a phone the form is what one came for; the text is one press away.
  const [shown, setShown] = useState(() => window.matchMedia('(min-width: 64rem)').matches)
  const path = `reports.${document.log.reports.indexOf(report)}`
  const isWrong = problems.some((problem) => problem.path.join('.').startsWith(`${path}.`))
  return (
    <section
      aria-labelledby="report-heading"
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3 max-lg:sticky max-lg:top-0 max-lg:z-20 max-lg:max-h-[55dvh] max-lg:overflow-auto lg:sticky lg:top-2 lg:h-[calc(100dvh-5rem)] lg:overflow-auto"
    >
      <div className="flex flex-wrap items-baseline gap-2">
        <h2 id="report-heading" className="flex-1 font-semibold">
          {t('heading')}
          {document.log.reports.length > 1 && (
            <span className="ms-2 font-normal text-muted text-sm">
              {t('of-several', { count: document.log.reports.length })}
            </span>
          )}
        </h2>
        <button
          type="button"
          className={`${quietLook} lg:hidden`}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? t('hide') : t('show')}
        </button>
        <button
          type="button"
          className={quietLook}
          onClick={() => {
            dispatch({ do: 'add-report', key: nextKeys.report(document), language: report.language })
            setEdited(true)
          }}
        >
          {t('add')}
        </button>
      </div>
      {edited || isWrong ? (
        <fieldset
          onBlur={(event) => {
            const left = !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget !== null
            if (left && report.outlet.trim() !== '') setEdited(false)
          }}
        >
          <legend className="sr-only">{t('fields')}</legend>
          <ReportFields key={report.key} />
        </fieldset>
      ) : (
        <ReportLine onEdit={() => setEdited(true)} />
      )}
      <div className={`flex min-h-0 flex-1 flex-col ${shown ? '' : 'max-lg:hidden'}`}>
        <Field
          path={`${path}.text`}
          label={t('text')}
          help={t('text-help')}
          className="flex min-h-40 flex-1 flex-col"
        >
          {(control) => (
            <textarea
              {...control}
              data-report-text
              dir="auto"
              lang={report.language}
              value={report.text ?? ''}
              onChange={(event) => {
                const text = event.target.value
                const first = report.text ? {} : { language: guessLanguage(text, report.language) }
                dispatch({ do: 'change-report', key: report.key, change: { text, ...first } })
              }}
              className={`${inputLook} min-h-40 flex-1 resize-none leading-relaxed`}
            />
          )}
        </Field>
      </div>
    </section>
  )
}

/** The filled fields in one line. */
function ReportLine({ onEdit }: { onEdit: () => void }) {
  const t = useTranslations('log.report')
  const locale = useLocale()
  const { report } = useLog()
  const parts = [
    report.outlet,
    ...report.agencies.filter((agency) => agency !== report.outlet),
    report.publishedOn &&
      `${formatDay(locale, report.publishedOn)} (${t(report.publishedOnBasis ?? 'stated')})`,
    formatLanguage(locale, report.language),
  ].flatMap((part) => part || [])
  return (
    <div className="flex items-baseline gap-2 rounded bg-sunken px-2 py-1">
      <p className="min-w-0 flex-1 truncate">
        {parts.map((part, index) => (
          <span key={part}>
            {index > 0 && ' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
      </p>
      <button type="button" className={buttonLook} onClick={onEdit}>
        {t('edit')}
      </button>
    </div>
  )
}
