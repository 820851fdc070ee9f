'use client'

import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import type { MapQuestion } from '@/lib/analysis/facts/map-grid'
import type { MapBox } from '@/lib/analysis/facts/map-points'
import { type Area, boxArea, roundedArea } from '@/lib/place/area'
import { useExplorerHands } from '../_engine/explorer-state'
import type { Picture } from '../_views/use-canvas'
import type { Picked } from './map-card'
import { areaAt, flyTo, setOutlines, showBox, showWhole, viewOf } from './map-library'
import { fetchOutlines, type Outlines } from './outlines'
import { attributionOf } from './outside-ground'
import { pickAt } from './pick-at'
import { countryShapes } from './shapes'
import { useDrawing } from './use-drawing'
import { useMap } from './use-map'
import { useMarks } from './use-marks'
import { useSettled } from './use-settled'

/** What buttons do to the map. */
export interface MapHands {
  zoom(steps: number): void
  whole(): void
  look(box: MapBox): void
  /** The area at these pixels, and all that is seen. */
  areaAt(corners: readonly (readonly [number, number])[]): Area
  seen(): Area
  /** All that is drawn, with the ground. */
  picture: Picture
}

interface Props {
  map: ShownMap | null
  area: Area | null
  /** Null: no longer. */
  onReady(hands: MapHands | null): void
  onFailed(): void
  onAsk(question: MapQuestion): void
  onPick(picked: Picked | null): void
}

/** The map itself: it draws what the worker answers, and asks for what it comes to show. */
export function MapCanvas({ map: shown, area, onReady, onFailed, onAsk, onPick }: Props) {
  const t = useTranslations('explore.map')
  const words = useMemo(
    () => ({
      'Map.Title': t('canvas'),
      'CooperativeGesturesHandler.MobileHelpText': t('two-fingers'),
      'CooperativeGesturesHandler.WindowsHelpText': t('with-key', { key: 'Ctrl' }),
      'CooperativeGesturesHandler.MacHelpText': t('with-key', { key: '⌘' }),
    }),
    [t],
  )
  const { isEmbedded, mapGround } = useExplorerHands()
  const { box, map } = useMap({ words, isFramed: isEmbedded, ground: mapGround, onAsk, onFailed })
  const attribution = useAttribution(map, mapGround !== null)
  const outlines = useOutlines(map)
  const countries = useMemo(() => outlines && countryShapes(outlines), [outlines])
  const drawing = useDrawing(shown, area, outlines, countries)
  const { ref, picture, frame } = useMarks(map, drawing, countries)
  const latest = useRef({ shown, drawing })
  latest.current = { shown, drawing }
  useEffect(() => {
    if (!map) return
    onReady({
      zoom: (steps) => map.zoomTo(map.getZoom() + steps),
      whole: () => showWhole(map, latest.current.shown?.extent ?? null),
      look: (seen) => showBox(map, seen),
      areaAt: (corners) => areaAt(map, corners),
      seen: () => roundedArea(boxArea(viewOf(map))),
      picture,
    })
    const pick = ({ point: { x, y } }: MapMouseEvent) => {
      const seen = frame()
      if (latest.current.drawing && seen) onPick(pickAt(latest.current.drawing, seen, x, y))
    }
    map.on('click', pick)
    return () => {
      map.off('click', pick)
      onReady(null)
    }
  }, [map, picture, frame, onReady, onPick])
  const isSettled = useSettled(map)
  useFlight(map, shown)
  return (
    <>
      <div ref={box} dir="ltr" aria-busy={isSettled ? undefined : true} className="absolute inset-0" />
      <canvas ref={ref} className="pointer-events-none absolute inset-0 h-full w-full" />
      {attribution !== '' && (
        <p className="absolute end-0 bottom-0 bg-surface/85 px-1 text-xs">
          <bdi>{attribution}</bdi>
        </p>
      )}
    </>
  )
}

/** Whose an outside ground is, as soon as its sources have told. */
function useAttribution(map: MapLibre | null, isOutside: boolean): string {
  const [attribution, setAttribution] = useState('')
  useEffect(() => {
    if (!map || !isOutside) return
    const tell = () => setAttribution(attributionOf(map))
    map.on('idle', tell)
    return () => {
      map.off('idle', tell)
    }
  }, [map, isOutside])
  return attribution
}

/** The base of the map; until it has come, and where it does not come, incidents are drawn without it. */
function useOutlines(map: MapLibre | null): Outlines | null {
  const [outlines, setOwn] = useState<Outlines | null>(null)
  useEffect(() => {
    fetchOutlines().then(setOwn, reportError)
  }, [])
  useEffect(() => {
    if (map && outlines) setOutlines(map, outlines)
  }, [map, outlines])
  return outlines
}

/** Shows all there is at first, and then each incident that is asked for, once. */
function useFlight(map: MapLibre | null, shown: ShownMap | null): void {
  const { flight } = useExplorerHands()
  const flown = useRef<unknown>(null)
  const isFirst = useRef<boolean>(true)
  const found = shown?.found ?? null
  const extent = shown?.extent ?? null
  useEffect(() => {
    if (!map || !shown) return
    if (flight && found?.id === flight.id && flown.current !== flight) {
      flown.current = flight
      flyTo(map, found)
    } else if (isFirst.current && !flight) showWhole(map, extent, { animate: false })
    isFirst.current = false
  }, [map, shown, found, extent, flight])
}
