'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { IncidentItem } from '@/app/timeline/_list/incident-item'
import { ItemSkeleton } from '@/app/timeline/_list/item-skeleton'
import type { ListedIncident } from '@/lib/analysis/listed'
import { type Order, orders } from '@/lib/analysis/view'
import { useContents } from '../_engine/use-contents'

interface Props {
  /** How many there are. */
  all: number
  listed: readonly number[]
  order: Order
  /** Names of the datasets by slug. */
  datasets: Record<string, string>
  setOrder(order: Order): void
  listMore(): void
}

/**
 * The incidents that all the other views count, and those left out of the count as duplicates. Drawn anew only where it is
 * another list: forty incidents take longer to draw than all the charts.
 */
export const ListView = memo(function ListView({
  all,
  listed,
  order: chosen,
  datasets,
  setOrder,
  listMore,
}: Props) {
  const t = useTranslations()
  const { contents, failed } = useContents(listed)
  return (
    <section
      aria-labelledby="list-title"
      className="flex min-w-0 flex-col rounded-lg border border-line bg-surface p-3 lg:sticky lg:top-2 lg:max-h-[calc(100dvh-1rem)] lg:self-start"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="list-title" className="font-semibold">
          {t('timeline.list.count', { count: all })}
        </h2>
        <select
          aria-label={t('timeline.view.order')}
          value={chosen}
          onChange={(event) => setOrder(orders.find((one) => one === event.target.value) ?? 'newest')}
          className="ms-auto rounded border border-line-strong bg-surface px-2 py-1 text-sm"
        >
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(`timeline.view.${order}`)}
            </option>
          ))}
        </select>
      </div>
      {failed && (
        <p role="alert" className="my-2 rounded bg-danger-soft px-2 py-1 text-danger">
          {t('timeline.list.failed')}
        </p>
      )}
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-labelledby="list-title"
        className="relative min-h-0 flex-1 lg:overflow-y-auto"
      >
        {listed.map((id) => {
          const incident = contents.get(id)
          if (!incident) return <li key={id}>{failed ? null : <ItemSkeleton />}</li>
          const { dataset } = incident
          return (
            <li key={id}>
              <Listed incident={incident} dataset={dataset && (datasets[dataset] ?? dataset)} />
            </li>
          )
        })}
      </ul>
      {listed.length < all && (
        <button
          type="button"
          onClick={listMore}
          className="mt-2 w-full rounded border border-line-strong px-3 py-1.5 hover:bg-sunken"
        >
          {t('explore.more')}
        </button>
      )}
    </section>
  )
})

const Listed = memo(function Listed({
  incident,
  dataset,
}: {
  incident: ListedIncident
  dataset: string | null
}) {
  const { start, end } = incident.when
  const day = start ?? end ?? ''
  return <IncidentItem incident={incident} group={{ start: day, end: day }} dataset={dataset} />
})
