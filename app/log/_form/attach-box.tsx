'use client'

import { useLocale, useTranslations } from 'next-intl'
import { chooseText } from '../../_ui/name-text'
import { findIncidents } from './api'
import { Field } from './field'
import { FindBox, type FindOption } from './find-box'

/** Takes the incident shown for one already there, found by its code or title. */
export function AttachBox({ onAttach }: { onAttach: (code: string) => void }) {
  const t = useTranslations('log.attach')
  const kinds = useTranslations('kind.kinds')
  const locale = useLocale()
  const find = async (text: string): Promise<FindOption<string>[]> => {
    const typed = text.trim().toUpperCase()
    const byCode = /^[A-Z]{2}-\d{4}-[0-9A-Z]{4,}$/.test(typed)
      ? [{ id: typed, value: typed, label: typed }]
      : []
    const answer = byCode.length === 0 && text.trim() ? await findIncidents(text) : null
    const found = (answer?.ok ? answer.value.incidents : []).map(({ code, title, kind, place }) => ({
      id: code,
      value: code,
      label: chooseText(locale, title)?.text ?? kinds(kind),
      detail: [code, chooseText(locale, place.names)?.text].filter(Boolean).join(' · '),
    }))
    return [...byCode, ...found]
  }
  return (
    <Field path="attach" label={t('label')} help={t('help')}>
      {(control) => <FindBox {...control} text="" gathers find={find} onPick={onAttach} />}
    </Field>
  )
}
