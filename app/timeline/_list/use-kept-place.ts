'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'

/**
 * Keeps, with the entry in the browser's history, which row stood at the top, so that coming back from an incident
 * shows the list where it was left; pixels alone would not do, since rows above are only as high as guessed.
 */
export function useKeptPlace(virtualizer: Virtualizer<Window, Element>): void {
  const list = useRef(virtualizer)
  useEffect(() => {
    list.current = virtualizer
  })
  useEffect(() => {
    const kept: unknown = history.state?.timelineRow
    if (typeof kept === 'number' && kept > 0) list.current.scrollToIndex(kept, { align: 'start' })
    const keep = () => {
      const row = list.current.getVirtualItemForOffset(scrollY)?.index ?? 0
      // Next's own state is in there and must stay.
      if (history.state?.timelineRow !== row) history.replaceState({ ...history.state, timelineRow: row }, '')
    }
    addEventListener('scrollend', keep)
    return () => removeEventListener('scrollend', keep)
  }, [])
}
