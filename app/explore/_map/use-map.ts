'use client'

import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { MapQuestion } from '@/lib/analysis/facts/map-grid'
import { createMap, fontsLoaded, recolour, styleFor, viewOf } from './map-library'
import { snappedView } from './snapped-view'

interface Options {
  words: Record<string, string>
  /** Another site's page is around it. */
  isFramed: boolean
  /** Address of an outside style for the ground; null: ours. */
  ground: string | null
  onAsk(question: MapQuestion): void
  onFailed(): void
}

/** A map in the box, once it can be drawn on; it asks for what it shows wherever it comes to rest. */
export function useMap({ words, isFramed, ground, onAsk, onFailed }: Options): {
  box: RefObject<HTMLDivElement | null>
  map: MapLibre | null
} {
  const box = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<MapLibre | null>(null)
  const failed = useRef(onFailed)
  failed.current = onFailed
  useEffect(() => {
    const element = box.current
    if (!element) return
    let own: MapLibre | null = null
    let isGone = false
    const open = (style: StyleSpecification) => {
      if (isGone) return
      own = createMap(element, style, words, isFramed)
      const ask = () => own && onAsk(snappedView(viewOf(own), own.getZoom()))
      own.on('moveend', ask)
      own.on('resize', ask)
      own.once('style.load', () => {
        setMap(own)
        ask()
      })
    }
    Promise.all([styleFor(element, ground), fontsLoaded()])
      .then(([style]) => open(style))
      .catch((error: unknown) => {
        // A browser without WebGL, or one that took it away.
        failed.current()
        reportError(error)
      })
    const themes = new MutationObserver(() => own && recolour(own, element))
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      isGone = true
      themes.disconnect()
      setMap(null)
      own?.remove()
    }
  }, [words, isFramed, ground, onAsk])
  return { box, map }
}
