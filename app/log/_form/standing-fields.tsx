'use client'

import { useTranslations } from 'next-intl'
import { grades, meansOfAttack } from '@/lib/incident/lists'
import { AudienceFields } from './audience-fields'
import { useLog } from './log-context'
import { SelectField } from './select-field'
import { TextField } from './text-field'

/** What else belongs to an incident: summaries, means of attack, and how far it has come. */
export function StandingFields() {
  const t = useTranslations('log.more')
  const lists = useTranslations('list')
  const { incident, at, document, dispatch, change } = useLog()
  return (
    <div className="grid gap-x-3 gap-y-2 sm:grid-cols-3">
      <SelectField
        path={`${at}.grade`}
        label={t('grade')}
        help={t('grade-help')}
        value={incident.grade ?? ''}
        empty="—"
        options={grades.map((value) => ({ value, label: lists(`grade.${value}`) }))}
        onChange={(grade) => change({ grade })}
        onEmpty={() => change({ grade: null })}
      />
      <AudienceFields path={at} audience={incident} onChange={change} ofIncident />
      <fieldset className="sm:col-span-3">
        <legend className="mb-0.5 text-muted text-sm">{t('means')}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {meansOfAttack.map((means) => (
            <label key={means} className="flex items-baseline gap-1.5">
              <input
                type="checkbox"
                checked={incident.means.includes(means)}
                onChange={(event) =>
                  change({
                    means: event.target.checked
                      ? [...incident.means, means]
                      : incident.means.filter((other) => other !== means),
                  })
                }
              />
              {lists(`means.${means}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {(['ar', 'en'] as const).map((language) => (
        <TextField
          key={language}
          className="sm:col-span-3"
          rows={3}
          path={`${at}.summary.${language}`}
          label={t(`summary-${language}`)}
          help={t('summary-help')}
          lang={language}
          value={incident.summary[language]}
          onChange={(text) => change({ summary: { ...incident.summary, [language]: text } })}
        />
      ))}
      <TextField
        className="sm:col-span-2"
        path={`${at}.note`}
        label={t('note')}
        help={t('note-help')}
        value={incident.note}
        onChange={(note) => change({ note })}
      />
      {incident.code && (
        <TextField
          path="why"
          label={t('why')}
          help={t('why-help')}
          value={document.log.why}
          onChange={(why) => dispatch({ do: 'explain', why })}
        />
      )}
    </div>
  )
}
