'use client'

import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useExplorer } from '../_engine/explorer-state'

/** Whether the map shows what was asked for: no answer is awaited, it does not move, and its ground is drawn. */
export function useSettled(map: MapLibre | null): boolean {
  const { pending } = useExplorer()
  const [rests, setRests] = useState(false)
  useEffect(() => {
    if (!map) return
    const move = () => setRests(false)
    const rest = () => setRests(true)
    map.on('movestart', move)
    map.on('idle', rest)
    return () => {
      map.off('movestart', move)
      map.off('idle', rest)
    }
  }, [map])
  return !pending && rests
}
