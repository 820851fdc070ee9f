'use client'

import { useCallback, useEffect, useState } from 'react'

/** Gives a function that focuses an element by id once what was just asked for has been drawn. */
export function useFocusLater(): (id: string) => void {
  const [wanted, setWanted] = useState<{ id: string } | null>(null)
  useEffect(() => {
    if (!wanted) return
    const element = document.getElementById(wanted.id)
    element?.focus()
    element?.scrollIntoView({ block: 'nearest' })
  }, [wanted])
  return useCallback((id) => setWanted({ id }), [])
}
