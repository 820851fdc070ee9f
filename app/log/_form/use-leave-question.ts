'use client'

import { useEffect } from 'react'

/** Asks before unsaved work is left: by closing or reloading (the browser's own words) and by a link of the page. */
export function useLeaveQuestion(unsaved: boolean, question: string): void {
  useEffect(() => {
    if (!unsaved) return
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]')
      if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || event.ctrlKey || event.metaKey)
        return
      if (link.origin !== location.origin || link.pathname === location.pathname) return
      if (window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onClose)
    // Capturing comes before the router's own handler.
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', onClose)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [unsaved, question])
}
