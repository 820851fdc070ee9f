'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { composeTitle } from '@/app/_ui/incident-title'
import { IncidentItem } from '@/app/timeline/_list/incident-item'
import { ItemSkeleton } from '@/app/timeline/_list/item-skeleton'
import type { ListedIncident } from '@/lib/analysis/listed'
import { type Order, orders } from '@/lib/analysis/view'
import { type Content, useContents } from '../_engine/use-contents'
import { ToolButton } from './tool-button'

interface Props {
  /** How many there are. */
  all: number
  listed: readonly number[]
  /** It follows where a gesture rests. */
  rests: boolean
  order: Order
  /** Names of the datasets by slug. */
  datasets: Record<string, string>
  setOrder(order: Order): void
  listMore(): void
  /** Shows an incident on the map. */
  flyTo(id: number): void
}

/**
 * The incidents that all the other views count, and those left out of the count as duplicates. Drawn anew only where it is
 * another list: forty incidents take longer to draw than all the charts.
 */
export const ListView = memo(function ListView({
  all,
  listed,
  rests,
  order: chosen,
  datasets,
  setOrder,
  listMore,
  flyTo,
}: Props) {
  const t = useTranslations()
  const { contents, known, failed } = useContents(listed, rests)
  const shown = known ?? listed
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
        aria-busy={shown !== listed || undefined}
        className="relative min-h-0 flex-1 lg:overflow-y-auto"
      >
        {shown.map((id) => {
          const incident = contents.get(id)
          if (!incident) return <li key={id}>{failed ? null : <ItemSkeleton />}</li>
          const { dataset } = incident
          return (
            <li
              key={id}
              className="flex items-end gap-1 [contain-intrinsic-size:auto_6rem] [content-visibility:auto] *:first:min-w-0 *:first:flex-1"
            >
              <Listed incident={incident} dataset={dataset && (datasets[dataset] ?? dataset)} />
              <OnMap id={id} incident={incident} flyTo={flyTo} />
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

/** Flies the map to an incident. */
const OnMap = memo(function OnMap({
  id,
  incident,
  flyTo,
}: {
  id: number
  incident: Content
  flyTo(id: number): void
}) {
  const t = useTranslations('explore.map')
  const words = useTranslations('incident')
  const kinds = useTranslations('kind.kinds')
  const locale = useLocale()
  const title = composeTitle(locale, words as never, kinds as never, incident)
  return (
    <div className="pb-2 print:hidden">
      <ToolButton
        label={t('show', { title })}
        sign={t('title')}
        onPress={() => {
          flyTo(id)
          document.getElementById('map')?.scrollIntoView({ block: 'nearest' })
        }}
      />
    </div>
  )
})
