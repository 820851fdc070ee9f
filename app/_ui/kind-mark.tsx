'use client' // as every <svg>: see map-sheet.tsx

import type { KindType } from '@/lib/incident/kinds'

/** One shape a type, drawn in a box of 16: told apart without colour. */
const kindShapes: Record<KindType, string> = {
  battles: 'M3 3l10 10M13 3L3 13',
  explosions: 'M8 1l1.8 4.2L14 4l-2.3 3.7L15 10l-4.4.4L10 15l-2-3.8L6 15l-.6-4.6L1 10l3.3-2.3L2 4l4.2 1.2z',
  'violence-against-civilians': 'M8 2l6.5 12h-13z',
  protests: 'M8 2.2a5.8 5.8 0 110 11.6 5.8 5.8 0 010-11.6z',
  riots: 'M8 1.5l6.5 6.5L8 14.5 1.5 8z',
  'strategic-developments': 'M2.5 2.5h11v11h-11z',
  'organised-violence': 'M4.8 2h6.4l3.3 6-3.3 6H4.8L1.5 8z',
}

/** The mark of a type of event: shape and colour. Words stand beside it, so it is hidden from who hears the page. */
export function KindMark({ type, className = 'size-4' }: { type: KindType; className?: string }) {
  const colour = `var(--kind-${type})`
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={`inline-block shrink-0 ${className}`}>
      <path
        d={kindShapes[type]}
        fill={type === 'battles' ? 'none' : colour}
        stroke={colour}
        strokeWidth={type === 'battles' ? 3 : 1}
        strokeLinejoin="round"
      />
    </svg>
  )
}
