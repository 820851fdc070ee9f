import { useLocale, useTranslations } from 'next-intl'
import type { Grouping } from '@/lib/analysis/view'
import { groupLabel } from './group-label'
import type { LaidGroup } from './layout'

/** The class below says it too. */
export const HEADING_HEIGHT = 40

interface Props {
  id: string
  group: LaidGroup
  grouping: Grouping
}

/** A day, month or year with its count; stays at the top while its incidents pass. */
export function GroupHeading({ id, group, grouping }: Props) {
  const locale = useLocale()
  const t = useTranslations('timeline.list')
  return (
    <div className="sticky top-0 z-10 flex h-[40px] items-baseline gap-2 overflow-hidden whitespace-nowrap border-line-strong border-b bg-ground px-1 pt-1.5">
      <h2 id={id} className="font-semibold">
        {groupLabel(locale, grouping, group.start)}
      </h2>
      <p className="text-muted text-sm">
        {t('group-count', { count: group.count })}
        {group.reachingBeyond > 0 && t('group-beyond', { count: group.reachingBeyond })}
      </p>
    </div>
  )
}
