'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useCallback, useMemo, useState } from 'react'
import { KindSwatch } from '@/app/timeline/_charts/kind-patterns'
import { UnitChoice } from '@/app/timeline/_charts/unit-choice'
import type { Answer } from '@/lib/analysis/facts/answer'
import { dateOfDay } from '@/lib/analysis/facts/facts'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import { kindTypes } from '@/lib/incident/kinds'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import { periodOf } from '../_engine/period'
import { TakeMenu } from '../_take/take-menu'
import { BucketTable } from './bucket-table'
import { paintCasualties, paintIncidents } from './paint-over-time'
import { PeriodSliders } from './period-sliders'
import { PlayButtons } from './play-buttons'
import { useBrush } from './use-brush'
import { type Sheet, useCanvas } from './use-canvas'

interface Props {
  overTime: Answer['overTime']
  extent: TimeWindow
}

const outcomes = ['killed', 'wounded'] as const

/** Incidents and losses over all of the time: drawing over either chooses a period. */
export const OverTimeView = memo(function OverTimeView({ overTime, extent }: Props) {
  const t = useTranslations('explore.over-time')
  const words = useTranslations()
  const locale = useLocale()
  const { explored } = useExplorer()
  const { step, settle } = useExplorerHands()
  const { filter } = explored
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('killed')
  const { buckets, unplaced } = overTime
  const drawing = useMemo(
    () => ({ buckets, extent, period: periodOf(filter, extent), locale }),
    [buckets, extent, filter, locale],
  )
  const incidents = useCanvas(
    150,
    useCallback((sheet: Sheet) => paintIncidents(sheet, drawing), [drawing]),
  )
  const losses = useCanvas(
    110,
    useCallback((sheet: Sheet) => paintCasualties(sheet, drawing, outcome), [drawing, outcome]),
  )
  const brush = useBrush({
    buckets,
    extent,
    rtl: locale.startsWith('ar'),
    choose: (from, to, again) => step(({ filter: now }) => ({ filter: { ...now, from, to } }), !again),
    end: settle,
  })
  const title = t('title', { unit: overTime.unit })
  const types = kindTypes.filter((type) => [...buckets, unplaced].some(({ byType }) => byType[type]))
  return (
    <section aria-labelledby="over-time-title" className="rounded-lg border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="over-time-title" className="font-semibold">
          {title}
        </h2>
        <PlayButtons buckets={buckets} />
        <UnitChoice shown={overTime.unit} />
        <TakeMenu
          title={title}
          name="waqai-over-time"
          picture={incidents}
          chart="over-time"
          leavesOut="time"
          unit={overTime.unit}
          embed="over-time"
        />
      </div>
      <ul className="my-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {types.map((type) => (
          <li key={type} className="flex items-center gap-1">
            <KindSwatch type={type} /> {words(`kind.types.${type}`)}
          </li>
        ))}
      </ul>
      <div {...brush} className="cursor-crosshair touch-pan-y select-none">
        <canvas ref={incidents.ref} role="img" aria-label={title} className="block h-[150px] w-full" />
      </div>
      <PeriodSliders buckets={buckets} />
      <fieldset className="mt-2 flex gap-4 text-sm">
        <legend className="sr-only">{t('outcome')}</legend>
        {outcomes.map((one) => (
          <label key={one} className="flex items-center gap-1">
            <input
              type="radio"
              name="explore-outcome"
              checked={outcome === one}
              onChange={() => setOutcome(one)}
              className="accent-accent"
            />
            {words(`timeline.table.${one}`)}
          </label>
        ))}
        <span className="text-muted">{t('band')}</span>
        <span className="ms-auto">
          <TakeMenu
            title={words('timeline.charts.casualties')}
            name="waqai-casualties"
            picture={losses}
            chart="casualties"
            leavesOut="time"
            unit={overTime.unit}
          />
        </span>
      </fieldset>
      <div {...brush} className="cursor-crosshair touch-pan-y select-none">
        <canvas
          ref={losses.ref}
          role="img"
          aria-label={`${title}: ${words(`timeline.table.${outcome}`)}`}
          className="block h-[110px] w-full"
        />
      </div>
      {unplaced.incidents > 0 && (
        <p className="mt-1 text-muted text-sm">
          {words('timeline.totals.unplaced', { count: unplaced.incidents, unit: overTime.unit })}
        </p>
      )}
      <BucketTable
        overTime={overTime}
        name={`${title} ${dateOfDay(extent.from)}–${dateOfDay(extent.to - 1)}`}
      />
    </section>
  )
})
