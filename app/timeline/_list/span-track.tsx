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
      <span className="absolute inset-x-0 top-1/2 border-line-strong border-t" />
      {point ? (
        <span
          className="absolute top-0.5 -ms-1 size-2 rounded-full bg-accent"
          style={{ insetInlineStart: `${((from + to) / 2) * 100}%` }}
        />
      ) : (
        <span
          className={`absolute top-0.5 h-2 border border-accent ${
            when.sense === 'throughout' ? 'bg-accent' : 'border-dashed bg-accent-soft'
          } ${before ? 'border-s-0' : 'rounded-s'} ${after ? 'border-e-0' : 'rounded-e'}`}
          style={{ insetInlineStart: `${from * 100}%`, width: `max(4px, ${(to - from) * 100}%)` }}
        />
      )}
      {before && <Beyond className="-start-2 rtl:-scale-x-100" />}
      {after && <Beyond className="-end-2 ltr:-scale-x-100" />}
    </span>
  )
}

function Beyond({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 6 8" aria-hidden="true" className={`absolute top-0.5 h-2 w-1.5 ${className}`}>
      <path d="M5 1L1 4l4 3" fill="none" stroke="var(--accent)" strokeWidth="1.4" />
    </svg>
  )
}
