import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/app/_ui/empty-state'
import { WhenAlive } from '@/app/_ui/when-alive'
import type { Filter } from '@/lib/analysis/filter'
import { isEmptyFilter, writeFilter } from '@/lib/analysis/filter-url'
import type { IncidentGroup, IncidentPage } from '@/lib/analysis/listed'
import { plainView, type View } from '@/lib/analysis/view'
import { IncidentList } from './incident-list'
import { ViewChoice } from './view-choice'

interface Props {
  filter: Filter
  view: View
  groups: IncidentGroup[]
  steps: IncidentGroup[]
  first: IncidentPage
  datasets: Record<string, string>
}

/** How many incidents there are, how they are ordered, and the incidents. */
export function ListPane({ filter, view, groups, steps, first, datasets }: Props) {
  const t = useTranslations('timeline')
  const count = groups.reduce((sum, group) => sum + group.whole + group.reachingBeyond, 0)
  const query = writeFilter(filter, { ...plainView, order: view.order })
  return (
    <WhenAlive>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <p role="status" className="grow font-semibold">
          {t('list.count', { count })}
        </p>
        <ViewChoice />
      </div>
      {count === 0 ? (
        <Nothing filtered={!isEmptyFilter(filter)} />
      ) : (
        <IncidentList
          // Other incidents, another list: nothing of what was fetched for the one before holds.
          key={`${query}|${view.group}|${count}`}
          groups={groups}
          steps={steps}
          first={first}
          query={query}
          order={view.order}
          grouping={view.group}
          datasets={datasets}
        />
      )}
    </WhenAlive>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useTranslations('timeline.empty')
  const linkClass = 'text-accent underline underline-offset-2'
  if (!filtered) {
    return (
      <EmptyState title={t('title')}>
        <Link href="/log" className={linkClass}>
          {t('log')}
        </Link>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t('filtered-title')}>
      <p className="text-muted">{t('filtered-hint')}</p>
      <Link href="/timeline" className={linkClass}>
        {t('reset')}
      </Link>
    </EmptyState>
  )
}
