'use client'

import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { ResponsiveContainer } from 'recharts'
import { directionOf, languageOf } from '@/app/_words/preferences'

/** Which way the axes run for the reader: in Arabic time goes from right to left and values stand on the right. */
export function useChartSides() {
  const rtl = directionOf(languageOf(useLocale())) === 'rtl'
  return { rtl, reversed: rtl, orientation: rtl ? ('right' as const) : ('left' as const) }
}

export const axisText = { fill: 'var(--muted)', fontSize: 12 }

/**
 * The box of a drawing. Always left to right inside, since SVG text anchors turn round with the direction; the axes are
 * turned instead. Pictures for the eye only: the table below has the same for everybody.
 */
export function ChartFrame({
  label,
  height,
  children,
}: {
  label: string
  height: number
  children: ReactNode
}) {
  return (
    <div role="img" aria-label={label} dir="ltr" style={{ height }} className="w-full">
      <ResponsiveContainer width="100%" height="100%">
        {children as never}
      </ResponsiveContainer>
    </div>
  )
}

interface Line {
  key: string
  colour?: string
  label: string
  value: string
}

/** What stands under the pointer, in words. */
export function ChartTip({ title, lines }: { title: string; lines: Line[] }) {
  const locale = useLocale()
  return (
    <div
      dir={directionOf(languageOf(locale))}
      className="rounded border border-line bg-surface px-2.5 py-1.5 text-ink text-sm shadow"
    >
      <p className="font-semibold">{title}</p>
      {lines.map(({ key, colour, label, value }) => (
        <p key={key} className="flex items-center gap-1.5">
          {colour && (
            <span aria-hidden="true" className="size-2.5 rounded-full" style={{ background: colour }} />
          )}
          <span>{label}</span>
          <bdi className="ms-auto ps-3 tabular-nums">{value}</bdi>
        </p>
      ))}
    </div>
  )
}
