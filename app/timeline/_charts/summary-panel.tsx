import { useLocale, useTranslations } from 'next-intl'
import { WhenAlive } from '@/app/_ui/when-alive'
import type { Filter } from '@/lib/analysis/filter'
import type { FilterNames } from '@/lib/analysis/filter-names'
import { writeFilter } from '@/lib/analysis/filter-url'
import type { Summary } from '@/lib/analysis/summary'
import { plainView, type View } from '@/lib/analysis/view'
import { filterChips, filterSentence } from '../_filter/filter-words'
import { Attributions } from './attributions'
import { ChartCard } from './chart-card'
import { actorRows, kindRows, placeRows, timeRows } from './chart-rows'
import { CasualtyTable, TypeTable } from './chart-table'
import { drillDown, typesIn } from './drill-down'
import { CasualtiesChart, OverTimeChart, RankedChart } from './lazy-charts'
import { Totals } from './totals'
import { UnitChoice } from './unit-choice'

interface Props {
  summary: Summary
  filter: Filter
  view: View
  names: FilterNames
}

/** The totals and the five charts of a filter, each with its table and CSV. */
export function SummaryPanel({ summary, filter, view, names }: Props) {
  const locale = useLocale()
  const t = useTranslations()
  const words = t as never
  const about = filterSentence(filterChips(filter, names, locale, words), words)
  const to = drillDown(filter, view)
  const types = typesIn(summary)
  const { unit } = summary.overTime
  const { withheld } = summary
  const time = timeRows(summary, to, types, locale, words)
  const ranked = {
    'by-actor': {
      data: actorRows(summary, to, locale, words),
      of: t('timeline.table.actor'),
      incidents: null,
    },
    'by-place': {
      data: placeRows(summary, to, locale, words),
      of: t('timeline.table.place'),
      incidents: summary.incidents,
    },
    'by-kind': {
      data: kindRows(summary, to, words),
      of: t('timeline.table.kind'),
      incidents: summary.incidents,
    },
  }
  const card = (chart: string) => ({
    id: `chart-${chart}`,
    about,
    csvHref: `/api/v1/summary?${csvQuery(filter, view, chart)}`,
    attributions: summary.attributions,
  })
  const title = { time: t('timeline.charts.over-time'), casualties: t('timeline.charts.casualties') }
  return (
    <WhenAlive>
      <Totals summary={summary} />
      {summary.incidents > 0 && (
        <div className="flex flex-col gap-4">
          <UnitChoice shown={unit} />
          <ChartCard
            {...card('over-time')}
            title={title.time}
            chart={
              <OverTimeChart label={`${title.time}: ${about}`} rows={time.rows} types={types} unit={unit} />
            }
            table={
              <TypeTable
                caption={`${title.time}: ${about}`}
                data={time}
                types={types}
                total={summary.incidents}
              />
            }
          />
          <ChartCard
            {...card('casualties')}
            title={title.casualties}
            withheld={withheld}
            chart={<CasualtiesChart label={`${title.casualties}: ${about}`} rows={time.rows} unit={unit} />}
            table={
              <CasualtyTable
                caption={`${title.casualties}: ${about}`}
                of={t('timeline.table.period')}
                data={time}
                totals={summary.totals}
                counted={summary.incidents}
                incidents={summary.incidents}
                withheld={withheld}
              />
            }
          />
          {(['by-actor', 'by-place', 'by-kind'] as const).map((chart) => (
            <ChartCard
              key={chart}
              {...card(chart)}
              title={t(`timeline.charts.${chart}`)}
              note={chart === 'by-kind' ? undefined : t(`timeline.charts.${chart}-note`)}
              withheld={withheld}
              chart={
                <RankedChart
                  label={`${t(`timeline.charts.${chart}`)}: ${about}`}
                  rows={ranked[chart].data.rows}
                />
              }
              table={
                <CasualtyTable
                  caption={`${t(`timeline.charts.${chart}`)}: ${about}`}
                  {...ranked[chart]}
                  totals={summary.totals}
                  counted={summary.incidents}
                  withheld={withheld}
                />
              }
            />
          ))}
          <Attributions attributions={summary.attributions} />
        </div>
      )}
    </WhenAlive>
  )
}

/** The same filter for the CSV; order and grouping of the list mean nothing to it. */
function csvQuery(filter: Filter, view: View, chart: string): string {
  const query = writeFilter(filter, { ...plainView, unit: view.unit })
  return `${query ? `${query}&` : ''}chart=${chart}&format=csv`
}
