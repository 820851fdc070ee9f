'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '../../_ui/format'
import type { FormStatement } from './form-types'
import { useLog } from './log-context'
import { useNameOf } from './look-up'

/** A statement in a line: "Mohammed al-Mansouri, spokesman, Derna Shura Council · social media · 30 July 2017". */
export function useStatementWords(): (statement: FormStatement) => string {
  const lists = useTranslations('list.channel')
  const t = useTranslations('log.statements')
  const locale = useLocale()
  const { document } = useLog()
  const nameOf = useNameOf()
  const comma = locale.startsWith('ar') ? '، ' : ', '
  return (statement) => {
    const actor = statement.actorId === null ? null : nameOf(document.actors[statement.actorId])
    const speaker = [statement.speakerName, statement.speakerRole, actor].filter(Boolean).join(comma)
    const outlet = document.log.reports.find(({ key }) => key === statement.citedBy[0])?.outlet
    const voice = statement.channel === 'outlet' ? outlet || t('outlet') : speaker || t('unnamed')
    const day = statement.saidOn && formatDay(locale, statement.saidOn)
    return [voice, lists(statement.channel), day].filter(Boolean).join(' · ')
  }
}
