'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { When } from '@/lib/incident/when'
import { readWhen } from '@/lib/text/dates'
import { WhenText } from '../../_ui/when-text'
import { whenWords } from '../../_ui/when-words'
import { Field, inputLook, quietLook } from './field'
import { useLog } from './log-context'
import { readTyped, whenField } from './reread-dates'
import { WhenCorrection } from './when-correction'

/** When it happened: typed as one would say it, read back as understood, and corrected part by part if need be. */
export function WhenField() {
  const { incident, at, report, document, dispatch, change } = useLog()
  const field = whenField(incident.key)
  return (
    <WhenInput
      key={incident.key}
      path={`${at}.when`}
      when={incident.when}
      typed={document.typed[field]}
      countedFrom={report.publishedOn}
      onType={(text, when) => {
        dispatch({ do: 'type', field, text })
        change({ when })
      }}
      onCorrect={(when) => {
        dispatch({ do: 'type', field, text: '' })
        change({ when })
      }}
    />
  )
}

interface WhenInputProps {
  path: string
  when: When | null
  /** The words as typed; undefined or empty once the date was set otherwise. */
  typed: string | undefined
  countedFrom: string | null
  onType: (text: string, when: When | null) => void
  onCorrect: (when: When) => void
}

/** One text for a date, what it was understood as, and its parts to correct. */
export function WhenInput({ path, when, typed, countedFrom, onType, onCorrect }: WhenInputProps) {
  const t = useTranslations('log.when')
  const words = useTranslations('when')
  const locale = useLocale()
  const [corrects, setCorrects] = useState(false)
  const read = readWhen(typed ?? '', { countedFrom })
  const shown = typed || (when ? whenWords(locale, words, when) : '')
  return (
    <div>
      <Field path={path} label={t('label')} help={t('help')} deep>
        {(control) => (
          <div className="flex gap-2">
            <input
              {...control}
              dir="auto"
              autoComplete="off"
              value={shown}
              onChange={(event) => onType(event.target.value, readTyped(event.target.value, countedFrom))}
              className={inputLook}
            />
            <button
              type="button"
              className={quietLook}
              aria-expanded={corrects}
              onClick={() => setCorrects(!corrects)}
            >
              {t('correct')}
            </button>
          </div>
        )}
      </Field>
      <p aria-live="polite" className="text-sm">
        {when && (
          <span className="text-muted">
            {t('understood')} <WhenText when={when} />
            {when.countedFrom && ` ${t('counted')}`}
          </span>
        )}
        {!when && typed && 'problem' in read && (
          <span className="text-warn">{t(`problem.${read.problem}`)}</span>
        )}
        {when && 'note' in read && read.note && (
          <span className="ms-1 text-warn">{t(`note.${read.note}`)}</span>
        )}
      </p>
      {corrects && <WhenCorrection path={path} when={when} onChange={onCorrect} />}
    </div>
  )
}
