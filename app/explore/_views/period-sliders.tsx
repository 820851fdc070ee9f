'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/app/_ui/format'
import { useExplorer, useExplorerHands } from '../_engine/explorer-state'
import type { Buckets } from './paint-over-time'

/** First and last bucket of the period, each moved by keys or hand: what drawing over a chart does, for everybody. */
export function PeriodSliders({ buckets }: { buckets: Buckets }) {
  const t = useTranslations('explore.over-time')
  const locale = useLocale()
  const { explored } = useExplorer()
  const { show } = useExplorerHands()
  const { filter } = explored
  const last = buckets.length - 1
  if (last < 0) return null
  const at = (date: string | null, otherwise: number) => {
    if (date === null) return otherwise
    const found = buckets.findIndex(({ end }) => end >= date)
    return found < 0 ? last : found
  }
  const [from, to] = [at(filter.from, 0), at(filter.to, last)]
  const choose = (first: number, second: number) =>
    show(
      {
        filter: {
          ...filter,
          from: first === 0 ? null : (buckets[first]?.start ?? null),
          to: second === last ? null : (buckets[second]?.end ?? null),
        },
      },
      true,
    )
  return (
    <div className="grid grid-cols-2 gap-3">
      <Slider
        label={t('from')}
        at={from}
        last={last}
        words={formatDay(locale, buckets[from]?.start ?? '')}
        move={(next) => choose(Math.min(next, to), to)}
      />
      <Slider
        label={t('to')}
        at={to}
        last={last}
        words={formatDay(locale, buckets[to]?.end ?? '')}
        move={(next) => choose(from, Math.max(next, from))}
      />
    </div>
  )
}

interface SliderProps {
  label: string
  at: number
  last: number
  words: string
  move(at: number): void
}

function Slider({ label, at, last, words, move }: SliderProps) {
  return (
    <label className="flex flex-col text-sm">
      <span className="flex flex-wrap justify-between gap-x-2">
        <span className="text-muted">{label}</span> <bdi>{words}</bdi>
      </span>
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        aria-valuetext={words}
        onChange={(event) => move(Number(event.target.value))}
        className="w-full accent-accent"
      />
    </label>
  )
}
