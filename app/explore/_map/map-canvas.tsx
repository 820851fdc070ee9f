'use client'

import type { Map as MapLibre } from 'maplibre-gl'
import { useLocale, useTranslations } from 'next-intl'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { formatKilometres, formatNumber } from '@/app/_ui/format'
import { chooseText } from '@/app/_ui/name-text'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import type { MapQuestion } from '@/lib/analysis/facts/map-grid'
import type { MapBox } from '@/lib/analysis/facts/map-points'
import { type Area, boxArea, roundedArea } from '@/lib/place/area'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { useExplorerHands } from '../_engine/explorer-state'
import type { Picked } from './map-card'
import { countedFeatures, nameFeatures } from './map-features'
import { areaAt, edgeOf, flyTo, setData, showBox, showWhole, viewOf } from './map-library'
import { countryNames, fetchOutlines, type Outlines } from './outlines'
import { attributionOf } from './outside-ground'
import { pickAt } from './pick-at'
import { useMap } from './use-map'
import { useSettled } from './use-settled'

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
  const given = useDrawn(map, shown, outlines)
  const isSettled = useSettled(map, shown, given)
  useEffect(() => {
    if (map) setData(map, 'choice', edgeOf(area))
  }, [map, area])
  useFlight(map, shown)
  return (
    <>
      <div ref={box} dir="ltr" aria-busy={isSettled ? undefined : true} className="absolute inset-0" />
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

/** Hands the map what is counted, as the worker told it last; gives what it was handed last. */
function useDrawn(
  map: MapLibre | null,
  shown: ShownMap | null,
  outlines: Outlines | null,
): RefObject<ShownMap | null> {
  const t = useTranslations('explore.map')
  const locale = useLocale()
  const given = useRef<ShownMap | null>(null)
  useEffect(() => {
    if (!map || !shown) return
    given.current = shown
    const outlineOf = ({ place }: ShownMap['areas'][number]) =>
      outlines?.features.find(({ properties }) => properties.code === place.country) ?? null
    const textOf = ({ count, precision }: ShownMap['areas'][number]) => {
      const [number, km] = [formatNumber(locale, count), uncertaintyKm(precision)]
      return km === null ? number : t('area-label', { count: number, km: formatKilometres(locale, km) })
    }
    setData(map, 'counted', countedFeatures(shown, outlineOf, textOf))
  }, [map, shown, outlines, t, locale])
  usePlaceNames(map, shown)
  return given
}

/** Names of places: others only where the map looks elsewhere. */
function usePlaceNames(map: MapLibre | null, shown: ShownMap | null): void {
  const locale = useLocale()
  const named = shown && nameFeatures(shown, ({ names }) => chooseText(locale, names)?.text ?? null)
  const text = JSON.stringify(named)
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are the same while their text is
  useEffect(() => {
    if (map && named) setData(map, 'places', named)
  }, [map, text])
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
