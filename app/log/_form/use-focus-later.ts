'use client'

import { useCallback, useEffect, useState } from 'react'

/**
 * Gives a function that focuses an element by id once what was just asked for has been drawn. Where there is none of
 * this id, the field that it is a part of is taken; what is folded away is opened.
 */
export function useFocusLater(): (id: string) => void {
  const [wanted, setWanted] = useState<{ id: string } | null>(null)
  useEffect(() => {
    if (!wanted) return
    const element = nearestField(wanted.id)
    const folded = element?.closest('details:not([open])')
    if (folded) folded.setAttribute('open', '')
    element?.focus()
    element?.scrollIntoView({ block: 'nearest' })
  }, [wanted])
  return useCallback((id) => setWanted({ id }), [])
}

/** The element of `id`, or of the longest beginning of it: a path's parts are parted by hyphens. */
function nearestField(id: string): HTMLElement | null {
  for (let at = id; at.includes('-'); at = at.slice(0, at.lastIndexOf('-'))) {
    const element = document.getElementById(at)
    if (element) return element
  }
  return null
}
