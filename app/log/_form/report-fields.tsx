'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDay, formatLanguage } from '../../_ui/format'
import { AudienceFields } from './audience-fields'
import { Field, inputLook } from './field'
import type { FormReport } from './form-types'
import { useLog } from './log-context'
import { ProtectField } from './protect-field'
import { publishedField } from './reread-dates'
import { SelectField } from './select-field'
import { TextField } from './text-field'

/** Languages that reports are most often in; any other may be typed as its code once the report is loaded so. */
const languages = [
  'ar',
  'en',
  'fr',
  'es',
  'de',
  'ru',
  'uk',
  'fa',
  'ku',
  'tr',
  'he',
  'am',
  'so',
  'sw',
  'ha',
  'ps',
  'ur',
  'zh',
  'pt',
]

/** Who published the report, where and when. */
export function ReportFields() {
  const t = useTranslations('log.report')
  const locale = useLocale()
  const { report, document, dispatch } = useLog()
  const path = `reports.${document.log.reports.indexOf(report)}`
  const change = (changes: Partial<FormReport>) =>
    dispatch({ do: 'change-report', key: report.key, change: changes })
  const listed = languages.includes(report.language) ? languages : [report.language, ...languages]
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2">
      <TextField
        path={`${path}.outlet`}
        label={t('outlet')}
        help={t('outlet-help')}
        value={report.outlet}
        onChange={(outlet) => change({ outlet })}
        autoFocus={report.outlet === ''}
      />
      <TextField
        path={`${path}.agencies`}
        label={t('agencies')}
        help={t('agencies-help')}
        value={document.typed[`agencies:${report.key}`] ?? report.agencies.join('، ')}
        onChange={(text) => {
          dispatch({ do: 'type', field: `agencies:${report.key}`, text })
          change({
            agencies: text
              .split(/[,،;؛+]/)
              .map((name) => name.trim())
              .filter(Boolean),
          })
        }}
      />
      <PublishedOn path={`${path}.publishedOn`} report={report} />
      <SelectField
        path={`${path}.publishedOnBasis`}
        label={t('basis')}
        help={t('basis-help')}
        value={report.publishedOnBasis ?? ''}
        options={(['stated', 'inferred'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(publishedOnBasis) => change({ publishedOnBasis })}
      />
      {report.publishedOnBasis === 'inferred' && (
        <TextField
          className="col-span-2"
          path={`${path}.publishedOnWhy`}
          label={t('why')}
          help={t('why-help')}
          value={report.publishedOnWhy}
          onChange={(publishedOnWhy) => change({ publishedOnWhy })}
        />
      )}
      <TextField
        path={`${path}.url`}
        type="url"
        label={t('url')}
        help={t('url-help')}
        value={report.url}
        onChange={(url) => change({ url })}
      />
      <SelectField
        path={`${path}.language`}
        label={t('language')}
        help={t('language-help')}
        value={report.language}
        options={listed.map((value) => ({ value, label: formatLanguage(locale, value) }))}
        onChange={(language) => change({ language })}
      />
      <TextField
        path={`${path}.title`}
        label={t('title')}
        help={t('title-help')}
        lang={report.language}
        value={report.title}
        onChange={(title) => change({ title })}
      />
      <TextField
        path={`${path}.archivedUrl`}
        type="url"
        label={t('archived')}
        help={t('archived-help')}
        value={report.archivedUrl}
        onChange={(archivedUrl) => change({ archivedUrl })}
      />
      <div className="col-span-2 grid gap-2">
        <ProtectField
          of="source"
          protection={report.protection}
          onChange={(protection) => change({ protection })}
        />
        <AudienceFields path={path} audience={report} onChange={change} />
      </div>
    </div>
  )
}

/** A day in any usual notation, and the day that it was understood as. */
function PublishedOn({ path, report }: { path: string; report: FormReport }) {
  const t = useTranslations('log.report')
  const locale = useLocale()
  const { document, dispatch } = useLog()
  const typed = document.typed[publishedField(report.key)]
  const shown = typed ?? (report.publishedOn ? formatDay(locale, report.publishedOn) : '')
  const misread = shown.trim() !== '' && report.publishedOn === null
  return (
    <Field path={path} label={t('published')} help={t('published-help')}>
      {(control) => (
        <>
          <input
            {...control}
            dir="auto"
            autoComplete="off"
            value={shown}
            onChange={(event) => dispatch({ do: 'date-report', key: report.key, text: event.target.value })}
            className={inputLook}
          />
          <p aria-live="polite" className={`text-sm ${misread ? 'text-warn' : 'text-muted'}`}>
            {misread && t('published-unread')}
            {typed !== undefined && report.publishedOn && formatDay(locale, report.publishedOn)}
          </p>
        </>
      )}
    </Field>
  )
}
