'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Bar, BarChart, Cell, ErrorBar, LabelList, Tooltip, XAxis, YAxis } from 'recharts'
import { figureNumbers } from '@/app/_ui/figure-words'
import { formatNumber } from '@/app/_ui/format'
import { directionOf, languageOf } from '@/app/_words/preferences'
import type { KindType } from '@/lib/incident/kinds'
import { axisText, ChartFrame, ChartTip, useChartSides } from './chart-frame'
import type { ChartRow } from './chart-rows'
import { KindPatterns, patternId } from './kind-patterns'

const measures = ['incidents', 'killed', 'wounded'] as const
type Measure = (typeof measures)[number]

interface Props {
  label: string
  rows: (ChartRow & { type?: KindType })[]
}

const MOST_BARS = 12
const BAR_HEIGHT = 30

/** Actors, places or kinds by what is measured, the greatest first; whiskers run from low to high. */
export function RankedChart({ label, rows }: Props) {
  const locale = useLocale()
  const t = useTranslations('timeline')
  const router = useRouter()
  const id = useId().replace(/[^\w-]/g, '')
  const [measure, setMeasure] = useState<Measure>('incidents')
  const { rtl, reversed, orientation } = useChartSides()
  // What nobody collects or tells has no bars; a row of zeros would say otherwise.
  const isTold = (one: Measure) => one === 'incidents' || rows.some((row) => row.casualties[one].high > 0)
  const value = (row: ChartRow) =>
    measure === 'incidents' ? (row.incidents ?? 0) : row.casualties[measure].best
  const bars = [...rows].sort((a, b) => value(b) - value(a)).slice(0, MOST_BARS)
  const types = [...new Set(rows.flatMap(({ type }) => type ?? []))]
  const fill = measure === 'incidents' ? 'var(--accent)' : `var(--${measure})`
  const words = (row: ChartRow) =>
    measure === 'incidents'
      ? formatNumber(locale, row.incidents ?? 0)
      : (figureNumbers(locale, { ...row.casualties[measure], state: 'agreed' }) ?? '0')
  return (
    <>
      <fieldset className="mb-1 flex flex-wrap gap-1 text-sm">
        <legend className="sr-only">{t('charts.measure')}</legend>
        {measures.filter(isTold).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === measure}
            onClick={() => setMeasure(one)}
            className="rounded border border-line px-2 py-0.5 aria-pressed:border-accent aria-pressed:bg-accent-soft"
          >
            {t(`table.${one}`)}
          </button>
        ))}
      </fieldset>
      <ChartFrame label={label} height={bars.length * BAR_HEIGHT + 8}>
        <BarChart
          data={bars}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 4, right: rtl ? 4 : 52, bottom: 4, left: rtl ? 52 : 4 }}
          barCategoryGap={4}
        >
          <KindPatterns id={id} types={types} />
          <XAxis type="number" hide reversed={reversed} domain={[0, 'dataMax']} />
          <YAxis
            type="category"
            dataKey="label"
            orientation={orientation}
            width={150}
            interval={0}
            tickLine={false}
            stroke="var(--line-strong)"
            tick={(tick: { x?: number | string; y?: number | string; payload?: { value: string } }) => (
              <NameTick x={Number(tick.x)} y={Number(tick.y)} name={tick.payload?.value ?? ''} rtl={rtl} />
            )}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--sunken)' }}
            content={({ payload }) => {
              const row = payload?.[0]?.payload as ChartRow | undefined
              if (!row) return null
              const line = { key: measure, label: t(`table.${measure}`), value: words(row) }
              return <ChartTip title={row.label} lines={[line]} />
            }}
          />
          <Bar
            dataKey={value}
            fill={fill}
            isAnimationActive={false}
            className="cursor-pointer"
            onClick={({ payload }) => {
              const href = (payload as ChartRow | undefined)?.href
              if (href) router.push(href, { scroll: false })
            }}
          >
            {bars.map((row) => (
              <Cell
                key={row.key}
                fill={row.type && measure === 'incidents' ? `url(#${patternId(id, row.type)})` : fill}
              />
            ))}
            {measure !== 'incidents' && (
              <ErrorBar
                direction="x"
                stroke="var(--ink)"
                width={6}
                isAnimationActive={false}
                dataKey={(row: ChartRow) => {
                  const { low, best, high } = row.casualties[measure]
                  return [best - low, high - best]
                }}
              />
            )}
            <LabelList
              dataKey={value}
              position="right"
              formatter={(shown) => formatNumber(locale, Number(shown))}
              {...axisText}
            />
          </Bar>
        </BarChart>
      </ChartFrame>
    </>
  )
}

const NAME_WIDTH = 142

/** A name on the axis, cut short where it is long; the tip and the table have it whole. */
function NameTick({ x, y, name, rtl }: { x: number; y: number; name: string; rtl: boolean }) {
  const locale = useLocale()
  return (
    <foreignObject x={rtl ? x : x - NAME_WIDTH} y={y - 11} width={NAME_WIDTH} height={22}>
      <div dir={directionOf(languageOf(locale))} className="truncate text-end text-xs leading-[22px]">
        <bdi>{name}</bdi>
      </div>
    </foreignObject>
  )
}
