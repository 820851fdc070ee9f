'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts'
import { figureNumbers } from '@/app/_ui/figure-words'
import { formatShortNumber } from '@/app/_ui/format'
import type { BucketUnit } from '@/lib/analysis/summary'
import { axisText, ChartFrame, ChartTip, useChartSides } from './chart-frame'
import type { ChartRow } from './chart-rows'
import { timeTick } from './time-tick'

interface Props {
  label: string
  rows: ChartRow[]
  unit: BucketUnit
}

const outcomes = ['killed', 'wounded'] as const
type Outcome = (typeof outcomes)[number]

/** Killed and wounded over time: the line is the best figure, the band runs from low to high. */
export function CasualtiesChart({ label, rows, unit }: Props) {
  const locale = useLocale()
  const t = useTranslations('timeline.table')
  const router = useRouter()
  const { reversed, orientation } = useChartSides()
  const shown = outcomes.filter((outcome) => rows.some(({ casualties }) => casualties[outcome].high > 0))
  const band = (outcome: Outcome) => (row: ChartRow) => {
    const { low, high } = row.casualties[outcome]
    return [low, high] as [number, number]
  }
  const open = (key: unknown) => {
    const href = rows.find((row) => row.key === key)?.href
    if (href) router.push(href, { scroll: false })
  }
  const figure = (row: ChartRow, outcome: Outcome) =>
    figureNumbers(locale, { ...row.casualties[outcome], state: 'agreed' }) ?? ''
  return (
    <>
      <ul className="mb-1 flex flex-wrap gap-x-3 text-sm">
        {shown.map((outcome) => (
          <li key={outcome} className="flex items-center gap-1.5">
            <svg viewBox="0 0 24 8" aria-hidden="true" className="h-2 w-6">
              <rect width="24" height="8" fill={`var(--${outcome})`} opacity="0.25" />
              <path
                d="M0 4H24"
                stroke={`var(--${outcome})`}
                strokeWidth="2"
                strokeDasharray={dashes[outcome]}
              />
            </svg>
            {t(`${outcome}-legend`)}
          </li>
        ))}
      </ul>
      <ChartFrame label={label} height={220}>
        <ComposedChart
          data={rows}
          accessibilityLayer={false}
          margin={{ top: 4, right: 4, bottom: 0, left: 4 }}
          onClick={(state) => open(state.activeLabel)}
          className="cursor-pointer"
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="key"
            reversed={reversed}
            tick={axisText}
            tickFormatter={(key) => timeTick(locale, unit, String(key))}
            minTickGap={16}
            stroke="var(--line-strong)"
          />
          <YAxis
            orientation={orientation}
            tick={axisText}
            tickFormatter={(value) => formatShortNumber(locale, Number(value))}
            allowDecimals={false}
            width={44}
            stroke="var(--line-strong)"
          />
          <Tooltip
            isAnimationActive={false}
            content={({ payload }) => {
              const row = payload?.[0]?.payload as ChartRow | undefined
              if (!row) return null
              const lines = shown.map((outcome) => ({
                key: outcome,
                colour: `var(--${outcome})`,
                label: t(outcome),
                value: figure(row, outcome),
              }))
              return <ChartTip title={row.label} lines={lines} />
            }}
          />
          {shown.map((outcome) => (
            <Area
              key={`${outcome}-band`}
              dataKey={band(outcome)}
              type="linear"
              stroke="none"
              fill={`var(--${outcome})`}
              fillOpacity={0.25}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          {shown.map((outcome) => (
            <Line
              key={outcome}
              dataKey={(row: ChartRow) => row.casualties[outcome].best}
              type="linear"
              stroke={`var(--${outcome})`}
              strokeWidth={2}
              strokeDasharray={dashes[outcome]}
              dot={rows.length === 1}
              isAnimationActive={false}
            />
          ))}
        </ComposedChart>
      </ChartFrame>
    </>
  )
}

const dashes: Record<Outcome, string | undefined> = { killed: undefined, wounded: '6 3' }
