'use client'

import { useId } from 'react'
import type { KindType } from '@/lib/incident/kinds'

/** Lines over the colour, one way a type: who cannot tell the colours apart can tell these. */
const lines: Record<KindType, string> = {
  battles: '',
  explosions: 'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  'violence-against-civilians': 'M0 4H8',
  protests: 'M4 0V8',
  riots: 'M0 0L8 8M-2 6L2 10M6 -2L10 2',
  'strategic-developments': 'M0 4H8M4 0V8',
  'organised-violence': 'M2 2h1M6 6h1',
}

/** SVG patterns of the types; `id` keeps several drawings on a page apart. */
export function KindPatterns({ id, types }: { id: string; types: KindType[] }) {
  return (
    <defs>
      {types.map((type) => (
        <pattern key={type} id={patternId(id, type)} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={`var(--kind-${type})`} />
          <path d={lines[type]} stroke="var(--surface)" strokeWidth="1.2" opacity="0.75" />
        </pattern>
      ))}
    </defs>
  )
}

export const patternId = (id: string, type: KindType): string => `${id}-${type}`

/** A swatch of a type as the bars show it. */
export function KindSwatch({ type }: { type: KindType }) {
  const id = useId().replace(/[^\w-]/g, '')
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="inline-block size-4 shrink-0">
      <KindPatterns id={id} types={[type]} />
      <rect width="16" height="16" rx="2" fill={`url(#${patternId(id, type)})`} />
    </svg>
  )
}
