'use client'

import { useLocale } from 'next-intl'
import { useCallback, useMemo } from 'react'
import type { Answer } from '@/lib/analysis/facts/answer'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { Filter } from '@/lib/analysis/filter'
import { periodOf } from '../_engine/period'
import { paintIncidents } from './paint-over-time'
import { type Sheet, useCanvas } from './use-canvas'

interface ChartProps {
  answer: Answer
  filter: Filter
  extent: TimeWindow
  most: number
  label: string
}

/** Incidents over time of one side, on the scale of both. */
export function SideChart({ answer, filter, extent, most, label }: ChartProps) {
  const locale = useLocale()
  const { buckets } = answer.overTime
  const drawing = useMemo(
    () => ({ buckets, extent, period: periodOf(filter, extent), locale, most }),
    [buckets, extent, filter, locale, most],
  )
  const { ref } = useCanvas(
    110,
    useCallback((sheet: Sheet) => paintIncidents(sheet, drawing), [drawing]),
  )
  return (
    <div>
      <canvas ref={ref} role="img" aria-label={label} className="block h-[110px] w-full" />
    </div>
  )
}
