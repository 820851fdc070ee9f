'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { memo, useEffect, useState } from 'react'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import type { Area } from '@/lib/place/area'
import { useExplorerHands } from '../_engine/explorer-state'
import { TakeMenu } from '../_take/take-menu'
import { ToolButton } from '../_views/tool-button'
import { DrawArea, type DrawMode } from './draw-area'
import type { MapHands } from './map-canvas'
import { MapCard, type Picked } from './map-card'

/** The library that draws it comes only with the first map that is opened. */
const MapCanvas = dynamic(() => import('./map-canvas').then((module) => module.MapCanvas), { ssr: false })

interface Props {
  map: ShownMap | null
  isOpen: boolean
  /** What was chosen on it. */
  area: Area | null
}

/** Where the incidents were: a picture of places, opened when asked for. */
export const MapView = memo(function MapView({ map, isOpen, area }: Props) {
  const t = useTranslations('explore.map')
  const { show, isEmbedded } = useExplorerHands()
  const [hands, setHands] = useState<MapHands | null>(null)
  return (
    <section
      aria-labelledby="map-title"
      className="scroll-mt-2 rounded-lg border border-line bg-surface p-3"
      id="map"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="map-title" className="font-semibold">
          {t('title')}
        </h2>
        {isOpen && map && (
          <p className="text-muted text-sm" aria-live="polite">
            {t('count', { exact: map.exact, imprecise: map.imprecise })}
          </p>
        )}
        <span className="ms-auto flex flex-wrap items-center gap-1">
          {isOpen && (
            <TakeMenu
              title={t('title')}
              name="waqai-map"
              picture={hands?.picture}
              chart="by-place"
              leavesOut="area"
              embed="map"
            />
          )}
          {!isEmbedded && (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => show({ map: !isOpen })}
              className="rounded border border-line-strong bg-surface px-2 py-1 text-sm hover:bg-sunken"
            >
              {t(isOpen ? 'close' : 'open')}
            </button>
          )}
        </span>
      </div>
      {isOpen && <OpenMap map={map} area={area} hands={hands} setHands={setHands} />}
    </section>
  )
})

interface OpenProps extends Omit<Props, 'isOpen'> {
  hands: MapHands | null
  setHands(hands: MapHands | null): void
}

function OpenMap({ map, area, hands, setHands }: OpenProps) {
  const t = useTranslations('explore.map')
  const embed = useTranslations('embed')
  const { show, setMapQuestion, isEmbedded } = useExplorerHands()
  const [mode, setMode] = useState<DrawMode | null>(null)
  const choose = (chosen: Area | null) => show(({ filter }) => ({ filter: { ...filter, area: chosen } }))
  const [picked, setPicked] = useState<Picked | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => () => setMapQuestion(null), [setMapQuestion])
  if (failed) return <p role="alert">{t('failed')}</p>
  return (
    <>
      <div className="my-2 flex flex-wrap gap-1">
        <ToolButton label={t('zoom-in')} sign="+" onPress={() => hands?.zoom(1)} />
        <ToolButton label={t('zoom-out')} sign="−" onPress={() => hands?.zoom(-1)} />
        <ToolButton label={t('whole')} sign="⤢" onPress={() => hands?.whole()} />
        <ToolButton label={t('draw-box')} onPress={() => setMode('box')} />
        <ToolButton label={t('draw-polygon')} onPress={() => setMode('polygon')} />
        <ToolButton label={t('choose-seen')} onPress={() => hands && choose(hands.seen())} />
        {area !== null && <ToolButton label={t('choose-nothing')} onPress={() => choose(null)} />}
      </div>
      <div className="relative h-[26rem] overflow-hidden rounded border border-line bg-sunken lg:h-[32rem]">
        <MapCanvas
          map={map}
          area={area}
          onReady={setHands}
          onFailed={() => setFailed(true)}
          onAsk={setMapQuestion}
          onPick={setPicked}
        />
        {mode && hands && (
          <DrawArea
            key={mode}
            mode={mode}
            onDone={(corners) => {
              setMode(null)
              if (corners) choose(hands.areaAt(corners))
            }}
          />
        )}
        {picked && (
          <MapCard
            picked={picked}
            hands={hands}
            onClose={() => setPicked(null)}
            key={JSON.stringify(picked)}
          />
        )}
      </div>
      <p className="mt-1 text-muted text-xs">{t('legend')}</p>
      {map !== null && map.nowhere + map.moreAreas > 0 && (
        <p className="text-muted text-xs">
          {map.nowhere > 0 && t('nowhere', { count: map.nowhere })}{' '}
          {map.moreAreas > 0 && t('more-areas', { count: map.moreAreas })}
        </p>
      )}
      <p className="text-muted text-xs">
        {isEmbedded ? embed('map-keys') : t('keys')} {t('source')}
      </p>
    </>
  )
}
