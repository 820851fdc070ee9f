'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '../../_ui/format'
import type { SavingState as State } from './use-saving'

/** One line on how the draft stands: saved at, saving, kept in this browser only. */
export function SavingState({ state }: { state: State }) {
  const t = useTranslations('log.saving')
  const locale = useLocale()
  const warns =
    state.name === 'offline' || state.name === 'stale' || state.name === 'refused' || state.name === 'unkept'
  return (
    <p role="status" className={`text-sm ${warns ? 'text-warn' : 'text-muted'}`}>
      {state.name === 'saved'
        ? t('saved', { time: formatTime(locale, clock(state.at)) })
        : state.name === 'refused'
          ? t('refused', { message: state.message })
          : t(state.name)}
    </p>
  )
}

const clock = (at: Date) =>
  `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
