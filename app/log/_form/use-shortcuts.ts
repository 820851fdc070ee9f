'use client'

import { useLayoutEffect, useRef } from 'react'
import { type Shortcut, shortcutOf } from './shortcuts'

/** Runs what a shortcut stands for, wherever on the page it is pressed, from the moment that the page is seen. */
export function useShortcuts(run: Record<Shortcut, () => void>): void {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event)
      if (!shortcut) return
      event.preventDefault()
      latest.current[shortcut]()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
