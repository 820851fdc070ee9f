'use client'

import type { Map as MapLibre } from 'maplibre-gl'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { formatKilometres, formatNumber } from '@/app/_ui/format'
import { chooseText } from '@/app/_ui/name-text'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import type { MapQuestion } from '@/lib/analysis/facts/map-grid'
import type { MapBox } from '@/lib/analysis/facts/map-points'
import { type Area, boxArea, roundedArea } from '@/lib/place/area'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { useExplorerHands } from '../_engine/explorer-state'
import type { Picked } from './map-card'
import { areaFeatures, areaLabels, nameFeatures, singleFeatures, squareFeatures } from './map-features'
import { areaAt, edgeOf, flyTo, setData, showBox, showWhole, viewOf } from './map-library'
import { countryNames, fetchOutlines, type Outlines } from './outlines'
import { attributionOf } from './outside-ground'
import { pickAt } from './pick-at'
import { useMap } from './use-map'

/** What buttons do to the map. */
export interface MapHands {
  zoom(steps: number): void
  whole(): void
  look(box: MapBox): void
  /** The area at these pixels, and all that is seen. */
  areaAt(corners: readonly (readonly [number, number])[]): Area
  seen(): Area
}

interface Props {
  map: ShownMap | null
  area: Area | null
  onReady(hands: MapHands): void
  onFailed(): void
  onAsk(question: MapQuestion): void
  onPick(picked: Picked | null): void
}

/** The map itself: it draws what the worker answers, and asks for what it comes to show. */
export function MapCanvas({ map: shown, area, onReady, onFailed, onAsk, onPick }: Props) {
  const t = useTranslations('explore.map')
  const locale = useLocale()
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
  const outlines = useOutlines(map, locale)
  const latest = useRef(shown)
  latest.current = shown
  useEffect(() => {
    if (!map) return
    onReady({
      zoom: (steps) => map.zoomTo(map.getZoom() + steps),
      whole: () => showWhole(map, latest.current?.extent ?? null),
      look: (seen) => showBox(map, seen),
      areaAt: (corners) => areaAt(map, corners),
      seen: () => roundedArea(boxArea(viewOf(map))),
    })
    const pick = pickAt(map, () => latest.current, onPick)
    map.on('click', pick)
    return () => {
      map.off('click', pick)
    }
  }, [map, onReady, onPick])
  useDrawn(map, shown, outlines)
  useEffect(() => {
    if (map) setData(map, 'choice', edgeOf(area))
  }, [map, area])
  useFlight(map, shown)
  return (
    <>
      <div ref={box} dir="ltr" className="absolute inset-0" />
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
function useOutlines(map: MapLibre | null, locale: string): Outlines | null {
  const [outlines, setOutlines] = useState<Outlines | null>(null)
  useEffect(() => {
    fetchOutlines().then(setOutlines, reportError)
  }, [])
  useEffect(() => {
    if (!map || !outlines) return
    const regions = new Intl.DisplayNames(locale, { type: 'region' })
    setData(map, 'outlines', outlines)
    setData(
      map,
      'countries',
      countryNames(outlines, (code) => regions.of(code) ?? code),
    )
  }, [map, outlines, locale])
  return outlines
}

/** What is counted, as the worker told it last. */
function useDrawn(map: MapLibre | null, shown: ShownMap | null, outlines: Outlines | null): void {
  const t = useTranslations('explore.map')
  const locale = useLocale()
  useEffect(() => {
    if (!map || !shown) return
    const outlineOf = ({ place }: ShownMap['areas'][number]) =>
      outlines?.features.find(({ properties }) => properties.code === place.country) ?? null
    setData(map, 'squares', squareFeatures(shown))
    setData(map, 'singles', singleFeatures(shown))
    setData(map, 'areas', areaFeatures(shown, outlineOf))
    setData(
      map,
      'counts',
      areaLabels(shown, ({ count, precision }) => {
        const [number, km] = [formatNumber(locale, count), uncertaintyKm(precision)]
        return km === null ? number : t('area-label', { count: number, km: formatKilometres(locale, km) })
      }),
    )
    setData(
      map,
      'places',
      nameFeatures(shown, ({ names }) => chooseText(locale, names)?.text ?? null),
    )
  }, [map, shown, outlines, t, locale])
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
