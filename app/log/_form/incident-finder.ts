'use client'

import { useLocale, useTranslations } from 'next-intl'
import { fold } from '@/lib/text/fold'
import { formatNumber } from '../../_ui/format'
import { chooseText } from '../../_ui/name-text'
import { findIncidents } from './api'
import type { FindOption } from './find-box'
import { useLog } from './log-context'

/** An incident of this log by its key, or one already there by its code. */
export type FoundIncident = { key: string; code: null } | { key: null; code: string }

/** Title of an incident of this log, or its number; of one already there its title as far as known, and its code. */
export function useIncidentTitle(): (keyOrCode: string) => string {
  const t = useTranslations('log.incidents')
  const locale = useLocale()
  const { document, recorded } = useLog()
  return (keyOrCode) => {
    const index = document.log.incidents.findIndex((incident) => incident.key === keyOrCode)
    if (index < 0) {
      const known = recorded.get(keyOrCode)
      const title = known && chooseText(locale, known.title)?.text
      return title ? `${title} (${keyOrCode})` : keyOrCode
    }
    const title = document.log.incidents[index]?.title
    return (
      (title && chooseText(locale, title)?.text) ?? t('untitled', { number: formatNumber(locale, index + 1) })
    )
  }
}

/** Finds other incidents than the one shown: those of this log first, then those already there, by title or code. */
export function useFindIncidents(): (text: string) => Promise<FindOption<FoundIncident>[]> {
  const locale = useLocale()
  const t = useTranslations('log.links')
  const kinds = useTranslations('kind.kinds')
  const { document, incident } = useLog()
  const titleOf = useIncidentTitle()
  const ownCodes = new Set(document.log.incidents.flatMap(({ code }) => code ?? []))
  return async (text) => {
    const here = document.log.incidents
      .filter(({ key }) => key !== incident.key)
      .map(({ key }) => ({ key, title: titleOf(key) }))
      .filter(({ title }) => fold(title).includes(fold(text)))
      .map(({ key, title }) => ({
        id: key,
        value: { key, code: null },
        label: title,
        detail: t('this-log'),
      }))
    // What is being typed here needs no look-up; one already there is found by its code, or by words none of these has.
    const answer = text.trim() && here.length === 0 ? await findIncidents(text) : null
    const there = (answer?.ok ? answer.value.incidents : [])
      .filter(({ code }) => !ownCodes.has(code))
      .map(({ code, title, kind, place }) => ({
        id: code,
        value: { key: null, code },
        label: chooseText(locale, title)?.text ?? kinds(kind),
        detail: [code, chooseText(locale, place.names)?.text].filter(Boolean).join(' · '),
      }))
    return [...here, ...there]
  }
}
