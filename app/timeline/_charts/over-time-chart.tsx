'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber, formatShortNumber } from '@/app/_ui/format'
import type { BucketUnit } from '@/lib/analysis/summary'
import type { KindType } from '@/lib/incident/kinds'
import { axisText, ChartFrame, ChartTip, useChartSides } from './chart-frame'
import type { TimeRow } from './chart-rows'
import { KindPatterns, KindSwatch, patternId } from './kind-patterns'
import { timeTick } from './time-tick'

interface Props {
  label: string
  rows: TimeRow[]
  types: KindType[]
  unit: BucketUnit
}

/** Incidents over time, stacked by type. Clicking a piece of a bar lists what it counts. */
export function OverTimeChart({ label, rows, types, unit }: Props) {
  const locale = useLocale()
  const t = useTranslations()
  const router = useRouter()
  const id = useId().replace(/[^\w-]/g, '')
  const { reversed, orientation } = useChartSides()
  return (
    <>
      <ul className="mb-1 flex flex-wrap gap-x-3 gap-y-0.5 text-sm">
        {types.map((type) => (
          <li key={type} className="flex items-center gap-1.5">
            <KindSwatch type={type} /> {t(`kind.types.${type}`)}
          </li>
        ))}
      </ul>
      <ChartFrame label={label} height={220}>
        <BarChart data={rows} accessibilityLayer={false} margin={{ top: 4, right: 4, bottom: 0, left: 4 }}>
          <KindPatterns id={id} types={types} />
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
            cursor={{ fill: 'var(--sunken)' }}
            content={({ payload }) => {
              const row = payload?.[0]?.payload as TimeRow | undefined
              if (!row) return null
              const lines = types.flatMap((type) => {
                const count = row.byType[type]
                if (!count) return []
                return [
                  {
                    key: type,
                    colour: `var(--kind-${type})`,
                    label: t(`kind.types.${type}`),
                    value: formatNumber(locale, count),
                  },
                ]
              })
              return <ChartTip title={row.label} lines={lines} />
            }}
          />
          {types.map((type) => (
            <Bar
              key={type}
              dataKey={(row: TimeRow) => row.byType[type] ?? 0}
              name={type}
              stackId="incidents"
              fill={`url(#${patternId(id, type)})`}
              isAnimationActive={false}
              className="cursor-pointer"
              onClick={({ payload }) => {
                const href = (payload as TimeRow | undefined)?.hrefs[type]
                if (href) router.push(href, { scroll: false })
              }}
            />
          ))}
        </BarChart>
      </ChartFrame>
    </>
  )
}
