'use client'

import { useLocale, useTranslations } from 'next-intl'
import { channels } from '@/lib/report/lists'
import { formatDay } from '../../_ui/format'
import { ActorBox } from './actor-box'
import { AudienceFields } from './audience-fields'
import { Field, inputLook } from './field'
import type { FormStatement } from './form-types'
import { useLog } from './log-context'
import { useNameOf } from './look-up'
import { ProtectField } from './protect-field'
import { readDay, saidField } from './reread-dates'
import { SelectField } from './select-field'
import { TextField } from './text-field'

/** Who speaks, through what and when: the fields of one statement. */
export function StatementEditor({ statement }: { statement: FormStatement }) {
  const t = useTranslations('log.statements')
  const lists = useTranslations('list.channel')
  const { document, dispatch } = useLog()
  const nameOf = useNameOf()
  const path = `statements.${document.log.statements.indexOf(statement)}`
  const change = (changes: Partial<FormStatement>) =>
    dispatch({ do: 'change-statement', key: statement.key, change: changes })
  return (
    <div className="grid gap-x-3 gap-y-2 rounded bg-sunken p-2 sm:grid-cols-3">
      <Field path={`${path}.actorId`} label={t('actor')} help={t('actor-help')}>
        {(control) => (
          <ActorBox
            control={control}
            text={statement.actorId === null ? '' : nameOf(document.actors[statement.actorId])}
            onPick={(actor) => change({ actorId: actor.id })}
            onClear={() => change({ actorId: null })}
          />
        )}
      </Field>
      <TextField
        path={`${path}.speakerName`}
        label={t('person')}
        help={t('person-help')}
        value={statement.speakerName}
        onChange={(speakerName) => change({ speakerName })}
      />
      <TextField
        path={`${path}.speakerRole`}
        label={t('role')}
        help={t('role-help')}
        value={statement.speakerRole}
        onChange={(speakerRole) => change({ speakerRole })}
      />
      <SelectField
        path={`${path}.channel`}
        label={t('channel')}
        help={t('channel-help')}
        value={statement.channel}
        options={channels.map((value) => ({ value, label: lists(value) }))}
        onChange={(channel) => change({ channel })}
      />
      <SaidOn path={`${path}.saidOn`} statement={statement} />
      {document.log.reports.length > 1 && <CitedBy path={`${path}.citedBy`} statement={statement} />}
      <ProtectField
        of="speaker"
        protection={statement.protection}
        onChange={(protection) => change({ protection })}
      />
      <AudienceFields path={path} audience={statement} onChange={change} />
    </div>
  )
}

/** The day of the utterance, typed as one says it. */
function SaidOn({ path, statement }: { path: string; statement: FormStatement }) {
  const t = useTranslations('log.statements')
  const locale = useLocale()
  const { document, dispatch, report } = useLog()
  const field = saidField(statement.key)
  const typed = document.typed[field]
  const shown = typed ?? (statement.saidOn ? formatDay(locale, statement.saidOn) : '')
  return (
    <Field path={path} label={t('said')} help={t('said-help')}>
      {(control) => (
        <>
          <input
            {...control}
            dir="auto"
            autoComplete="off"
            value={shown}
            onChange={(event) => {
              const text = event.target.value
              dispatch({ do: 'type', field, text })
              dispatch({
                do: 'change-statement',
                key: statement.key,
                change: { saidOn: readDay(text, report.publishedOn) },
              })
            }}
            className={inputLook}
          />
          <p aria-live="polite" className="text-muted text-sm">
            {typed && (statement.saidOn ? formatDay(locale, statement.saidOn) : t('said-unread'))}
          </p>
        </>
      )}
    </Field>
  )
}

/** Which of the reports retell it: one statement, however many cite it. */
function CitedBy({ path, statement }: { path: string; statement: FormStatement }) {
  const t = useTranslations('log.statements')
  const { document, dispatch } = useLog()
  const toggle = (key: string, cites: boolean) => {
    const citedBy = cites ? [...statement.citedBy, key] : statement.citedBy.filter((other) => other !== key)
    dispatch({ do: 'change-statement', key: statement.key, change: { citedBy } })
  }
  return (
    <Field path={path} label={t('cited-by')} help={t('cited-by-help')}>
      {({ id, ...described }) => (
        <div id={id} tabIndex={-1} {...described} className="flex flex-wrap gap-3">
          {document.log.reports.map((report) => (
            <label key={report.key} className="flex items-baseline gap-1">
              <input
                type="checkbox"
                checked={statement.citedBy.includes(report.key)}
                onChange={(event) => toggle(report.key, event.target.checked)}
              />
              <bdi>{report.outlet || t('report-unnamed')}</bdi>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}
