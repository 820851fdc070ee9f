'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useExplorer, useExplorerHands } from '@/app/explore/_engine/explorer-state'
import { MapView } from '@/app/explore/_map/map-view'
import { useSentence } from '@/app/explore/_take/use-sentence'
import { CompareView } from '@/app/explore/_views/compare-view'
import { OverTimeView } from '@/app/explore/_views/over-time-view'
import { TimelineView } from '@/app/explore/_views/timeline-view'
import { ToolButton } from '@/app/explore/_views/tool-button'
import { TotalsView } from '@/app/explore/_views/totals-view'
import { Trouble } from '@/app/explore/_views/trouble'
import { writeExplored } from '@/app/explore/explore-url'
import type { EmbedView } from '../embed-url'
import { Credit } from './credit'

/** A view in a frame: what of, the view, and whose it is. */
export function EmbeddedView({ view }: { view: EmbedView }) {
  const t = useTranslations()
  const { engine, explored, matchesFailed } = useExplorer()
  const sentence = useSentence(explored.filter)
  return (
    // Its name tells it from the main part of the page around it, and from other views there.
    <main aria-label={`${t(`embed.take.views.${view}`)}: ${sentence}`} className="flex flex-col gap-2 p-2">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="font-semibold">{sentence}</h1>
        <BackToFirst />
      </div>
      {matchesFailed && <Trouble words={t('explore.matches-failed')} />}
      {engine.state === 'opening' && <p role="status">{t('explore.opening')}</p>}
      {engine.state === 'failed' && <Failed status={engine.status} />}
      {engine.state === 'open' && <Shown view={view} />}
      <Credit />
    </main>
  )
}

function Shown({ view }: { view: EmbedView }) {
  const t = useTranslations('explore')
  const { engine, explored, pending } = useExplorer()
  if (engine.state !== 'open') return null
  const { extent, shown } = engine
  if (extent === null) return <p className="py-8 text-center">{t('nothing')}</p>
  if (shown === null) return <p role="status">{t('opening')}</p>
  const { answer, timeline, map } = shown
  const shows = (one: EmbedView) => view === one || view === 'explore'
  return (
    <div aria-busy={pending} className="flex flex-col gap-2">
      {shows('totals') && <TotalsView answer={answer} />}
      {view === 'explore' && explored.against && shown.against && (
        <CompareView
          kept={{ filter: explored.against, answer: shown.against }}
          current={{ filter: explored.filter, answer }}
          extent={extent}
        />
      )}
      {shows('timeline') && timeline && <TimelineView timeline={timeline} extent={extent} />}
      {explored.map && <MapView map={map} isOpen area={explored.filter.area} />}
      {shows('over-time') && <OverTimeView overTime={answer.overTime} extent={extent} />}
    </div>
  )
}

/** Whoever chose something else finds back to what the page around it speaks of. */
function BackToFirst() {
  const t = useTranslations('embed')
  const { explored } = useExplorer()
  const { show } = useExplorerHands()
  const [first] = useState(explored)
  if (writeExplored(explored) === writeExplored(first)) return null
  return <ToolButton label={t('back')} onPress={() => show(first)} />
}

function Failed({ status }: { status: number | null }) {
  const t = useTranslations()
  if (status === 401 || status === 403) return <Trouble words={t('embed.closed.title')} />
  return (
    <Trouble words={t('explore.failed')}>
      <button type="button" onClick={() => window.location.reload()} className="underline">
        {t('explore.again')}
      </button>
    </Trouble>
  )
}
