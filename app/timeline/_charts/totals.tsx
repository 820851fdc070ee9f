import { useLocale, useTranslations } from 'next-intl'
import { formatNumber } from '@/app/_ui/format'
import type { Summary } from '@/lib/analysis/summary'
import { isNotCollected } from '@/lib/analysis/totals'
import { TotalNotes } from './total-notes'

const outcomes = ['killed', 'wounded'] as const

/** The totals in words, with everything that they leave out. */
export function Totals({ summary }: { summary: Summary }) {
  const locale = useLocale()
  const t = useTranslations('timeline')
  const number = (value: number) => formatNumber(locale, value)
  const { totals, byActor, overTime } = summary
  return (
    <div className="mb-4 flex flex-col gap-2">
      <h2 className="font-semibold">{t('totals.title')}</h2>
      <dl className="grid grid-cols-3 gap-2">
        <Figure term={t('table.incidents')} value={number(summary.incidents)} />
        {outcomes.map((outcome) => (
          <Figure
            key={outcome}
            term={t(`table.${outcome}`)}
            {...(isNotCollected(totals[outcome], summary.incidents, {
              total: totals[outcome],
              incidents: summary.incidents,
            })
              ? { value: t('totals.not-collected') }
              : {
                  value: number(totals[outcome].best),
                  range: t('totals.range', {
                    low: number(totals[outcome].low),
                    high: `${number(totals[outcome].high)}${totals[outcome].open ? '+' : ''}`,
                  }),
                })}
          />
        ))}
      </dl>
      <TotalNotes notes={summary} notAttributed={byActor.notAttributed}>
        {overTime.unplaced.incidents > 0 && (
          <li>{t('totals.unplaced', { count: overTime.unplaced.incidents, unit: overTime.unit })}</li>
        )}
        {summary.mixed && <li className="text-warn">{t('totals.mixed')}</li>}
      </TotalNotes>
    </div>
  )
}

function Figure({ term, value, range }: { term: string; value: string; range?: string }) {
  return (
    <div className="rounded bg-sunken px-2.5 py-1.5">
      <dt className="text-sm">{term}</dt>
      <dd className="font-bold text-xl tabular-nums">{value}</dd>
      {range && (
        <dd className="text-sm">
          <bdi>{range}</bdi>
        </dd>
      )}
    </div>
  )
}
