'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatKilometres, formatNumber } from '@/app/_ui/format'
import { chooseText } from '@/app/_ui/name-text'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import { mercatorX, mercatorY } from '@/lib/analysis/facts/map-points'
import type { Area } from '@/lib/place/area'
import { uncertaintyKm } from '@/lib/place/uncertainty'
import { marksOf } from './map-marks'
import { countryMiddles, type Outlines } from './outlines'
import type { MapDrawing } from './paint-map'
import type { Label } from './place-labels'
import { areaShapes, type CountryShapes, choiceShape } from './shapes'

/** What is drawn of what the worker told last, with names in the language of whoever reads; null before it told anything. */
export function useDrawing(
  shown: ShownMap | null,
  area: Area | null,
  outlines: Outlines | null,
  countries: CountryShapes | null,
): MapDrawing | null {
  const shapesOf = useMemo(() => areaShapes(countries), [countries])
  const names = useCountryNames(outlines)
  const counts = useCounts(shown)
  const places = usePlaceNames(shown)
  const choice = useMemo(() => choiceShape(area), [area])
  return useMemo(
    () =>
      shown && {
        areas: shown.areas.map((one) => ({ area: one, shapes: shapesOf(one) })),
        marks: marksOf(shown),
        labels: [...names, ...places, ...counts],
        choice,
      },
    [shown, shapesOf, names, places, counts, choice],
  )
}

const at = ({ lat, lon }: { lat: number; lon: number }) => ({ x: mercatorX(lon), y: mercatorY(lat) })

function useCountryNames(outlines: Outlines | null): Label[] {
  const locale = useLocale()
  return useMemo(() => {
    const regions = new Intl.DisplayNames(locale, { type: 'region' })
    return (outlines ? countryMiddles(outlines) : []).map(({ code, ...middle }) => {
      const text = regions.of(code) ?? code
      return { ...at(middle), text: () => text, size: 13, colour: 'muted', isBelow: false }
    })
  }, [outlines, locale])
}

function usePlaceNames(shown: ShownMap | null): Label[] {
  const locale = useLocale()
  return useMemo(
    () =>
      (shown?.labels ?? []).flatMap((label) => {
        const text = chooseText(locale, label.names)?.text
        return text ? [{ ...at(label), text: () => text, size: 12, colour: 'ink', isBelow: true }] : []
      }),
    [shown, locale],
  )
}

/** How many incidents each area has, in its middle: a number is no point. */
function useCounts(shown: ShownMap | null): Label[] {
  const t = useTranslations('explore.map')
  const locale = useLocale()
  return useMemo(() => {
    const textOf = ({ count, precision }: ShownMap['areas'][number]) => {
      const [number, km] = [formatNumber(locale, count), uncertaintyKm(precision)]
      return km === null ? number : t('area-label', { count: number, km: formatKilometres(locale, km) })
    }
    return (shown?.areas ?? []).map((one) => ({
      ...at(one),
      text: () => textOf(one),
      size: 11,
      colour: 'killed',
      isBelow: false,
    }))
  }, [shown, locale, t])
}
