'use client'

import type { Map as MapLibre } from 'maplibre-gl'
import { type RefObject, useEffect, useState } from 'react'
import type { ShownMap } from '@/lib/analysis/facts/explorer'
import { useExplorer } from '../_engine/explorer-state'

/**
 * Whether the map shows what was asked for: no answer is awaited, it does not move, and the library has drawn the last one that
 * it was `given`.
 */
export function useSettled(
  map: MapLibre | null,
  shown: ShownMap | null,
  given: RefObject<ShownMap | null>,
): boolean {
  const { pending } = useExplorer()
  const [drawn, setDrawn] = useState<ShownMap | null>(null)
  useEffect(() => {
    if (!map) return
    const move = () => setDrawn(null)
    const rest = () => setDrawn(given.current)
    map.on('movestart', move)
    map.on('idle', rest)
    return () => {
      map.off('movestart', move)
      map.off('idle', rest)
    }
  }, [map, given])
  return !pending && drawn !== null && drawn === shown
}
