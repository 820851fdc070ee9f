'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatNumber } from '@/app/_ui/format'
import type { Answer } from '@/lib/analysis/facts/answer'
import type { TimeWindow } from '@/lib/analysis/facts/time-window'
import type { Filter } from '@/lib/analysis/filter'
import { useExplorerHands } from '../_engine/explorer-state'
import { useSentence } from '../_take/use-sentence'
import { SideChart } from './compare-chart'
import { PairedByActor, PairedByKind, PairedByPlace } from './compare-tables'
import { mostIncidents } from './paint-over-time'
import { ToolButton } from './tool-button'
import { TotalText } from './total-text'

interface Props {
  /** What was kept, and what is shown now. */
  kept: { filter: Filter; answer: Answer }
  current: { filter: Filter; answer: Answer }
  extent: TimeWindow
}

/** Two filters side by side, on the same scales: periods, places, actors, or whatever they differ in. */
export function CompareView({ kept, current, extent }: Props) {
  const t = useTranslations()
  const { show } = useExplorerHands()
  const sides = [kept, current]
  const names: [string, string] = [useSentence(kept.filter), useSentence(current.filter)]
  const answers: [Answer, Answer] = [kept.answer, current.answer]
  const most = Math.max(...sides.map(({ answer }) => mostIncidents(answer.overTime.buckets)))
  const swap = () => show(({ filter }) => ({ filter: kept.filter, against: { ...filter, text: '' } }))
  return (
    <section aria-labelledby="compare-title" className="rounded-lg border border-accent bg-surface p-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="compare-title" className="font-semibold">
          {t('explore.compare.title')}
        </h2>
        <span className="ms-auto flex gap-1">
          <ToolButton label={t('explore.compare.swap')} onPress={swap} />
          <ToolButton label={t('explore.compare.end')} onPress={() => show({ against: null })} />
        </span>
      </div>
      <p className="text-muted text-sm">{t('explore.compare.hint')}</p>
      <div className="mt-2 grid gap-3 md:grid-cols-2">
        {sides.map(({ filter, answer }, at) => (
          <div key={at === 0 ? 'kept' : 'current'} className="min-w-0">
            <h3 className="font-medium">
              {t(at === 0 ? 'explore.compare.kept' : 'explore.compare.current')}: <bdi>{names[at]}</bdi>
            </h3>
            <SideTotals answer={answer} />
            <SideChart
              answer={answer}
              filter={filter}
              extent={extent}
              most={most}
              label={t('explore.compare.over-time', { what: names[at] ?? '' })}
            />
          </div>
        ))}
      </div>
      <div className="mt-3 grid gap-3 md:grid-cols-3">
        <PairedByKind names={names} answers={answers} />
        <PairedByActor names={names} answers={answers} />
        <PairedByPlace names={names} answers={answers} />
      </div>
    </section>
  )
}

function SideTotals({ answer }: { answer: Answer }) {
  const t = useTranslations('timeline.table')
  const locale = useLocale()
  const { incidents, totals } = answer
  return (
    <dl className="flex flex-wrap gap-x-4 text-sm">
      {[
        ['incidents', formatNumber(locale, incidents)] as const,
        ['killed', <TotalText key="killed" total={totals.killed} incidents={incidents} />] as const,
        ['wounded', <TotalText key="wounded" total={totals.wounded} incidents={incidents} />] as const,
      ].map(([term, value]) => (
        <div key={term} className="flex gap-1.5">
          <dt className="text-muted">{t(term)}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
