'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { memo, useCallback, useDeferredValue } from 'react'
import { formatTime } from '@/app/_ui/format'
import { Attributions } from '@/app/timeline/_charts/attributions'
import { FilterBar } from '@/app/timeline/_filter/filter-bar'
import type { Order } from '@/lib/analysis/view'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import type { Change } from '../_engine/use-engine'
import { MapView } from '../_map/map-view'
import { TakeMenu } from '../_take/take-menu'
import { useSources } from '../_take/use-sources'
import { CompareView } from './compare-view'
import { ListView } from './list-view'
import { OverTimeView } from './over-time-view'
import { RankedViews } from './ranked-views'
import { TimelineView } from './timeline-view'
import { ToolButton } from './tool-button'
import { TotalsView } from './totals-view'
import { Trouble } from './trouble'

/** The filter and all views of what it leaves; each view is a picture and a filter. */
export function ExplorerViews({ years }: { years: number[] }) {
  const t = useTranslations('explore')
  const { engine, matchesFailed } = useExplorer()
  return (
    <>
      <Filters years={years} />
      {matchesFailed && <Trouble words={t('matches-failed')} />}
      {engine.state === 'opening' && <p role="status">{t('opening')}</p>}
      {engine.state === 'failed' && <Failed status={engine.status} />}
      {engine.state === 'open' && engine.left !== null && <Failed status={engine.left} />}
      {engine.state === 'open' && <UpToDate change={engine.change} />}
      {engine.state === 'open' && engine.isFromServer && (
        <p className="text-muted text-sm">{t('from-server')}</p>
      )}
      {engine.state === 'open' && <Views />}
    </>
  )
}

/** Follows the views when these are drawn: see the provider. */
const Filters = memo(FilterBar)

function Views() {
  const t = useTranslations('explore')
  const { engine, explored, pending, rests } = useExplorer()
  const { names, show, listMore, flyTo } = useExplorerHands()
  const setOrder = useCallback((order: Order) => show(({ view }) => ({ view: { ...view, order } })), [show])
  // The list follows the charts when these are drawn.
  const listed = useDeferredValue(engine.state === 'open' ? engine.shown?.listed : undefined) ?? []
  const sources = useSources()
  if (engine.state !== 'open') return null
  const { extent, shown, answered } = engine
  if (extent === null) return <p className="py-8 text-center">{t('nothing')}</p>
  if (shown === null || answered === null) return <p role="status">{t('opening')}</p>
  const { answer, timeline, map } = shown
  return (
    <div aria-busy={pending} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-2">
        <TotalsView answer={answer} />
        {explored.against === null && (
          <ToolButton
            label={t('compare.start')}
            onPress={() => show({ against: { ...explored.filter, text: '' } })}
          />
        )}
        <TakeMenu title={t('title')} name="waqai-explore" embed="explore" />
      </div>
      {explored.against && shown.against && (
        <CompareView
          kept={{ filter: explored.against, answer: shown.against }}
          current={{ filter: explored.filter, answer }}
          extent={extent}
        />
      )}
      {timeline && <TimelineView timeline={timeline} extent={extent} />}
      <MapView map={map} isOpen={explored.map} area={explored.filter.area} />
      <div className="grid gap-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <OverTimeView overTime={answer.overTime} extent={extent} />
          <RankedViews answer={answer} filter={answered.filter} />
        </div>
        <ListView
          all={answer.incidents + answer.duplicates}
          listed={listed}
          rests={rests}
          order={explored.view.order}
          datasets={names.datasets}
          setOrder={setOrder}
          listMore={listMore}
          flyTo={flyTo}
        />
      </div>
      <Attributions attributions={sources} />
    </div>
  )
}

/** Says politely that what is shown became another while it was looked at. */
function UpToDate({ change }: { change: Change | null }) {
  const t = useTranslations('explore')
  const locale = useLocale()
  return (
    <p role="status" className="min-h-5 text-end text-muted text-sm">
      {change && t('changed', { time: formatTime(locale, change.at.toTimeString().slice(0, 8)) })}
    </p>
  )
}

/** Why the facts did not come, and what to do. */
function Failed({ status }: { status: number | null }) {
  const t = useTranslations('explore')
  if (status === 401)
    return (
      <Trouble words={t('signed-out')}>
        <Link href="/sign-in" className="underline">
          {t('sign-in')}
        </Link>
      </Trouble>
    )
  return (
    <Trouble words={t('failed')}>
      <button type="button" onClick={() => window.location.reload()} className="underline">
        {t('again')}
      </button>
    </Trouble>
  )
}
