'use client'

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import { panned, zoomed } from './window-steps'

interface Options {
  box: RefObject<HTMLElement | null>
  window: TimeWindow
  /** All there is to see. */
  extent: TimeWindow
  rtl: boolean
  width: number
  /** The wheel alone scrolls the page: it zooms only with Ctrl or ⌘. */
  leavesWheel: boolean
  move(window: TimeWindow): void
}

/** A wheel's step, and a key's, in shares of what is shown. */
const WHEEL = 0.0018
const KEY_ZOOM = 0.6
const KEY_PAN = 0.2
/** A pointer that moved less than this has clicked. */
const STILL_PX = 4

/** Moves a window of time by wheel, pinch, drag and keys. What it gives goes onto the box that is dragged. */
export function usePanZoom({ box, window, extent, rtl, width, leavesWheel, move }: Options) {
  const latest = useRef({ window, extent, rtl, width, move })
  latest.current = { window, extent, rtl, width, move }
  const pointers = useRef(new Map<number, number>())
  const dragged = useRef(0)

  useEffect(() => {
    const element = box.current
    // By hand: React listens to wheels without the right to keep the page from scrolling.
    const wheel = (event: WheelEvent) => {
      if (leavesWheel && !event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const now = latest.current
      const sideways = event.shiftKey ? event.deltaY : event.deltaX
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        const share = (sideways / now.width) * (now.rtl ? -1 : 1)
        return now.move(panned(now.window, share, now.extent))
      }
      const at = shareAt(event.clientX, element, now.rtl)
      now.move(zoomed(now.window, Math.exp(event.deltaY * WHEEL), at, now.extent))
    }
    element?.addEventListener('wheel', wheel, { passive: false })
    return () => element?.removeEventListener('wheel', wheel)
  }, [box, leavesWheel])

  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || (event.target as Element).closest('a, button')) return
      pointers.current.set(event.pointerId, event.clientX)
      dragged.current = 0
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent) {
      const before = pointers.current.get(event.pointerId)
      if (before === undefined) return
      const now = latest.current
      const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, x]) => x)
      pointers.current.set(event.pointerId, event.clientX)
      dragged.current += Math.abs(event.clientX - before)
      const [other] = others
      if (other === undefined) {
        const share = ((before - event.clientX) / now.width) * (now.rtl ? -1 : 1)
        if (dragged.current > STILL_PX) now.move(panned(now.window, share, now.extent))
        return
      }
      const [was, is] = [Math.abs(before - other), Math.abs(event.clientX - other)]
      const at = shareAt((event.clientX + other) / 2, box.current, now.rtl)
      now.move(zoomed(now.window, Math.max(1, was) / Math.max(1, is), at, now.extent))
    },
    onPointerUp: (event: PointerEvent) => pointers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent) => pointers.current.delete(event.pointerId),
    onKeyDown(event: KeyboardEvent) {
      const { window: now, extent: all, rtl: mirrored, move: go } = latest.current
      const next = byKey(event.key, now, all, mirrored)
      if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey || !next)
        return
      event.preventDefault()
      go(next)
    },
  }
}

/** Where in the window a place on the screen is, from 0 at its first day to 1. */
function shareAt(clientX: number, element: Element | null, rtl: boolean): number {
  const { left = 0, width = 1 } = element?.getBoundingClientRect() ?? {}
  const share = (clientX - left) / width
  return rtl ? 1 - share : share
}

function byKey(key: string, window: TimeWindow, extent: TimeWindow, rtl: boolean): TimeWindow | null {
  const days = window.to - window.from
  switch (key) {
    case 'ArrowLeft':
      return panned(window, rtl ? KEY_PAN : -KEY_PAN, extent)
    case 'ArrowRight':
      return panned(window, rtl ? -KEY_PAN : KEY_PAN, extent)
    case '+':
    case '=':
      return zoomed(window, KEY_ZOOM, 0.5, extent)
    case '-':
      return zoomed(window, 1 / KEY_ZOOM, 0.5, extent)
    case 'Home':
      return { from: extent.from, to: extent.from + days }
    case 'End':
      return { from: extent.to - days, to: extent.to }
    default:
      return null
  }
}
