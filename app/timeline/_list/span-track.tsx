'use client' // as every <svg>: see app/_ui/map-sheet.tsx

import type { Bucket } from '@/lib/analysis/summary'
import type { When } from '@/lib/incident/when'
import { placeSpan } from './span'

/**
 * Where in its day, month or year an incident lies, for the eye: a point if the day is known; a bar as long as the span
 * if not, dashed where the incident lies somewhere within and full where it lasted throughout; an arrow where the span
 * runs out of the heading's stretch or has no end. The words beside it say the same.
 */
export function SpanTrack({ when, group }: { when: When; group: Bucket }) {
  const { from, to, before, after } = placeSpan(when, group)
  const point = when.start !== null && when.start === when.end
  if (point && group.start === group.end) return null
  return (
    <span
      aria-hidden="true"
      data-span={point ? 'point' : when.sense}
      className="relative mx-2 block h-3 w-28"
    >
      {/* Drawn, as the page's policy lets no style be written beside an element. */}
      <svg viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true" className="block h-3 w-28 rtl:-scale-x-100">
        <path d={`M0 6h${WIDTH}`} className="stroke-line-strong" />
        {point ? (
          <circle cx={((from + to) / 2) * WIDTH} cy="6" r="4" className="fill-accent" />
        ) : (
          <Stretch from={from * WIDTH} to={to * WIDTH} sense={when.sense} open={before || after} />
        )}
      </svg>
      {before && <Beyond className="-start-2 rtl:-scale-x-100" />}
      {after && <Beyond className="-end-2 ltr:-scale-x-100" />}
    </span>
  )
}

/** As wide as its class makes it at the usual size of letters. */
const WIDTH = 112

interface StretchProps {
  from: number
  to: number
  sense: When['sense']
  /** Runs on, and so has no rounded ends. */
  open: boolean
}

/** A bar of at least four pixels. */
function Stretch({ from, to, sense, open }: StretchProps) {
  const look =
    sense === 'throughout'
      ? 'fill-accent stroke-accent'
      : 'fill-accent-soft stroke-accent [stroke-dasharray:3_2]'
  const width = Math.max(4, to - from) - 1
  return <rect x={from + 0.5} y="2.5" width={width} height="7" rx={open ? 0 : 3} className={look} />
}

function Beyond({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 6 8" aria-hidden="true" className={`absolute top-0.5 h-2 w-1.5 ${className}`}>
      <path d="M5 1L1 4l4 3" fill="none" stroke="var(--accent)" strokeWidth="1.4" />
    </svg>
  )
}
