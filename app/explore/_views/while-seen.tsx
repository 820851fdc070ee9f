'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useExplorer } from '../_engine/explorer-state'

/** So near to what is seen a view is kept up, in pixels: it is there before somebody scrolls to it. */
const NEAR_PX = 200

/**
 * A view that follows each step of a gesture while it is seen, and otherwise where the gesture rests: nobody sees it in between,
 * and laying it out would take time from those that are.
 */
export function WhileSeen({ children }: { children: ReactNode }) {
  const { rests } = useExplorer()
  const box = useRef<HTMLDivElement>(null)
  const [isSeen, setSeen] = useState(true)
  useEffect(() => {
    if (!box.current) return
    const seen = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? true), {
      rootMargin: `${NEAR_PX}px`,
    })
    seen.observe(box.current)
    return () => seen.disconnect()
  }, [])
  const last = useRef(children)
  if (isSeen || rests) last.current = children
  return (
    <div ref={box} className="empty:hidden">
      {last.current}
    </div>
  )
}
