import { useLocale, useTranslations } from 'next-intl'
import { figureNumbers } from '@/app/_ui/figure-words'
import { formatNumber } from '@/app/_ui/format'
import type { Summary, Total } from '@/lib/analysis/summary'
import { isNotCollected } from '@/lib/analysis/totals'

const outcomes = ['killed', 'wounded'] as const

/** The totals in words, with everything that they leave out. */
export function Totals({ summary }: { summary: Summary }) {
  const locale = useLocale()
  const t = useTranslations('timeline')
  const number = (value: number) => formatNumber(locale, value)
  const { totals, byActor, overTime, duplicates, partlyInside, episodes } = summary
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
      <ul className="list-disc ps-5 text-sm marker:text-muted">
        {outcomes.map((outcome) => (
          <Omitted
            key={outcome}
            outcome={outcome}
            total={totals[outcome]}
            rest={byActor.notAttributed[outcome]}
          />
        ))}
        {overTime.unplaced.incidents > 0 && (
          <li>{t('totals.unplaced', { count: overTime.unplaced.incidents, unit: overTime.unit })}</li>
        )}
        {partlyInside > 0 && <li>{t('totals.partly-inside', { count: partlyInside })}</li>}
        {duplicates > 0 && <li>{t('totals.duplicates', { count: duplicates })}</li>}
        {episodes.count > 0 && (
          <li>
            {t('totals.episodes', {
              count: episodes.count,
              killed: figureNumbers(locale, { ...episodes.casualties.killed, state: 'agreed' }) ?? '0',
              wounded: figureNumbers(locale, { ...episodes.casualties.wounded, state: 'agreed' }) ?? '0',
            })}
          </li>
        )}
        {summary.withheld > 0 && (
          <li className="text-warn">{t('totals.withheld', { count: summary.withheld })}</li>
        )}
        {summary.mixed && <li className="text-warn">{t('totals.mixed')}</li>}
      </ul>
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

function Omitted({ outcome, total, rest }: { outcome: 'killed' | 'wounded'; total: Total; rest: Total }) {
  const locale = useLocale()
  const t = useTranslations('timeline.totals')
  const { disputed, notCollected } = total
  return (
    <>
      {disputed.count > 0 && (
        <li>
          {t(`${outcome}-disputed`, {
            count: disputed.count,
            low: formatNumber(locale, disputed.low),
            high: formatNumber(locale, disputed.high),
          })}
        </li>
      )}
      {notCollected > 0 && <li>{t(`${outcome}-not-collected`, { count: notCollected })}</li>}
      {rest.best !== 0 && (
        <li>{t(`${outcome}-not-attributed`, { count: formatNumber(locale, rest.best) })}</li>
      )}
    </>
  )
}
