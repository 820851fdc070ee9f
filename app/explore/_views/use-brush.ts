'use client'

import { type PointerEvent, useRef } from 'react'
import { dayNumber } from '@/lib/analysis/facts/facts'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { CivilDate } from '@/lib/incident/when'
import type { Buckets } from './paint-over-time'

interface Options {
  buckets: Buckets
  extent: TimeWindow
  rtl: boolean
  /** `again`: a later step of the same gesture. */
  choose(from: CivilDate, to: CivilDate, again: boolean): void
  /** The gesture is over. */
  end(): void
}

/** Chooses a period by drawing over the buckets of a chart, whole buckets at a time. A click chooses one. */
export function useBrush({ buckets, extent, rtl, choose, end }: Options) {
  const start = useRef<number | null>(null)
  const chosen = useRef('')
  const bucketAt = ({ currentTarget, clientX }: PointerEvent): number => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const share = (clientX - left) / width
    const day = extent.from + (rtl ? 1 - share : share) * (extent.to - extent.from)
    const after = buckets.findIndex((bucket) => dayNumber(bucket.end) + 1 > day)
    return after < 0 ? buckets.length - 1 : after
  }
  const take = (event: PointerEvent, first: number, again: boolean) => {
    const other = bucketAt(event)
    const [from, to] = [buckets[Math.min(first, other)]?.start, buckets[Math.max(first, other)]?.end]
    if (from === undefined || to === undefined || (again && chosen.current === from + to)) return
    chosen.current = from + to
    choose(from, to, again)
  }
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      start.current = bucketAt(event)
      take(event, start.current, false)
    },
    onPointerMove(event: PointerEvent) {
      if (start.current !== null) take(event, start.current, true)
    },
    onPointerUp() {
      start.current = null
      end()
    },
    onPointerCancel() {
      start.current = null
    },
  }
}
